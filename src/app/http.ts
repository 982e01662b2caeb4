import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { ApolloServer } from "@apollo/server";
import { expressMiddleware } from "@as-integrations/express5";
import compression from "compression";
import cors from "cors";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import helmet from "helmet";
import { pinoHttp } from "pino-http";
import type { Context } from "../kernel/context.ts";
import { type Logger, origin } from "../kernel/log.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { type SignIn, signInPath } from "../people/sign-in/sign-in.ts";
import { auditExport } from "./audit-export.ts";
import type { Config } from "./config.ts";
import { limits } from "./graphql.ts";
import type { Health } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import { signInHandler, viewers } from "./own-requests.ts";
import { graphiql, mountPages } from "./pages.ts";

export interface HttpParts {
  readonly config: Config;
  readonly log: Logger;
  readonly apollo: ApolloServer<Context>;
  /** A context for one request of this viewer. */
  readonly context: (viewer: Viewer) => Context;
  readonly signIn: SignIn;
  readonly schema: string;
  readonly health: Health;
  /** Where requests are counted; nothing is counted without. */
  readonly metrics?: Metrics;
}

/** What a request is for, in as few words as there are kinds: a label of metrics, and the origin of slow statements. */
function routeOf(path: string): string {
  const [, first = ""] = path.split("/", 2);
  const known = ["graphql", "schema.graphql", "health", "assets", "graphiql-assets"];
  return known.includes(first) ? first : "page";
}

/** A form of sign-in is a few short lines. */
const signInBytes = 20_000;

const methods = ["GET", "HEAD", "POST", "OPTIONS"];

/** The HTTP side: health, GraphQL, the schema, GraphiQL, the pages. Not yet listening. */
export async function createHttp(parts: HttpParts): Promise<Server> {
  const { config, log, apollo, context, health, signIn } = parts;
  const viewerOf = viewers(signIn, config.publicUrl);
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustProxy);
  app.use(
    pinoHttp({
      logger: log,
      genReqId(request, response) {
        const given = String(request.headers["x-request-id"] ?? "");
        const id = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
        response.setHeader("x-request-id", id);
        return id;
      },
      // The query string of a page is what a person searched for, and an invitation's address is a key: neither is kept.
      serializers: {
        req: (request) => ({
          method: request.method,
          path: request.url?.split("?")[0]?.replace(/^(\/invitations\/).+/i, "$1…"),
        }),
        res: (response) => ({ status: response.statusCode }),
      },
      autoLogging: { ignore: (request) => /^\/(health|assets)\//.test(request.url ?? "") },
    }),
  );
  app.use((request, response, next) => {
    const method = methods.includes(request.method) ? request.method : "other";
    const route = routeOf(request.path);
    if (parts.metrics) {
      const answered = parts.metrics.requestStarts();
      response.once("close", () => answered({ route, method, status: response.statusCode }));
    }
    origin.run({ work: `${method} ${route}`, requestId: request.id as string }, next);
  });
  // The pages set their own policy, with a nonce for every answer.
  app.use(
    helmet({
      contentSecurityPolicy: false,
      crossOriginResourcePolicy: false,
      strictTransportSecurity: config.publicUrl.startsWith("https:"),
    }),
  );
  app.use(compression());

  app.get("/health/live", (_request, response) => {
    response.json({ status: "ok" });
  });
  app.get("/health/ready", async (_request, response) => {
    const report = await health();
    response.status(report.status === "ok" ? 200 : 503).json(report);
  });

  const readers = cors({
    origin: "*",
    methods: ["GET", "POST"],
    exposedHeaders: ["x-request-id"],
    maxAge: 86_400,
  });
  app.get("/schema.graphql", readers, checkedEachTime, (_request, response) => {
    response.type("text/plain").send(parts.schema);
  });
  app.use("/graphql", readers, ...graphiql(), checkedEachTime);
  app.use("/graphql", express.json({ limit: limits.bodyBytes }), bodyFault);
  app.use(
    "/graphql",
    expressMiddleware(apollo, { context: async ({ req }) => context(await viewerOf(req)) }),
  );

  app.use(
    signInPath,
    express.raw({ type: () => true, limit: signInBytes }),
    signInHandler(signIn, config),
  );

  app.get(
    "/audit.csv",
    auditExport(async (request) => context(await viewerOf(request))),
  );

  await mountPages(app, { ...parts, viewerOf });
  app.use(failure(log));
  return createServer(app);
}

/**
 * What is read by GET may be kept by whoever asked, and is asked for again each time: Express answers 304 when the new answer
 * has the ETag of the old, which is made of the whole body. So nobody ever shows what a write has changed, or the clock.
 */
const checkedEachTime: RequestHandler = (request, response, next) => {
  const reads = request.method === "GET" || request.method === "HEAD";
  const own = request.headers.cookie !== undefined;
  response.setHeader("cache-control", reads && !own ? "no-cache" : "private, no-store");
  // One address answers as JSON, as GraphQL's own type, and as a page for people; and to each what they may see.
  response.vary("accept, cookie");
  next();
};

/** A body that cannot be read: said as GraphQL says it. */
const bodyFault: ErrorRequestHandler = (
  error: { type?: string; status?: number },
  _request,
  response,
  next,
) => {
  const known: Record<string, string> = {
    "entity.too.large": `The request is too large; at most ${limits.bodyBytes} bytes are allowed.`,
    "entity.parse.failed": "The body is not a JSON object.",
  };
  const message = known[error.type ?? ""] ?? "The body cannot be read; send JSON in UTF-8.";
  if (!error.status || error.status >= 500) return next(error);
  response
    .status(error.status)
    .json({ errors: [{ message, extensions: { code: "BAD_USER_INPUT" } }] });
};

const failure =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error.status && error.status < 500) {
      response.status(error.status).type("text/plain").send("The request cannot be read.\n");
      return;
    }
    const logId = randomUUID();
    log.error({ logId, err: error }, "a request failed");
    response
      .status(500)
      .type("text/plain")
      .send(`Something went wrong on our side. If it goes on, tell us this number: ${logId}.\n`);
  };
