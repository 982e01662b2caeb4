import { signInPath } from "./sign-in.ts";

/**
 * What may be asked of better-auth from outside, and by our own pages. Everything else it can do, now or in its next
 * version, is closed: some of it, as taking a password away from an account, would go round what we ask for first.
 * Links and other sites have their own addresses: address-links.ts, other-ways.ts.
 */
const open = new Set([
  "GET /get-session",
  "GET /list-accounts",
  "GET /list-sessions",
  "POST /change-email",
  "POST /change-password",
  "POST /request-password-reset",
  "POST /reset-password",
  "POST /revoke-other-sessions",
  "POST /revoke-session",
  "POST /revoke-sessions",
  "POST /send-verification-email",
  "POST /sign-in/email",
  "POST /sign-in/magic-link",
  "POST /sign-out",
  "POST /sign-up/email",
  "POST /two-factor/disable",
  "POST /two-factor/enable",
  "POST /two-factor/generate-backup-codes",
  "POST /two-factor/verify-backup-code",
  "POST /two-factor/verify-totp",
]);

/** The path below ours of what is open; undefined for everything else, and for another spelling of what is open. */
export function openPath({ method, url }: Request): string | undefined {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(signInPath) ? pathname.slice(signInPath.length) : "";
  return open.has(`${method} ${path}`) ? path : undefined;
}
