import type { SignInAnswer } from "./authenticate.server.ts";
import { type Problem, refused, type SentForm } from "./form.server.ts";

/** What a person can do about an answer of sign-in, by its code. */
const problems: Readonly<Record<string, Problem>> = {
  INVALID_EMAIL: {
    fields: { email: "Write the whole e-mail address, like name@school.example" },
  },
  INVALID_EMAIL_OR_PASSWORD: {
    summary:
      "That e-mail address and password do not belong together. Check both, have a link sent to you, or choose a new password. If you have only just made the account, first open the link in our mail.",
  },
  INVALID_PASSWORD: { fields: { password: "That is not your present password" } },
  PASSWORD_TOO_SHORT: { fields: { newPassword: "Use at least 10 characters" } },
  PASSWORD_TOO_LONG: { fields: { newPassword: "Use at most 128 characters" } },
  INVALID_CODE: {
    fields: { code: "That code is not right. Codes change every half minute: type the newest" },
  },
  INVALID_BACKUP_CODE: {
    fields: { code: "That is none of your recovery codes, or it has been used" },
  },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    summary: "Too many wrong codes. Sign in again with your password first.",
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    summary: "Too many wrong codes. Wait a quarter of an hour, then sign in again.",
  },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    summary: "Your account has no password yet. Have a link sent to you to choose one.",
  },
  SESSION_NOT_FRESH: {
    summary: "You signed in some time ago. For this, sign out, sign in again, and come back.",
  },
  TOTP_ALREADY_ENABLED: { summary: "The second step is on already." },
};

const tooMany: Problem = {
  summary: "There were too many attempts. Wait a few minutes, then try again.",
};

/** Codes of a link that is over: used, expired, cut off, or never ours. */
const deadLinks = new Set(["INVALID_TOKEN", "TOKEN_EXPIRED", "USER_NOT_FOUND", "INVALID_USER"]);

/** Whether a link from a mail leads nowhere any more. */
export const isDeadLink = ({ code, location }: SignInAnswer): boolean =>
  deadLinks.has(code ?? "") || (location !== undefined && errorIn(location) !== undefined);

/** The error that sign-in puts into the address it sends a browser to. */
export const errorIn = (location: string): string | undefined =>
  new URL(location, "http://own.invalid").searchParams.get("error") ?? undefined;

/** An answer of sign-in that says no, as the answer to the form; `names` renames the fields at fault. */
export function refusedBySignIn(
  answer: SignInAnswer,
  form: SentForm,
  names: Readonly<Record<string, string>> = {},
) {
  const { summary, fields = {} } = problemOf(answer);
  const renamed: Record<string, string> = {};
  let whole = summary;
  for (const [given, fault] of Object.entries(fields)) {
    const name = names[given] ?? given;
    if (form.has(name)) renamed[name] = fault;
    else whole ??= fault;
  }
  return refused(
    form,
    { fields: renamed, ...(whole !== undefined && { summary: whole }) },
    answer.status,
  );
}

function problemOf({ code, status, data }: SignInAnswer): Problem {
  const words = typeof data?.message === "string" && data.message !== "" ? data.message : undefined;
  // Our own rules say in words fit for people what is wrong, and with which field; better-auth's own are for programs.
  if (typeof data?.field === "string" && words !== undefined)
    return { fields: { [data.field]: words } };
  const known = code === undefined ? undefined : problems[code];
  if (known) return known;
  if (status === 429) return words === undefined ? tooMany : { summary: words };
  return { summary: words ?? "That did not work. Check what you typed, and try again." };
}
