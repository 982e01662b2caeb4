import { betterAuth } from "better-auth";
import { createEmailVerificationToken } from "better-auth/api";
import type { Em } from "../../kernel/em.ts";
import type { Logger } from "../../kernel/log.ts";
import { auditApart } from "../../kernel/audit.ts";
import { mailNow } from "../../kernel/mail.ts";
import { anonymous, type Viewer } from "../../kernel/viewer.ts";
import {
  accountByEmail,
  accountById,
  confirmAddress,
  endLinks,
  keepAddressToken,
  newResetToken,
} from "./accounts.ts";
import { type AuthParts, authOptions, linkSeconds } from "./auth-options.ts";
import { otherWays } from "./other-ways.ts";
import { addressLinks } from "./address-links.ts";
import { withoutValues } from "./bare-error.ts";
import { sessionToken, viewerOfSession } from "./session-viewer.ts";
import type { SignIn, WaysIn } from "./sign-in.ts";
import { auditedSignIn } from "./sign-in-audit.ts";
import { SignInGate } from "./sign-in-gate.ts";
import { SignInLimits } from "./sign-in-limits.ts";
import { SignInMails } from "./sign-in-mails.ts";

export interface SignInParts extends Pick<
  AuthParts,
  "database" | "publicUrl" | "secret" | "log" | "passwordWork" | "providers"
> {
  /** The global entity manager. */
  readonly em: Em;
  /** Whether publishers and administrators act as such only with a second factor. */
  readonly secondFactorRequired?: boolean;
  /** Accounts to try the site with; none where it is not told. */
  readonly demonstration?: WaysIn["demonstration"];
}

/** Sign-in that runs. */
export interface RunningSignIn extends SignIn {
  /** Resolves when everything is done that nobody waited for: before the database is closed, and in tests. */
  settled(): Promise<void>;
}

/** Sign-in over an open database, with better-auth behind it: see decision 0017. */
export async function createSignIn(parts: SignInParts): Promise<RunningSignIn> {
  const { em, secret, publicUrl, log } = parts;
  const { background, settled } = inBackground(log);
  const limits = new SignInLimits(em, secret);
  const mails = new SignInMails(
    publicUrl,
    async (message) => {
      // By its id too: the account may have another address by the time it is deleted.
      const owner = await accountByEmail(em.fork(), message.to);
      const about = [...(message.about ?? []), ...(owner ? [owner.id] : [])];
      await mailNow(em, { ...message, about });
    },
    {
      idByEmail: async (email) => (await accountByEmail(em.fork(), email))?.id,
      resetToken: (accountId) => newResetToken(em.fork(), accountId, linkSeconds.reset),
      keepAddressToken: (accountId, token) =>
        keepAddressToken(em.fork(), token, accountId, linkSeconds.verify),
    },
  );
  const done: AuthParts["done"] = (accountId, act, subject) =>
    auditApart(em, accountId, act, subject);
  const auth = betterAuth(
    authOptions({
      ...parts,
      mails,
      limits,
      done,
      async afterReset(accountId) {
        const isNew = await confirmAddress(em.fork(), accountId);
        const account = await accountById(em.fork(), accountId);
        if (account) {
          await limits.reset("account", account.email);
          await endLinks(em.fork(), account);
          // Whoever has only now made an account expects to have a password.
          if (!isNew) await mails.passwordChanged(account.email);
        }
        await done(accountId, "password.changed", accountId);
      },
      async afterConfirmation(accountId) {
        const account = await accountById(em.fork(), accountId);
        if (account) await endLinks(em.fork(), account);
        await done(accountId, "address.confirmed", accountId);
      },
    }),
  );
  const { authCookies, password } = await auth.$context;
  const cookieName = authCookies.sessionToken.name;
  const viewerOf = async (headers: Headers): Promise<Viewer> => {
    const token = sessionToken(headers, cookieName, secret);
    return token === undefined ? anonymous : viewerOfSession(em.fork(), token, parts);
  };
  const gate = new SignInGate({
    em,
    limits,
    mails,
    publicUrl,
    viewerOf,
    background,
    async passwordChanged(account) {
      await endLinks(em.fork(), account);
      await mails.passwordChanged(account.email);
      await done(account.id, "password.changed", account.id);
    },
    accountLocked: (accountId) => auditApart(em, null, "account.locked", accountId),
    next: (request) => auth.handler(request),
    changeToken: ({ id, email }, newEmail) =>
      createEmailVerificationToken(secret, email, newEmail, linkSeconds.verify, {
        requestType: "change-email-confirmation",
        userId: id,
      }),
  });
  const providers = parts.providers ?? [];
  const answer = otherWays({
    publicUrl,
    log,
    providers,
    within: (request) => auth.handler(request),
    next: addressLinks({
      em,
      limits,
      publicUrl,
      verify: (given) => password.verify(given),
      within: (request) => auth.handler(request),
      next: (request) => gate.handle(request),
    }),
  });
  const handle = auditedSignIn({ em, viewerOf, background, next: answer });
  return {
    viewerOf,
    handle,
    settled,
    async forget(email) {
      for (const rule of ["account", "mailbox"] as const)
        await limits.reset(rule, email.toLowerCase());
    },
    waysIn: {
      providers: providers.map(({ id, label }) => ({ id, name: label })),
      demonstration: parts.demonstration ?? [],
    },
  };
}

/** Work that nobody waits for; what goes wrong with it is logged. */
function inBackground(log: Logger): {
  background: (work: () => Promise<unknown>) => void;
  settled: () => Promise<void>;
} {
  const running = new Set<Promise<unknown>>();
  const finish = async (work: () => Promise<unknown>) => {
    try {
      const answer = await work();
      if (answer instanceof Response && answer.status >= 500)
        log.error(`Sign-in answered ${answer.status} to what nobody waited for.`);
    } catch (error) {
      log.error({ err: withoutValues(error) }, "Sign-in could not do what was asked.");
    }
  };
  return {
    background(work) {
      const done = finish(work).finally(() => running.delete(done));
      running.add(done);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
