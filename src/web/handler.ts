import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@react-router/express";
import type { Request, RequestHandler } from "express";
import { RouterContextProvider } from "react-router";
import * as build from "virtual:react-router/server-build";
import { optionsContext, pageContext, type WebOptions } from "./data/request-context.ts";

/** Mantine writes its theme into a style element (nonce) and sizes into style attributes. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");

/** What the server lends all pages; each request is asked for by itself. */
type Lent = Omit<WebOptions, "execute" | "executeForAnyone" | "authenticate" | "site"> & {
  execute(
    request: Request | null,
    asked: Parameters<WebOptions["execute"]>[0],
  ): ReturnType<WebOptions["execute"]>;
  authenticate(
    request: Request,
    asked: Parameters<WebOptions["authenticate"]>[0],
  ): Promise<Response>;
};

/** The pages as one Express handler; mount it last. */
export function createWebHandler(lent: Lent): RequestHandler {
  return createRequestHandler({
    build,
    mode: import.meta.env.MODE,
    getLoadContext(request, response) {
      const nonce = randomBytes(16).toString("base64");
      response.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce));
      const context = new RouterContextProvider();
      context.set(optionsContext, {
        ...lent,
        site: lent,
        execute: (asked) => lent.execute(request, asked),
        executeForAnyone: (asked) => lent.execute(null, asked),
        authenticate: (asked) => lent.authenticate(request, asked),
      });
      context.set(pageContext, { nonce, logId: undefined });
      return context;
    },
  });
}
