import type { IncomingMessage } from "node:http";
import type { Request as ExpressRequest, RequestHandler } from "express";
import { anonymous, type Viewer } from "../kernel/viewer.ts";
import { addressHeader, type SignIn, signInPath } from "../people/sign-in/sign-in.ts";
import type { Config } from "./config.ts";

/**
 * Whether a request comes from a page of ours, from a person who followed a link, or from a program that is no browser.
 * What another site's page sends in a reader's name never counts. A browser says what kind of request it is
 * (Sec-Fetch-Site), an older one at least who sends it (Origin).
 */
export function fromThisSite(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site === "same-origin") return true;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && request.headers["sec-fetch-mode"] === "navigate") return true;
  if (site !== undefined && site !== "none") return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

/** Who asks, found once for a request however many of its parts ask. */
export function viewers(
  signIn: SignIn,
  publicUrl: string,
): (request: ExpressRequest) => Promise<Viewer> {
  const known = new WeakMap<ExpressRequest, Promise<Viewer>>();
  return (request) => {
    const found = known.get(request) ?? viewerOf(request);
    known.set(request, found);
    return found;
  };
  async function viewerOf(request: ExpressRequest): Promise<Viewer> {
    if (request.headers.cookie === undefined || !fromThisSite(request, publicUrl)) return anonymous;
    return signIn.viewerOf(new Headers({ cookie: request.headers.cookie }));
  }
}

/** What sign-in is told of a request: the cookie, the browser, and an address that no client can make up. */
function toldHeaders(request: ExpressRequest, publicUrl: string): Headers {
  const headers = new Headers({
    origin: new URL(publicUrl).origin,
    [addressHeader]: request.ip ?? "",
  });
  for (const name of ["cookie", "user-agent", "accept", "content-type"] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** Asks sign-in within this program, in the name of a request to a page. */
export type Authenticate = (
  request: ExpressRequest,
  asked: { path: string; method: "GET" | "POST"; body?: unknown },
) => Promise<Response>;

export const authenticateBy =
  (signIn: SignIn, { publicUrl }: Config): Authenticate =>
  (request, { path, method, body }) => {
    const headers = toldHeaders(request, publicUrl);
    headers.set("content-type", "application/json");
    headers.set("accept", "application/json");
    return signIn.handle(
      new Request(publicUrl + signInPath + path, {
        method,
        headers,
        ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
      }),
    );
  };

/** Sign-in over HTTP, for links in mails, providers that send people back, and clients that are no browser. */
export const signInHandler =
  (signIn: SignIn, { publicUrl }: Config): RequestHandler =>
  async (request, response) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    response.setHeader("cache-control", "no-store");
    response.setHeader("referrer-policy", "no-referrer");
    if (!reads && !fromThisSite(request, publicUrl)) {
      response.status(403).json({ code: "FORBIDDEN", message: "This comes from another site." });
      return;
    }
    // A request may name a whole address ("GET http://elsewhere/…"): of that the site is none of ours to believe.
    if (!URL.canParse(request.originalUrl, publicUrl)) {
      response.status(400).json({ code: "INVALID_ADDRESS", message: "That is no address." });
      return;
    }
    const { pathname, search } = new URL(request.originalUrl, publicUrl);
    const answer = await signIn.handle(
      new Request(publicUrl + pathname + search, {
        method: request.method,
        headers: toldHeaders(request, publicUrl),
        redirect: "manual",
        ...(!reads && Buffer.isBuffer(request.body) && { body: new Uint8Array(request.body) }),
      }),
    );
    response.status(answer.status);
    answer.headers.forEach((value, name) => {
      if (name !== "set-cookie") response.setHeader(name, value);
    });
    for (const cookie of answer.headers.getSetCookie()) response.append("set-cookie", cookie);
    response.send(Buffer.from(await answer.arrayBuffer()));
  };
