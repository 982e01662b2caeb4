import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { audienceOf } from "./audience.ts";
import { type IssuedToken, type NoToken, searchTokens } from "./search-token.ts";

/** A token is good for a quarter of an hour; whoever asks this often keeps none. Counted by each process for itself. */
const limiter = new RateLimiterMemory({ points: 30, duration: 60 });

/** A token for the viewer. RATE_LIMITED for a person who asks too often; what everybody may have costs nothing. */
export async function issueSearchToken(ctx: Context): Promise<IssuedToken | NoToken> {
  if (ctx.viewer.kind === "person")
    await limiter.consume(ctx.viewer.personId).catch((limit: unknown) => {
      if (!(limit instanceof RateLimiterRes)) throw limit;
      throw new DomainError(
        "RATE_LIMITED",
        `You have had many search tokens; ask again in ${Math.ceil(limit.msBeforeNext / 1000)} seconds, and use each until it ends.`,
      );
    });
  return ctx.service(searchTokens).issue(audienceOf(ctx.viewer));
}
