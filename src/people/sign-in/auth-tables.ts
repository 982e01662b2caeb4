import type { BetterAuthOptions } from "better-auth";
import { newId } from "../../kernel/ids.ts";

const timestamps = { createdAt: "created_at", updatedAt: "updated_at" };

/** Names of better-auth's tables and columns as our migrations make them. Its "user" is our account. */
export const authTables = {
  user: {
    modelName: "account",
    fields: { emailVerified: "email_verified", ...timestamps },
  },
  session: {
    modelName: "login_session",
    fields: {
      userId: "account_id",
      expiresAt: "expires_at",
      ipAddress: "ip_address",
      userAgent: "user_agent",
      ...timestamps,
    },
  },
  account: {
    modelName: "credential",
    fields: {
      userId: "account_id",
      providerId: "provider",
      accountId: "subject",
      password: "password_hash",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
      ...timestamps,
    },
  },
  verification: {
    modelName: "login_verification",
    fields: { expiresAt: "expires_at", ...timestamps },
  },
} satisfies Pick<BetterAuthOptions, "user" | "session" | "account" | "verification">;

/** The same for the second-factor plugin. */
export const secondFactorTables = {
  user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
  twoFactor: {
    modelName: "second_factor",
    fields: {
      userId: "account_id",
      backupCodes: "backup_codes",
      failedVerificationCount: "failed_verification_count",
      lockedUntil: "locked_until",
    },
  },
};

/** By the names better-auth asks with: its own. */
const prefixes: Readonly<Record<string, string>> = {
  user: "person",
  session: "login",
  account: "credential",
  verification: "verification",
  twoFactor: "factor",
};

/** Typed ids, as everywhere; an account has its person's. */
export function authId({ model }: { model: string }): string {
  const prefix = prefixes[model];
  if (prefix === undefined) throw new Error(`No id is known for better-auth's ${model}.`);
  return newId(prefix);
}
