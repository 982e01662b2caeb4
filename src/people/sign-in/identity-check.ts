import { verifyPassword } from "better-auth/crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "../../kernel/context.ts";
import type { Em } from "../../kernel/em.ts";
import { badInput, DomainError } from "../../kernel/errors.ts";
import type { PersonViewer } from "../../kernel/viewer.ts";
import { limiterClient } from "./sign-in-limits.ts";

/** A session younger than this shows well enough who sits there. */
const freshSeconds = 10 * 60;

const rule = { points: 10, duration: 15 * 60 };
const keyPrefix = "identity";

/** Under which key wrong passwords given while signed in are counted. */
export const identityCheckKey = (personId: string): string => `${keyPrefix}:${personId}`;

/** What must be shown before something that a stranger at an open laptop must not do. */
export interface IdentityProof {
  /** The password, where the account has one. */
  readonly password: string | null;
  /** Whether having signed in a few minutes ago is enough although there is a password. */
  readonly freshIsEnough: boolean;
}

/**
 * Makes sure that who asks is the person of the account: by the password or, without one, by a sign-in of the last ten
 * minutes. BAD_USER_INPUT naming `password`, RATE_LIMITED after ten wrong ones, FORBIDDEN where there is no password and
 * the sign-in was too long ago. Call it outside of any transaction.
 */
export async function checkIdentity(
  { em }: Context,
  viewer: PersonViewer,
  { password, freshIsEnough }: IdentityProof,
): Promise<void> {
  const isFresh = (viewer.signedInSecondsAgo ?? Number.POSITIVE_INFINITY) < freshSeconds;
  const hash = await passwordHash(em, viewer.personId);
  if (isFresh && (hash === undefined || freshIsEnough)) return;
  if (hash === undefined)
    throw new DomainError(
      "FORBIDDEN",
      "Your account has no password, so this asks for a sign-in of the last ten minutes: sign out, sign in again, and come back.",
    );
  if (!password) throw badInput("password", "give your password again, so that we know it is you.");
  const wrong = attempts(em);
  await takeAttempt(wrong, viewer.personId);
  if (!(await verifyPassword({ hash, password })))
    throw badInput("password", "that is not the password of your account.");
  // Only wrong ones count.
  await wrong.delete(viewer.personId);
}

async function passwordHash(em: Em, personId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ password_hash: string }[]>(
    `select password_hash from credential where account_id = ? and password_hash is not null limit 1`,
    [personId],
  );
  return row?.password_hash;
}

const attempts = (em: Em): RateLimiterPostgres =>
  new RateLimiterPostgres({
    ...rule,
    storeClient: limiterClient(em),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
  });

async function takeAttempt(wrong: RateLimiterPostgres, personId: string): Promise<void> {
  try {
    await wrong.consume(personId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new DomainError(
      "RATE_LIMITED",
      "That was the wrong password too often. Try again in a quarter of an hour.",
    );
  }
}
