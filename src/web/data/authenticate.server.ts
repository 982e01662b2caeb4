import { data, type RouterContextProvider } from "react-router";
import { optionsContext } from "./request-context.ts";

/** What sign-in answered. */
export interface SignInAnswer {
  readonly ok: boolean;
  readonly status: number;
  /** The answer's own fields; null where it has none. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Its word for what was refused, as INVALID_EMAIL_OR_PASSWORD; undefined when it went well. */
  readonly code: string | undefined;
  /** Where it sends the browser, when it does. */
  readonly location: string | undefined;
  /** To be sent with whatever the page answers: `redirect("/", { headers: answer.headers })`. */
  readonly headers: Headers;
}

/**
 * Asks sign-in within this program, as whoever sent the request; `path` as below /api/auth. A refusal is an answer; a
 * fault of ours ends in a 500 page.
 */
export async function authenticate(
  { context }: { readonly context: Readonly<RouterContextProvider> },
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<SignInAnswer> {
  const method = body === undefined ? "GET" : "POST";
  const answer = await context.get(optionsContext).authenticate({ path, method, body });
  const text = await answer.text();
  const fields = parsed(text);
  if (answer.status >= 500) {
    const logId = context
      .get(optionsContext)
      .logError(new Error(`Sign-in answered ${answer.status} to ${path.split("?")[0]}.`));
    throw data({ logId }, { status: 500 });
  }
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return {
    ok: answer.status < 400,
    status: answer.status,
    data: fields,
    code: typeof fields?.code === "string" ? fields.code : undefined,
    location: answer.headers.get("location") ?? undefined,
    headers,
  };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
