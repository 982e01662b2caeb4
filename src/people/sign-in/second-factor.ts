import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { secondFactorTables } from "./auth-tables.ts";
import { linkPathWithin } from "./sign-in-link.ts";

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
export function secondFactor(mails: SecondFactorMails) {
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
          matcher: ({ path }: Matched) => path === "/two-factor/verify-totp",
          handler: createAuthMiddleware(refuseUsedCode),
        },
      ],
      after: [
        {
          ...challenge,
          matcher: (context: Parameters<typeof challenge.matcher>[0]) =>
            context.path === linkPathWithin || challenge.matcher(context),
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

/** Longer than a code is right: its own half minute, and one before and after. */
const codeMs = 120_000;

const usedCode = (userId: string, code: string) => `totp-used-${userId}-${code}`;

/** Whose code is checked: somebody signed in, or somebody on the way. */
async function whose(ctx: AuthContext): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
  if (session) return session.user.id;
  const cookie = ctx.context.createAuthCookie("two_factor");
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  if (!challenge) return undefined;
  return (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value;
}

/** Whoever looked over a shoulder must not use the same code again. */
async function refuseUsedCode(ctx: AuthContext): Promise<void> {
  const userId = await whose(ctx);
  const { code } = ctx.body as { code?: unknown };
  if (userId === undefined || typeof code !== "string") return;
  const used = await ctx.context.internalAdapter.findVerificationValue(usedCode(userId, code));
  if (!used) return;
  throw new APIError("UNAUTHORIZED", {
    code: "INVALID_CODE",
    message: "That code has been used. Wait for the next one.",
  });
}

async function told(ctx: AuthContext, mails: SecondFactorMails): Promise<void> {
  const { returned, newSession, session } = ctx.context as {
    returned?: unknown;
    newSession?: Session | null;
    session?: Session | null;
  };
  if (returned instanceof Error) return;
  const user = newSession?.user ?? session?.user;
  if (!user) return;
  if (ctx.path === "/two-factor/disable") {
    await forgetDevices(ctx, user.id);
    return mails.secondFactorOff(user.email);
  }
  if (ctx.path === "/two-factor/verify-backup-code") return mails.recoveryCodeUsed(user.email);
  const { code } = ctx.body as { code: string };
  await ctx.context.internalAdapter.createVerificationValue({
    identifier: usedCode(user.id, code),
    value: "used",
    expiresAt: new Date(Date.now() + codeMs),
  });
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
