import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import express, { type Request as ExpressRequest, type RequestHandler } from "express";
import { origin } from "../kernel/log.ts";
import { firstMax } from "../kernel/paging.ts";
import { depthMax } from "../search/search-cursor.ts";
import type { Config } from "./config.ts";
import { limits } from "./graphql.ts";
import { anonymous, type Viewer } from "../kernel/viewer.ts";
import type { WaysIn } from "../people/sign-in/sign-in.ts";
import type { HttpParts } from "./http.ts";
import { idsMax } from "./node.resolver.ts";
import { type Authenticate, authenticateBy, fromThisSite } from "./own-requests.ts";
import { buildFolder } from "./paths.ts";

/** The limits that a client of the API meets, as they are enforced. */
const apiLimits = { ...limits, rows: firstMax, ids: idsMax, hits: depthMax } as const;
type ApiLimits = Readonly<Record<keyof typeof apiLimits, number>>;

/** What the pages' handler is given: see src/web/handler.ts. */
export interface WebOptions {
  /** Runs a document as whoever sent the request; for anyone, without one. */
  execute(
    request: ExpressRequest | null,
    asked: { document: string; variables: Record<string, unknown> },
  ): Promise<{
    data?: unknown;
    errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  }>;
  /** Signs in and out, verifies and resets, for whoever sent the request. */
  authenticate: Authenticate;
  waysIn?: WaysIn;
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

/** A form with four long answers, and a list of people as a file. */
const formBytes = 300_000;

/**
 * Lets through what a page can be asked for. Pages are read, and their forms sent from here alone; their addresses are
 * short and can be decoded; and the host is ours, whatever a client calls it: links are made of PUBLIC_URL alone.
 */
const pageRequest = ({ publicUrl }: Config): RequestHandler => {
  const { host } = new URL(publicUrl);
  return (request, response, next) => {
    const refuse = (status: number, words: string) =>
      response.status(status).type("text/plain").send(`${words}\n`);
    if (!["GET", "HEAD", "POST"].includes(request.method)) {
      response.setHeader("allow", "GET, HEAD, POST");
      refuse(405, "Pages can be read, and their forms sent.");
      return;
    }
    if (request.path.length > pathMax || !canDecode(request.path)) {
      refuse(404, "There is no such page.");
      return;
    }
    if (request.method === "POST") {
      const bytes = Number(request.headers["content-length"] ?? Number.NaN);
      if (Number.isNaN(bytes)) return void refuse(411, "Say how long the form is.");
      if (bytes > formBytes)
        return void refuse(413, `The form is too large; at most ${formBytes} bytes are allowed.`);
      if (!fromThisSite(request, publicUrl))
        return void refuse(
          403,
          "This form was sent from another site. Open the page here, and send it again.",
        );
      // Where it came from has been checked; the router would compare it with an address it cannot know.
      delete request.headers.origin;
    }
    response.vary("cookie");
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
  {
    config,
    log,
    apollo,
    context,
    signIn,
    viewerOf,
  }: HttpParts & { viewerOf: (request: ExpressRequest) => Promise<Viewer> },
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
      authenticate: authenticateBy(signIn, config),
      ...(signIn.waysIn && { waysIn: signIn.waysIn }),
      async execute(request, { document, variables }) {
        const contextValue = context(request ? await viewerOf(request) : anonymous);
        // A page asks several questions at once: each is the origin of its own statements.
        const { body } = await origin.run({ work: "page", ...origin.getStore() }, () =>
          apollo.executeOperation({ query: document, variables }, { contextValue }),
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
