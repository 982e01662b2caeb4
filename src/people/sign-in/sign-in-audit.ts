import { auditApart } from "../../kernel/audit.ts";
import type { Em } from "../../kernel/em.ts";
import { anonymous, type Viewer } from "../../kernel/viewer.ts";
import { accountByEmail } from "./accounts.ts";
import { signInPath } from "./sign-in.ts";

export interface SignInAuditParts {
  readonly em: Em;
  viewerOf(headers: Headers): Promise<Viewer>;
  /** Does what nobody waits for. */
  background(work: () => Promise<unknown>): void;
  /** What answers. */
  next(request: Request): Promise<Response>;
}

/** What somebody who is signed in does to their own account, by path; the rest better-auth's hooks tell. */
const ownActs: Readonly<Record<string, string>> = {
  "/sign-out": "session.closed",
  "/revoke-session": "session.closed",
  "/revoke-sessions": "sessions.closed",
  "/revoke-other-sessions": "sessions.closed",
  "/change-email": "address-change.requested",
  "/two-factor/enable": "second-factor.begun",
  "/two-factor/disable": "second-factor.removed",
  "/two-factor/generate-backup-codes": "recovery-codes.renewed",
};

/**
 * Writes into the audit trail what sign-in is asked to do and no hook of better-auth tells: sessions ended, second factors
 * changed, failed attempts on accounts that exist. Afterwards, so that no answer waits for it, and none takes longer
 * because an account exists.
 */
export function auditedSignIn(parts: SignInAuditParts): (request: Request) => Promise<Response> {
  const { em, viewerOf, background, next } = parts;
  return async (request) => {
    const path = new URL(request.url).pathname.slice(signInPath.length);
    const act = request.method === "POST" ? ownActs[path] : undefined;
    // Asked before: signing out ends what tells who it is.
    const viewer = act === undefined ? anonymous : await viewerOf(request.headers);
    const attempt = path === "/sign-in/email" ? request.clone() : undefined;
    const answer = await next(request);
    if (act !== undefined && answer.ok && viewer.kind === "person")
      background(() => auditApart(em, viewer.personId, act, viewer.personId));
    // What is refused unseen, because there were too many, has no line: that would be a way to flood the trail.
    if (attempt && answer.status === 401) background(() => failed(em, attempt));
    return answer;
  };
}

async function failed(em: Em, attempt: Request): Promise<void> {
  const { email } = (await attempt.json().catch(() => ({}))) as { email?: unknown };
  if (typeof email !== "string") return;
  const account = await accountByEmail(em.fork(), email.trim());
  if (account) await auditApart(em, null, "sign-in.failed", account.id);
}
