import { generateTenantToken } from "meilisearch/token";
import { publicAudience } from "../audience.ts";
import type { IssuedToken, NoToken, SearchTokens } from "../search-token.ts";
import { connectMeilisearch, type MeilisearchAddress } from "./connection.ts";
import { MeilisearchFault } from "./fault.ts";
import { visibleTo } from "./filter.ts";
import { keyUid } from "./keys.ts";

/** How long a token is good for. Whoever loses a role goes on finding by it until then, and no longer. */
export const tokenSeconds = 15 * 60;

/** For how long everybody is given one token, and for how long nobody is, where the server would not take it. */
const sharedMs = 60_000;
const refusedMs = 2_000;

export interface TenantTokenSettings {
  readonly address: MeilisearchAddress;
  /** The key that tokens are signed with; it may search the index and do nothing else. */
  readonly searchKey: string;
  /** Told of a token that the server would not take. */
  readonly failed?: (fault: MeilisearchFault) => void;
}

/**
 * Tokens of Meilisearch: the index, and a filter that the server adds to whatever the bearer asks. One whose filter is wrong
 * fails only when it is used, so each kind is tried with one search. What everybody may see needs one token a minute.
 */
export function tenantTokens({ address, searchKey, failed }: TenantTokenSettings): SearchTokens {
  let shared: { answer: Promise<IssuedToken | NoToken>; until: number } | undefined;
  const make = async (audience: readonly string[]): Promise<IssuedToken> => {
    const { publicUrl: url, index } = address;
    const expiresAt = new Date((Math.floor(Date.now() / 1000) + tokenSeconds) * 1000);
    const token = await generateTenantToken({
      apiKey: searchKey,
      apiKeyUid: keyUid(index, "search"),
      searchRules: { [index]: { filter: visibleTo(audience) } },
      expiresAt,
    });
    await connectMeilisearch(address, token)
      .searching()
      .multiSearch({ queries: [{ indexUid: index, q: "", limit: 1 }] });
    return { url, index, token, expiresAt };
  };
  const tried = async (audience: readonly string[]): Promise<IssuedToken | NoToken> => {
    try {
      return await make(audience);
    } catch (error) {
      if (!(error instanceof MeilisearchFault)) throw error;
      failed?.(error);
      return "UNAVAILABLE";
    }
  };
  return {
    issue(audience) {
      if (audience.some((token) => token !== publicAudience)) return tried(audience);
      if (shared && Date.now() < shared.until) return shared.answer;
      const kept = { answer: tried(audience), until: Date.now() + sharedMs };
      shared = kept;
      return kept.answer.then((answer) => {
        if (typeof answer === "string") kept.until = Date.now() + refusedMs;
        return answer;
      });
    },
  };
}
