import { z } from "zod";
import type { Em } from "../../kernel/em.ts";
import type { Viewer } from "../../kernel/viewer.ts";
import { looksLikeAddress } from "../person-name.ts";
import {
  type AccountRow,
  accountByEmail,
  accountById,
  accountOfResetToken,
  endLinks,
} from "./accounts.ts";
import { faultOfPassword, passwordLengthMax } from "./passwords.ts";
import { openPath } from "./open-paths.ts";
import { addressHeader } from "./sign-in.ts";
import { crowded, inMinutes, locked, notTogether, refusal, wrong } from "./sign-in-refusals.ts";
import { lockSeconds, type SignInLimits } from "./sign-in-limits.ts";
import type { SignInMails } from "./sign-in-mails.ts";

export interface GateParts {
  readonly em: Em;
  readonly limits: SignInLimits;
  readonly mails: SignInMails;
  readonly publicUrl: string;
  viewerOf(headers: Headers): Promise<Viewer>;
  /** What is behind the gate: better-auth. */
  next(request: Request): Promise<Response>;
  /** Makes the token that confirms a change of address at the old one. */
  changeToken(account: AccountRow, newEmail: string): Promise<string>;
  /** Tells that somebody has changed their own password, and ends what was begun with the old one. */
  passwordChanged(account: AccountRow): Promise<void>;
  /** Tells that an account takes no password for a while. */
  accountLocked(accountId: string): Promise<void>;
  /** Does what nobody waits for. */
  background(work: () => Promise<unknown>): void;
}

type Fields = Readonly<Record<string, unknown>>;

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !/\p{Cc}/u.test(value));
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const password = z.string().min(1).max(passwordLengthMax);

/** The answer that says nothing of whether there is an account. */
const takenOn = (): Response => Response.json({ status: true });

/**
 * Stands before better-auth: counts what must be limited, refuses passwords that are guessed first, and answers whatever
 * leads to a mail before looking whether there is an account, so that neither the answer nor its time can tell.
 */
export class SignInGate {
  readonly #parts: GateParts;
  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  async handle(request: Request): Promise<Response> {
    const path = openPath(request);
    if (path === undefined) return refusal(404, "NOT_FOUND", "There is no such address.");
    if (request.method !== "POST") return this.#parts.next(request);
    const guarded = this.#guard(path);
    if (guarded === undefined) return this.#parts.next(request);
    const origin = request.headers.get("origin");
    if (origin !== null && origin !== new URL(this.#parts.publicUrl).origin)
      return refusal(403, "INVALID_ORIGIN", "This comes from another site.");
    const fields = await fieldsOf(request);
    if (fields === undefined) return refusal(400, "INVALID_BODY", "Send a JSON object.");
    return guarded(fields, request);
  }

  #guard(path: string): ((fields: Fields, request: Request) => Promise<Response>) | undefined {
    switch (path) {
      case "/sign-in/email":
        return (fields, request) => this.#signIn(fields, request);
      case "/sign-up/email":
        return (fields, request) => this.#signUp(fields, request);
      case "/request-password-reset":
      case "/send-verification-email":
        return (fields, request) => this.#askForMail(fields, request, {});
      case "/sign-in/magic-link":
        return (fields, request) => this.#askForMail(fields, request, fields);
      case "/change-email":
        return (fields, request) => this.#changeEmail(fields, request);
      case "/reset-password":
        return (fields, request) => this.#resetPassword(fields, request);
      case "/revoke-sessions":
      case "/revoke-other-sessions":
        return (fields, request) => this.#endSessions(fields, request);
      case "/change-password":
        return (fields, request) => this.#changePassword(fields, request);
      default:
        // Whoever sits at another's open computer may not try passwords either.
        return path.startsWith("/two-factor/")
          ? (fields, request) => this.#ownPassword(fields, request)
          : undefined;
    }
  }

  async #signIn(fields: Fields, request: Request): Promise<Response> {
    const { limits, next, background, em, mails, accountLocked } = this.#parts;
    const given = z
      .object({ email, password, rememberMe: z.boolean().optional() })
      .safeParse(fields);
    if (!given.success) return wrong(given.error);
    const account = given.data.email;
    const taken = await limits.take("account", account);
    if (taken.waitSeconds !== undefined) return locked(taken.waitSeconds);
    const address = request.headers.get(addressHeader) || undefined;
    const fromThere = address === undefined ? undefined : await limits.take("address", address);
    if (fromThere?.waitSeconds !== undefined) {
      await limits.giveBack("account", account);
      return crowded(fromThere.waitSeconds);
    }
    const answer = await next(withFields(request, given.data));
    // A right password of an address that nobody has confirmed (403) is one that anybody may have chosen, to find out
    // whether the address was free: it is answered and counted as a wrong one.
    if (answer.status === 401 || answer.status === 403) {
      if (taken.left === 0) {
        await limits.lock("account", account);
        background(async () => {
          const owner = await accountByEmail(em.fork(), account);
          if (!owner) return;
          await mails.locked(owner.email, Math.round(lockSeconds / 60));
          await accountLocked(owner.id);
        });
      }
      return notTogether();
    }
    if (answer.ok) await limits.reset("account", account);
    else await limits.giveBack("account", account);
    if (address !== undefined) await limits.giveBack("address", address);
    return answer;
  }

