import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { secondFactorTables } from "./auth-tables.ts";
import { linkPathWithin } from "./sign-in-link.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

/** How many recovery codes there are; each works once. */
export const recoveryCodes = 10;

/** How long a device is not asked again, where its owner wished so: 30 days. */
const trustedSeconds = 30 * 86_400;

/** Who has no password shows who they are by having signed in this short a time ago. */
const recentMs = 600_000;

/** What a second factor's owner is told by mail. */
export interface SecondFactorMails {
  secondFactorOn(to: string): Promise<void>;
  secondFactorOff(to: string): Promise<void>;
  recoveryCodeUsed(to: string): Promise<void>;
}

/** Counts of attempts, in the database. */
export type SecondFactorLimits = Pick<SignInLimits, "take" | "giveBack" | "reset">;

/** What changes a second factor, or shows what it is made of. */
const guarded = new Set([
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
  "/two-factor/get-totp-uri",
]);

const checked = new Set(["/two-factor/verify-totp", "/two-factor/verify-backup-code"]);

interface Matched {
  readonly path?: string;
}

/**
 * The second factor: codes of an authenticator app, and recovery codes for when it is lost (decision 0018). Secrets and
 * codes are kept encrypted. Beyond what better-auth's plugin does: signing in by a link is asked for it too; who has no
 * password must have signed in just now to change it; a code works once; its owner hears of changes by mail.
 */
export function secondFactor(mails: SecondFactorMails, limits: SecondFactorLimits) {
  const plugin = twoFactor({
    issuer: "Potbank",
    allowPasswordless: true,
    trustDeviceMaxAge: trustedSeconds,
    schema: secondFactorTables,
    backupCodeOptions: { amount: recoveryCodes, storeBackupCodes: "encrypted" },
    // Ten wrong codes in a row, however many sign-ins they are spread over.
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
  });
  const challenge = plugin.hooks.after[0]!;
  return {
    ...plugin,
    hooks: {
      before: [
        {
          matcher: ({ path }: Matched) => guarded.has(path ?? ""),
          handler: createAuthMiddleware(requireRecentSignIn),
        },
        {
          matcher: ({ path }: Matched) => checked.has(path ?? ""),
          handler: createAuthMiddleware((ctx) => takeAttempt(ctx, limits)),
        },
      ],
      after: [
        {
          ...challenge,
          matcher: (context: Parameters<typeof challenge.matcher>[0]) =>
            context.path === linkPathWithin || challenge.matcher(context),
        },
        {
          matcher: ({ path }: Matched) => checked.has(path ?? ""),
          handler: createAuthMiddleware((ctx) => settleAttempt(ctx, limits)),
        },
        {
          matcher: ({ path }: Matched) => checked.has(path ?? "") || path === "/two-factor/disable",
          handler: createAuthMiddleware((ctx) => told(ctx, mails)),
        },
      ],
    },
  };
}

type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

async function requireRecentSignIn(ctx: AuthContext): Promise<void> {
  const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
  if (!session) return;
  const credential = await ctx.context.internalAdapter.findCredentialAccount(session.user.id);
  if (credential?.password) return;
  if (Date.now() - new Date(session.session.createdAt).getTime() <= recentMs) return;
  throw new APIError("FORBIDDEN", {
    code: "SESSION_NOT_FRESH",
    message: "Sign in again first: your account has no password, and you signed in a while ago.",
  });
}

/** Whose code is checked: somebody signed in, or somebody on the way. */
async function whose(ctx: AuthContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
  if (session) return session.user.id;
  const cookie = ctx.context.createAuthCookie("two_factor");
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (!challenge) return undefined;
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value;
}

/**
 * Takes the attempt before the code is looked at: many at once get no further than one after another. Whoever looked over a
 * shoulder must not use the same code again, and not at the same moment either.
 */
async function takeAttempt(ctx: AuthContext, limits: SecondFactorLimits): Promise<void> {
  const userId = await whose(ctx);
  const { code } = ctx.body as { code?: unknown };
  if (userId === undefined || typeof code !== "string") return;
  if ((await limits.take("secondFactor", userId)).waitSeconds !== undefined)
    throw new APIError("TOO_MANY_REQUESTS", {
      code: "ACCOUNT_TEMPORARILY_LOCKED",
      message: "Too many wrong codes. Wait a quarter of an hour.",
    });
  if (ctx.path === "/two-factor/verify-backup-code") return;
  if ((await limits.take("code", codeOf(userId, code))).waitSeconds !== undefined)
    throw new APIError("UNAUTHORIZED", {
      code: "INVALID_CODE",
      message: "That code has been used. Wait for the next one.",
    });
}

const codeOf = (userId: string, code: string) => `${userId} ${code}`;

/** A right code makes up for wrong ones before it; one that was not right has not been used. */
async function settleAttempt(ctx: AuthContext, limits: SecondFactorLimits): Promise<void> {
  const { returned, newSession, session } = ctx.context as Answered;
  const right = !(returned instanceof Error);
  const userId = (newSession?.user ?? session?.user)?.id ?? (await whose(ctx));
  if (userId === undefined) return;
  if (right) return limits.reset("secondFactor", userId);
  const { code } = ctx.body as { code?: unknown };
  if (typeof code === "string" && ctx.path === "/two-factor/verify-totp")
    await limits.giveBack("code", codeOf(userId, code));
}

async function told(ctx: AuthContext, mails: SecondFactorMails): Promise<void> {
  const { returned, newSession, session } = ctx.context as Answered;
  if (returned instanceof Error) return;
  const user = newSession?.user ?? session?.user;
  if (!user) return;
  if (ctx.path === "/two-factor/disable") {
    await forgetDevices(ctx, user.id);
    return mails.secondFactorOff(user.email);
  }
  if (ctx.path === "/two-factor/verify-backup-code") return mails.recoveryCodeUsed(user.email);
  if (session && !session.user.twoFactorEnabled && newSession?.user.twoFactorEnabled) {
    await endOthers(ctx, user.id, newSession.session.token);
    await forgetDevices(ctx, user.id);
    await mails.secondFactorOn(user.email);
  }
}

/** Whoever was signed in elsewhere has shown no second factor. */
async function endOthers(ctx: AuthContext, userId: string, kept: string): Promise<void> {
  const sessions = await ctx.context.internalAdapter.listSessions(userId);
  const others = sessions.map(({ token }) => token).filter((token) => token !== kept);
  if (others.length > 0) await ctx.context.internalAdapter.deleteSessions(others);
}

/** Devices that are not asked were trusted with what is no longer; what else waits for this account ends with them. */
async function forgetDevices(ctx: AuthContext, userId: string): Promise<void> {
  await ctx.context.adapter.deleteMany({
    model: "verification",
    where: [{ field: "value", value: userId }],
  });
}

interface Session {
  readonly session: { readonly token: string };
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly twoFactorEnabled?: unknown;
  };
}

/** What is known once a request has been answered. */
interface Answered {
  readonly returned?: unknown;
  readonly newSession?: Session | null;
  readonly session?: Session | null;
}
