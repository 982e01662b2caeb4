import type { BetterAuthOptions } from "better-auth";
import { isAPIError } from "better-auth/api";
import type { Logger } from "../../kernel/log.ts";
import { withoutValues } from "./bare-error.ts";
import { addressHeader, signInPath } from "./sign-in.ts";
import { oidc, type OidcProvider } from "./oidc.ts";
import { secondFactor, type SecondFactorLimits } from "./second-factor.ts";
import { signInLink } from "./sign-in-link.ts";
import { authId, authTables } from "./auth-tables.ts";
import type { SignInMails } from "./sign-in-mails.ts";
import { passwordLengthMax, passwordLengthMin } from "./passwords.ts";

/** A person signs in again after this long, whatever they did meanwhile. */
const sessionSeconds = 14 * 86_400;

/** How long a link in a mail works, in seconds. */
export const linkSeconds = { verify: 86_400, reset: 3_600 };

/** How passwords are hashed and checked; a test may count. */
export interface PasswordWork {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/** What the audit trail knows of accounts. */
export type AccountAct =
  | "account.opened"
  | "address.confirmed"
  | "password.changed"
  | "session.opened";

export interface AuthParts {
  /** What `Database.forSignIn` answers. */
  readonly database: NonNullable<BetterAuthOptions["database"]>;
  readonly publicUrl: string;
  readonly secret: string;
  readonly log: Logger;
  readonly mails: SignInMails;
  readonly limits: SecondFactorLimits;
  readonly passwordWork?: PasswordWork;
  /** Other sites that people may sign in by. */
  readonly providers?: readonly OidcProvider[];
  /** Called when somebody has chosen a new password by a link, which shows that the address is theirs. */
  readonly afterReset: (accountId: string) => Promise<void>;
  /** Called when an address was confirmed: an account's first, or the one that it has from now on. */
  readonly afterConfirmation: (accountId: string) => Promise<void>;
  /** Tells what somebody has done to their own account, after it is done. */
  readonly done: (accountId: string, act: AccountAct, subject: string) => Promise<void>;
}

/** What we do elsewhere, or do not do: not even from within. Of the rest the gate opens what we use. */
const disabledPaths = [
  // A name is the person's: personUpdate.
  "/update-user",
  // accountDelete, which asks what becomes of their contributions.
  "/delete-user",
  "/delete-user/callback",
  "/update-session",
  // Tokens of other sites are for signing in alone.
  "/get-access-token",
  "/refresh-token",
  "/account-info",
  // A password is asked again with the act that needs it, and counted there.
  "/verify-password",
  // An address links them, when both sides have confirmed it.
  "/link-social",
  // Who takes their password away would be asked for none before what it guards.
  "/unlink-account",
  // Mail is no second factor: it is the first of who signs in by a link.
  "/two-factor/send-otp",
  "/two-factor/verify-otp",
  // Pages of our own.
  "/error",
];

/** What another site gave with a sign-in has done its work by then: its tokens are for its own interfaces. */
const withoutTokens = async (credential: object) => ({
  data: {
    ...credential,
    accessToken: null,
    refreshToken: null,
    idToken: null,
    accessTokenExpiresAt: null,
    refreshTokenExpiresAt: null,
  },
});

/** What better-auth is told. */
export const authOptions = ({
  database,
  publicUrl,
  secret,
  log,
  mails,
  limits,
  passwordWork,
  providers = [],
  afterReset,
  afterConfirmation,
  done,
}: AuthParts) =>
  ({
    appName: "Potbank",
    database,
    secret,
    baseURL: publicUrl,
    basePath: signInPath,
    trustedOrigins: [new URL(publicUrl).origin],
    disabledPaths,
    plugins: [signInLink(mails), secondFactor(mails, limits), oidc(providers)],
    onAPIError: {
      errorURL: `${publicUrl}/sign-in`,
      // Instead of better-auth's own, which writes refusals to the console.
      onError(error) {
        if (!isAPIError(error)) log.error({ err: withoutValues(error) }, "Sign-in failed");
      },
    },
    telemetry: { enabled: false },
    user: {
      ...authTables.user,
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, token }) =>
          mails.confirmChange(user, newEmail, token),
      },
    },
    session: {
      ...authTables.session,
      expiresIn: sessionSeconds,
      // A cookie lives as long as its session: refreshing one without the other would help nobody.
      disableSessionRefresh: true,
    },
    account: {
      ...authTables.account,
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
    },
    databaseHooks: {
      account: { create: { before: withoutTokens } },
      // Better-auth runs these after its own transaction, which holds the embedded database's only connection.
      user: { create: { after: ({ id }) => done(id, "account.opened", id) } },
      session: { create: { after: ({ id, userId }) => done(userId, "session.opened", id) } },
    },
    verification: { ...authTables.verification, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLengthMin,
      maxPasswordLength: passwordLengthMax,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkSeconds.reset,
      ...(passwordWork && { password: passwordWork }),
      sendResetPassword: ({ user, token }) => mails.resetPassword(user.email, token),
      onExistingUserSignUp: ({ user }) => mails.alreadyHere(user),
      onPasswordReset: ({ user }) => afterReset(user.id),
    },
    emailVerification: {
      expiresIn: linkSeconds.verify,
      sendOnSignUp: true,
      sendOnSignIn: false,
      sendVerificationEmail: ({ user, token }) => mails.verify(user, token),
      afterEmailVerification: ({ id }) => afterConfirmation(id),
    },
    // Ours, in the gate: better-auth's count by address alone, and a whole school is one address.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "potbank",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      // By default off in tests, which would then test something else.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      database: { generateId: authId },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: {
      disableColors: true,
      level: "warn",
      log(level, message, ...details) {
        // Details may hold an address or a name.
        const error = details.find((detail) => detail instanceof Error);
        if (level === "error" && error)
          log.error({ err: withoutValues(error) }, `Sign-in: ${message}`);
        else log.debug(`Sign-in: ${message}`);
      },
    },
  }) satisfies BetterAuthOptions;
