import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@react-router/express";
import type { RequestHandler } from "express";
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

/** The pages as one Express handler; mount it last. */
export function createWebHandler(options: WebOptions): RequestHandler {
  return createRequestHandler({
    build,
    mode: import.meta.env.MODE,
    getLoadContext(_request, response) {
      const nonce = randomBytes(16).toString("base64");
      response.setHeader("Content-Security-Policy", contentSecurityPolicy(nonce));
      const context = new RouterContextProvider();
      context.set(optionsContext, options);
      context.set(pageContext, { nonce, logId: undefined });
      return context;
    },
  });
}
