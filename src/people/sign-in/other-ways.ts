import { z } from "zod";
import type { Logger } from "../../kernel/log.ts";
import { withoutValues } from "./bare-error.ts";
import { type OidcProvider, problemOf, type ProviderProblem } from "./oidc.ts";
import { isOwnPath } from "./own-path.ts";
import { linkPath, linkPathWithin } from "./sign-in-link.ts";
import { signInPath } from "./sign-in.ts";

export interface OtherWaysParts {
  readonly publicUrl: string;
  readonly log: Logger;
  readonly providers: readonly OidcProvider[];
  /** better-auth itself. */
  within(request: Request): Promise<Response>;
  /** What answers everything else. */
  next(request: Request): Promise<Response>;
}

type Handle = (request: Request) => Promise<Response>;

/**
 * Signing in by a link and by other sites, as better-auth offers it, made fit to be reached from outside: a link's token is
 * redeemed by POST alone, and what goes wrong at another site ends at the sign-in page with one of our words for it.
 */
export function otherWays(parts: OtherWaysParts): Handle {
  return (request) => {
    const path = new URL(request.url).pathname.slice(signInPath.length);
    if (path.startsWith("/callback/")) return returned(parts, request);
    if (path === linkPathWithin)
      return Promise.resolve(refusal(404, "NOT_FOUND", "No such address."));
    if (request.method === "POST" && path === linkPath) return byLink(parts, request);
    if (request.method === "POST" && path === "/sign-in/social") return toProvider(parts, request);
    return parts.next(request);
  };
}

const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ code, message }, { status });

async function fieldsOf<T>(request: Request, shape: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  return shape.safeParse(body).data;
}

const sentFromElsewhere = (request: Request, publicUrl: string): boolean => {
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(publicUrl).origin;
};

/** Redeems the token of a link, once; answers as signing in by password does, asking for the second factor too. */
async function byLink({ publicUrl, within }: OtherWaysParts, request: Request): Promise<Response> {
  if (sentFromElsewhere(request, publicUrl))
    return refusal(403, "INVALID_ORIGIN", "This comes from another site.");
  const fields = await fieldsOf(request, z.object({ token: z.string().min(1).max(200) }));
  const over = () =>
    refusal(400, "INVALID_TOKEN", "This link has been used, or is too old. Ask for another one.");
  if (!fields) return over();
  const address = new URL(publicUrl + signInPath + linkPathWithin);
  address.searchParams.set("token", fields.token);
  const answer = await within(new Request(address, { headers: withoutBody(request.headers) }));
  return answer.headers.has("location") ? over() : answer;
}

function withoutBody(from: Headers): Headers {
  const headers = new Headers(from);
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  return headers;
}

/** Answers where to go to sign in at another site. */
async function toProvider(parts: OtherWaysParts, request: Request): Promise<Response> {
  const path = z.string().refine(isOwnPath);
  const fields = await fieldsOf(
    request,
    z.object({
      provider: z.string(),
      callbackURL: path.default("/"),
      errorCallbackURL: path.default("/sign-in"),
      disableRedirect: z.boolean().optional(),
    }),
  );
  const provider = parts.providers.find(({ id }) => id === fields?.provider);
  if (!fields || !provider)
    return refusal(404, "PROVIDER_NOT_FOUND", "There is no such way to sign in.");
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  // These fields and no others: an ID token, above all, must come from the provider and not from the browser.
  const body = JSON.stringify(fields);
  const answer = await parts.within(new Request(request.url, { method: "POST", headers, body }));
  if (answer.status !== 404 && answer.status < 500) return answer;
  parts.log.warn({ provider: provider.id }, "a sign-in provider could not be reached");
  return refusal(
    424,
    "PROVIDER_AWAY",
    `${provider.label} cannot be reached at the moment. Try again, or sign in another way.`,
  );
}

/** A browser that comes back from another site: signed in, or at the sign-in page with what went wrong. */
async function returned(parts: OtherWaysParts, request: Request): Promise<Response> {
  const provider = new URL(request.url).pathname.split("/").at(-1);
  const answer = await parts.within(request).catch((error: unknown) => {
    parts.log.error({ err: withoutValues(error), provider }, "signing in by another site failed");
    return refusal(500, "failed", "");
  });
  const location = answer.headers.get("location");
  const to = location === null ? undefined : new URL(location, parts.publicUrl);
  if (to && !to.searchParams.has("error")) return answer;
  // The last is better-auth's; the page may have put one before it.
  const code = to?.searchParams.getAll("error").at(-1) ?? (await codeOf(answer));
  const problem = problemOf(code);
  parts.log.info({ provider, problem }, "signing in by another site came to nothing");
  const headers = new Headers(answer.headers);
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  headers.set("location", signInPage(parts.publicUrl, problem, to?.searchParams.get("next")));
  return new Response(null, { status: 302, headers });
}

async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined);
  return z.object({ code: z.string() }).safeParse(body).data?.code ?? "failed";
}

function signInPage(publicUrl: string, problem: ProviderProblem, next?: string | null): string {
  const page = new URL(`${publicUrl}/sign-in`);
  page.searchParams.set("error", problem);
  if (next) page.searchParams.set("next", next);
  return page.href;
}
