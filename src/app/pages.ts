import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import express, { type RequestHandler } from "express";
import { origin } from "../kernel/log.ts";
import { firstMax } from "../kernel/paging.ts";
import { depthMax } from "../search/search-cursor.ts";
import type { Config } from "./config.ts";
import { limits } from "./graphql.ts";
import type { HttpParts } from "./http.ts";
import { idsMax } from "./node.resolver.ts";
import { buildFolder } from "./paths.ts";

/** The limits that a client of the API meets, as they are enforced. */
const apiLimits = { ...limits, rows: firstMax, ids: idsMax, hits: depthMax } as const;
type ApiLimits = Readonly<Record<keyof typeof apiLimits, number>>;

/** What the pages' handler is given: see src/web/handler.ts. */
export interface WebOptions {
  execute(request: { document: string; variables: Record<string, unknown> }): Promise<{
    data?: unknown;
    errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  }>;
  publicUrl: string;
  /** Who answers for the site; null where the operator has not said. */
  operator: { name: string | null; email: string | null };
  /** What the API page says of the limits. */
  apiLimits: ApiLimits;
  /** Logs what went wrong; answers the id it is found by. */
  logError(error: unknown): string;
}

const graphiqlPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** GraphiQL from our own build, for browsers that open /graphql. */
export function graphiql(): RequestHandler[] {
  const folder = join(buildFolder, "graphiql");
  if (!existsSync(join(folder, "index.html"))) return [];
  return [
    (request, response, next) => {
      const wantsPage =
        request.method === "GET" &&
        request.query.query === undefined &&
        request.accepts(["application/json", "application/graphql-response+json", "text/html"]) ===
          "text/html";
      if (!wantsPage) return next();
      response.setHeader("content-security-policy", graphiqlPolicy);
      response.sendFile(join(folder, "index.html"));
    },
  ];
}

const pathMax = 1_000;

/**
 * Lets through what a page can be asked for. Pages are read, not written; their addresses are short and can be decoded;
 * and the host is ours, whatever a client calls it: links are made of PUBLIC_URL alone.
 */
const pageRequest = ({ publicUrl }: Config): RequestHandler => {
  const { host } = new URL(publicUrl);
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.status(405).setHeader("allow", "GET, HEAD");
      response.type("text/plain").send("Pages can only be read.\n");
      return;
    }
    if (request.path.length > pathMax || !canDecode(request.path)) {
      response.status(404).type("text/plain").send("There is no such page.\n");
      return;
    }
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
    next();
  };
};

function canDecode(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

/** The pages of the web app; without a build of it there is only the API. */
export async function mountPages(
  app: express.Express,
  { config, log, apollo, context }: HttpParts,
): Promise<void> {
  app.use(pageRequest(config));
  const immutable = { immutable: true, maxAge: "1y", index: false } as const;
  app.use(
    "/graphiql-assets",
    express.static(join(buildFolder, "graphiql"), {
      index: false,
      maxAge: "1h",
      setHeaders: (response) => response.setHeader("content-security-policy", graphiqlPolicy),
    }),
  );
  app.use("/assets", express.static(join(buildFolder, "web/client/assets"), immutable));
  app.use(express.static(join(buildFolder, "web/client"), { index: false, maxAge: "1h" }));
  const entry = join(buildFolder, "web/server/index.js");
  if (!existsSync(entry)) return;
  const web = (await import(pathToFileURL(entry).href)) as {
    createWebHandler(options: WebOptions): RequestHandler;
  };
  app.use(
    web.createWebHandler({
      publicUrl: config.publicUrl,
      operator: { name: config.siteOperator ?? null, email: config.contactEmail ?? null },
      apiLimits,
      async execute({ document, variables }) {
        // A page asks several questions at once: each is the origin of its own statements.
        const { body } = await origin.run({ work: "page", ...origin.getStore() }, () =>
          apollo.executeOperation({ query: document, variables }, { contextValue: context() }),
        );
        if (body.kind !== "single") throw new Error("A page asked for a streamed answer.");
        return body.singleResult;
      },
      logError(error) {
        const logId = randomUUID();
        log.error({ logId, err: error }, "a page failed");
        return logId;
      },
    }),
  );
}