  async #signUp(fields: Fields, request: Request): Promise<Response> {
    const given = z
      .object({
        name: text(200).refine((name) => !looksLikeAddress(name)),
        email,
        password: z.string(),
      })
      .safeParse({ ...fields });
    if (!given.success) return wrong(given.error);
    const fault = faultOfPassword(given.data.password, given.data);
    if (fault !== undefined) return refusal(400, "PASSWORD_REFUSED", fault, { field: "password" });
    return this.#askForMail(given.data, request, given.data);
  }

  /** Limits, then an answer that is the same for every address; what it leads to is done behind it. */
  async #askForMail(fields: Fields, request: Request, more: Fields): Promise<Response> {
    const given = z.object({ email }).safeParse(fields);
    if (!given.success) return wrong(given.error);
    const refused = await this.#mailLimits(given.data.email, request);
    if (refused) return refused;
    const { background, next } = this.#parts;
    const asked = withFields(request, { ...more, ...given.data });
    background(() => next(asked));
    return takenOn();
  }

  async #mailLimits(mailbox: string, request: Request): Promise<Response | undefined> {
    const { limits } = this.#parts;
    const address = request.headers.get(addressHeader) || undefined;
    if (address !== undefined) {
      const { waitSeconds } = await limits.take("mailsByAddress", address);
      if (waitSeconds !== undefined) return crowded(waitSeconds);
    }
    const { waitSeconds } = await limits.take("mailbox", mailbox);
    if (waitSeconds === undefined) return undefined;
    return refusal(
      429,
      "TOO_MANY_MAILS",
      `Several messages have been asked for at this address. Look among your mail, unwanted mail too, or try again in ${inMinutes(waitSeconds)}.`,
      { waitSeconds, field: "email" },
    );
  }

  async #changeEmail(fields: Fields, request: Request): Promise<Response> {
    const { em, mails, next, background, changeToken } = this.#parts;
    const own = await this.#ownAccount(request);
    if (!own) return next(withFields(request, fields));
    const given = z.object({ newEmail: email }).safeParse(fields);
    if (!given.success) return wrong(given.error);
    const { newEmail } = given.data;
    if (newEmail === own.email)
      return refusal(400, "EMAIL_IS_THE_SAME", "That is your address already.", {
        field: "newEmail",
      });
    const refused = await this.#mailLimits(newEmail, request);
    if (refused) return refused;
    background(async () => {
      const asked = withFields(request, { newEmail });
      if (!(await accountByEmail(em.fork(), newEmail))) return next(asked);
      // Somebody has it. Whoever asks is told the same, and its owner is told when the old address confirms.
      return mails.confirmChange(own, newEmail, await changeToken(own, newEmail));
    });
    return takenOn();
  }

  async #resetPassword(fields: Fields, request: Request): Promise<Response> {
    const given = z.object({ token: text(200), newPassword: z.string() }).safeParse(fields);
    if (!given.success) return wrong(given.error);
    const owner = await accountOfResetToken(this.#parts.em.fork(), given.data.token);
    const fault = owner && faultOfPassword(given.data.newPassword, owner);
    if (fault !== undefined)
      return refusal(400, "PASSWORD_REFUSED", fault, { field: "newPassword" });
    return this.#parts.next(withFields(request, given.data));
  }

  /** Signed out everywhere, no device is let in without a code either. */
  async #endSessions(fields: Fields, request: Request): Promise<Response> {
    const own = await this.#ownAccount(request);
    const answer = await this.#parts.next(withFields(request, fields));
    if (own && answer.ok) await endLinks(this.#parts.em.fork(), own);
    return answer;
  }

  async #changePassword(fields: Fields, request: Request): Promise<Response> {
    const own = await this.#ownAccount(request);
    if (!own) return this.#parts.next(withFields(request, fields));
    const given = z
      .object({ currentPassword: password, newPassword: z.string() })
      .safeParse(fields);
    if (!given.success) return wrong(given.error);
    const fault = faultOfPassword(given.data.newPassword, own);
    if (fault !== undefined)
      return refusal(400, "PASSWORD_REFUSED", fault, { field: "newPassword" });
    const answer = await this.#countOwn(
      own,
      // Whoever knew the old password is signed out.
      withFields(request, { ...given.data, revokeOtherSessions: true }),
    );
    if (answer.ok) await this.#parts.passwordChanged(own);
    return answer;
  }

  async #ownPassword(fields: Fields, request: Request): Promise<Response> {
    const asked = withFields(request, fields);
    const own = "password" in fields ? await this.#ownAccount(request) : undefined;
    return own ? this.#countOwn(own, asked) : this.#parts.next(asked);
  }

  /** Counts wrong passwords of somebody who is signed in. */
  async #countOwn(own: AccountRow, request: Request): Promise<Response> {
    const { limits, next } = this.#parts;
    const subject = `signed in: ${own.id}`;
    const { waitSeconds } = await limits.take("account", subject);
    if (waitSeconds !== undefined) return locked(waitSeconds);
    const answer = await next(request);
    if (answer.ok) await limits.reset("account", subject);
    return answer;
  }

  async #ownAccount(request: Request): Promise<AccountRow | undefined> {
    const viewer = await this.#parts.viewerOf(request.headers);
    if (viewer.kind !== "person") return undefined;
    return accountById(this.#parts.em.fork(), viewer.personId);
  }
}

async function fieldsOf(request: Request): Promise<Fields | undefined> {
  try {
    const value: unknown = JSON.parse(await request.text());
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same request with these fields and no others. */
function withFields(request: Request, fields: Fields): Request {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify(fields) });
}
