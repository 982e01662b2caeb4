import { redirect, type RouterContextProvider } from "react-router";
import { authenticate } from "./authenticate.server.ts";
import { signInPath } from "./query.server.ts";

interface RouteArguments {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
}

/** How somebody is signed in at the moment. */
export interface OwnSession {
  /** Id of the session itself, to know it among the others. */
  readonly id: string;
  readonly email: string;
  /** Whether a code is asked for after the password. */
  readonly secondFactor: boolean;
}

const text = (of: unknown, name: string): string => {
  const value = typeof of === "object" && of !== null ? (of as Record<string, unknown>)[name] : "";
  return typeof value === "string" ? value : "";
};

/** The cookie of a session; who has none is signed out, and nothing need be asked. */
export const mayBeSignedIn = (request: Request): boolean =>
  /(?:^|[;\s])(?:__Secure-|__Host-)?potbank\.session_token=/.test(
    request.headers.get("cookie") ?? "",
  );

/** The session of whoever asks; null when they are signed out. */
export async function ownSession(args: RouteArguments): Promise<OwnSession | null> {
  if (!mayBeSignedIn(args.request)) return null;
  const { data } = await authenticate(args, "/get-session");
  if (!data?.session || !data.user) return null;
  return {
    id: text(data.session, "id"),
    email: text(data.user, "email"),
    secondFactor: (data.user as Record<string, unknown>).twoFactorEnabled === true,
  };
}

/** The same for pages that are nobody's without: others sign in first and come back. */
export async function ownSessionOrSignIn(args: RouteArguments): Promise<OwnSession> {
  const session = await ownSession(args);
  if (!session) throw redirect(signInPath(args.request));
  return session;
}
