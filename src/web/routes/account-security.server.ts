import { toString as drawQrCode } from "qrcode";
import { data, redirect, redirectDocument } from "react-router";
import type { Enrolment } from "../components/account/second-factor-parts.tsx";
import { authenticate, type SignInAnswer } from "../data/authenticate.server.ts";
import { deviceInWords } from "../data/device.ts";
import { readForm, refused, type SentForm } from "../data/form.server.ts";
import { ownSessionOrSignIn } from "../data/session.server.ts";
import { refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/account-security.ts";

const page = "/account/security";

interface ListedSession {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly userAgent?: string | null;
}

/** A list that sign-in answers. */
const listOf = <Row>({ ok, data: rows }: SignInAnswer): readonly Row[] =>
  ok && Array.isArray(rows) ? (rows as readonly Row[]) : [];

/** How one signs in, and where one is signed in. Of sessions the page learns ids; what they are carried by stays here. */
export async function loader(args: Route.LoaderArgs) {
  const own = await ownSessionOrSignIn(args);
  const sessions = listOf<ListedSession>(await authenticate(args, "/list-sessions"));
  const ways = listOf<{ providerId: string }>(await authenticate(args, "/list-accounts"));
  return {
    email: own.email,
    secondFactor: own.secondFactor,
    hasPassword: ways.some(({ providerId }) => providerId === "credential"),
    sessions: sessions
      .map(({ id, createdAt, userAgent }) => ({
        id,
        since: createdAt,
        device: deviceInWords(userAgent ?? ""),
        isThis: id === own.id,
      }))
      .toSorted((a, b) => Number(b.isThis) - Number(a.isThis) || (a.since < b.since ? 1 : -1)),
  };
}

/** Changes one thing of how one signs in; `intent` says which. */
export async function action(args: Route.ActionArgs) {
  await ownSessionOrSignIn(args);
  return perform(args, await readForm(args.request));
}

async function perform(args: Route.ActionArgs, form: SentForm) {
  switch (form.intent) {
    case "password":
      return changePassword(args, form);
    case "password-link":
      return askForPassword(args);
    case "email":
      return changeEmail(args, form);
    case "factor-start":
      return startSecondFactor(args, form);
    case "factor-verify":
      return verifySecondFactor(args, form);
    case "factor-codes":
      return newRecoveryCodes(args, form);
    case "factor-off":
      return endSecondFactor(args, form);
    case "session":
      return endSession(args, form);
    case "sessions":
      return endAllSessions(args);
    default:
      throw data(null, { status: 400 });
  }
}

const saved = (name: string, headers: Headers) => redirect(`${page}?saved=${name}`, { headers });

async function changePassword(args: Route.ActionArgs, form: SentForm) {
  const currentPassword = form.exactly("currentPassword");
  const newPassword = form.exactly("newPassword");
  const fields = {
    ...(currentPassword === "" && { currentPassword: "Write your present password" }),
    ...(newPassword === "" && { newPassword: "Choose a new password" }),
  };
  if (Object.keys(fields).length > 0) return refused(form, { fields });
  const answer = await authenticate(args, "/change-password", {
    currentPassword,
    newPassword,
    revokeOtherSessions: true,
  });
  if (!answer.ok) return refusedBySignIn(answer, form, { password: "currentPassword" });
  return saved("password", answer.headers);
}

/** For who has none: it is chosen with a link, like one that was forgotten. */
async function askForPassword(args: Route.ActionArgs) {
  const { email } = await ownSessionOrSignIn(args);
  const answer = await authenticate(args, "/request-password-reset", { email });
  return saved(answer.ok ? "password-link" : "too-many", answer.headers);
}

async function changeEmail(args: Route.ActionArgs, form: SentForm) {
  const newEmail = form.line("newEmail");
  if (newEmail === "") return refused(form, { fields: { newEmail: "Write the new address" } });
  const answer = await authenticate(args, "/change-email", { newEmail });
  if (!answer.ok) return refusedBySignIn(answer, form, { email: "newEmail" });
  return saved("email", answer.headers);
}

const ownPassword = (form: SentForm): { password?: string } =>
  form.has("password") ? { password: form.exactly("password") } : {};

async function startSecondFactor(args: Route.ActionArgs, form: SentForm) {
  const answer = await authenticate(args, "/two-factor/enable", ownPassword(form));
  const uri = answer.data?.totpURI;
  if (!answer.ok || typeof uri !== "string") return refusedBySignIn(answer, form);
  return data({ enrolment: await enrolmentOf(uri, codesIn(answer)) }, { headers: answer.headers });
}

const codesIn = ({ data: fields }: SignInAnswer): readonly string[] =>
  Array.isArray(fields?.backupCodes) ? fields.backupCodes.map(String) : [];

async function enrolmentOf(uri: string, codes: readonly string[]): Promise<Enrolment> {
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return {
    uri,
    key: key.replaceAll(/(.{4})(?=.)/g, "$1 "),
    picture: await drawQrCode(uri, { type: "svg", margin: 2 }),
    codes,
  };
}

async function verifySecondFactor(args: Route.ActionArgs, form: SentForm) {
  const code = form.line("code").replaceAll(/[\s-]/g, "");
  const answer =
    code === "" ? undefined : await authenticate(args, "/two-factor/verify-totp", { code });
  if (answer?.ok) return saved("factor-on", answer.headers);
  const refusal = answer
    ? refusedBySignIn(answer, form)
    : refused(form, { fields: { code: "Type the code that the app shows" } });
  const uri = form.line("uri");
  if (!uri.startsWith("otpauth://totp/") || !URL.canParse(uri)) return refusal;
  // The picture and the codes are still on the way to be kept.
  const enrolment = await enrolmentOf(uri, form.all("recovery"));
  return data({ ...refusal.data, enrolment }, { status: 400 });
}

async function newRecoveryCodes(args: Route.ActionArgs, form: SentForm) {
  const answer = await authenticate(args, "/two-factor/generate-backup-codes", ownPassword(form));
  if (!answer.ok) return refusedBySignIn(answer, form);
  return data({ codes: codesIn(answer) }, { headers: answer.headers });
}

async function endSecondFactor(args: Route.ActionArgs, form: SentForm) {
  const answer = await authenticate(args, "/two-factor/disable", ownPassword(form));
  return answer.ok ? saved("factor-off", answer.headers) : refusedBySignIn(answer, form);
}

async function endSession(args: Route.ActionArgs, form: SentForm) {
  const sessions = listOf<ListedSession>(await authenticate(args, "/list-sessions"));
  const session = sessions.find(({ id }) => id === form.line("of"));
  // One that is over already is what was asked for.
  if (session) await authenticate(args, "/revoke-session", { token: session.token });
  return saved("session", new Headers());
}

async function endAllSessions(args: Route.ActionArgs) {
  await authenticate(args, "/revoke-sessions", {});
  const { headers } = await authenticate(args, "/sign-out", {});
  return redirectDocument("/sign-in?saved=signed-out-everywhere", { headers });
}
