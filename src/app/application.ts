import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { ApolloServer } from "@apollo/server";
import { Context, type Service } from "../kernel/context.ts";
import { type Logger, origin } from "../kernel/log.ts";
import { type TracesOutside, tracesOutside } from "../people/own-data.service.ts";
import { createSignIn } from "../people/sign-in/create-sign-in.ts";
import { type SignIn, signedOut } from "../people/sign-in/sign-in.ts";
import {
  keepInsight,
  noInsight,
  searchInsight,
  type SearchInsight,
} from "../search/insight/insight.ts";
import { drift } from "../search/meilisearch/shipping/check.ts";
import type { Shipping } from "../search/meilisearch/shipping/indexes.ts";
import { startShipper } from "../search/meilisearch/shipping/shipper.ts";
import { searchEngine } from "../search/port.ts";
import { searchTokens } from "../search/search-token.ts";
import type { Config, Secrets } from "./config.ts";
import type { Database, StatementObserver } from "./database.ts";
import { demonstrationAccounts } from "./demonstration-accounts.ts";
import { refreshDemonstration } from "./demonstration.ts";
import { createGraphQLServer } from "./graphql.ts";
import { type OrderTaker, takeOrders } from "./hand-over/server.ts";
import { siteHealth } from "./health.ts";
import { createHttp } from "./http.ts";
import { listen } from "./listen.ts";
import { configuredPost } from "./mail/configured-post.ts";
import { serveMetrics } from "./metrics-server.ts";
import { Metrics } from "./metrics.ts";
import { forgetMailFiles } from "./mail/forget-mail.ts";
import { openDatabase } from "./open-database.ts";
import { apiSchema, printedSchema } from "./schema.ts";
import { retain } from "./retention.ts";
import { configuredSearch } from "./search/configured-search.ts";
import { postgreSqlAlone, type SearchSide } from "./search/search-side.ts";
import { keptSecret } from "./sign-in-secret.ts";
import { shippingOf } from "./shipping.ts";
import { slowStatements } from "./slow-statements.ts";
import { startTimetable, type Timetable } from "./timetable.ts";
import { performOrder } from "./verbs.ts";
import { startWorker, type Worker } from "./worker.ts";

/** Services that requests find in their context. */
export function services(
  metrics?: Metrics,
  { engine, tokens }: SearchSide = postgreSqlAlone(),
): Map<Service<unknown>, unknown> {
  return new Map<Service<unknown>, unknown>([
    [searchEngine, metrics?.timed(engine) ?? engine],
    [searchInsight, noInsight],
    [searchTokens, tokens],
    [tracesOutside, { forget: async () => {} } satisfies TracesOutside],
  ]);
}

/** What every statement is observed by: the slow ones are logged, and all are counted where metrics are kept. */
export function observeStatements(
  config: Config,
  log: Logger,
  metrics: Metrics | undefined,
): StatementObserver {
  const logSlow = slowStatements(log, config.slowStatementMs);
  return (statement) => {
    metrics?.statementAnswered(statement);
    logSlow(statement);
  };
}

/** The HTTP side over an open database, not yet listening. */
export async function createSite(
  database: Database,
  config: Config,
  log: Logger,
  {
    metrics,
    search = postgreSqlAlone(),
    provided = services(metrics, search),
    signIn = signedOut,
    insight = noInsight,
  }: {
    metrics?: Metrics | undefined;
    search?: SearchSide;
    provided?: ReadonlyMap<Service<unknown>, unknown>;
    signIn?: SignIn;
    insight?: SearchInsight;
  } = {},
): Promise<{ http: Server; apollo: ApolloServer<Context> }> {
  const schema = await apiSchema();
  const apollo = createGraphQLServer(schema, log, metrics);
  await apollo.start();
  const traces: TracesOutside = {
    async forget(person) {
      await forgetMailFiles(join(config.dataFolder, "mail"), person.marks);
      if (person.email !== null) await signIn.forget?.(person.email);
    },
  };
  const surroundings = {
    publicUrl: config.publicUrl,
    services: new Map([...provided, [tracesOutside, traces], [searchInsight, insight]]),
  };
  const http = await createHttp({
    config,
    log,
    apollo,
    context: (viewer) => new Context(database.em.fork(), viewer, surroundings),
    signIn,
    schema: printedSchema(schema),
    health: siteHealth(database, search),
    ...(metrics && { metrics }),
  });
  return { http, apollo };
}

/** A running server. */
export interface Application {
  /** Where it listens; the port is the real one where 0 was asked for. */
  readonly port: number;
  /** Where `/metrics` listens; undefined when no metrics are kept. */
  readonly metricsPort?: number;
  /** Lets requests under way finish, then closes everything. */
  stop(): Promise<void>;
}

/** Starts the server: database, seeds where they belong, HTTP, sweeps, metrics where they are asked for. */
export const startApplication = (
  config: Config,
  secrets: Secrets,
  log: Logger,
): Promise<Application> =>
  started(
    config,
    secrets,
    log,
    { purpose: `the server on port ${config.port}`, serving: true },
    async ({ database, metrics, onStop }) => {
      if (config.demonstration)
        await origin.run({ work: "seed" }, () =>
          refreshDemonstration(database.em, join(config.dataFolder, "db"), new Date()),
        );
      const signIn = await createSignIn({
        database: database.forSignIn(),
        em: database.em,
        publicUrl: config.publicUrl,
        secret: secrets.signInSecret ?? (await keptSecret(config.dataFolder)),
        log,
        providers: secrets.oidcProviders,
        secondFactorRequired: config.secondFactorRequired,
        demonstration: await demonstrationAccounts(database, config, log),
      });
      onStop(() => signIn.settled());
      const insight = keepInsight(database.em, log);
      onStop(() => insight.stop());
      const search = configuredSearch(database, config, secrets, log);
      onStop(() => search.stop());
      await search.start();
      const { http, apollo } = await createSite(database, config, log, {
        metrics,
        search,
        signIn,
        ...(config.retention.searchDays > 0 && { insight }),
      });
      onStop(() => apollo.stop());
      await listen(http, { ...config, variable: "PORT" });
      const worker = config.worker
        ? startWorker(database.em, configuredPost(config, secrets, log), log)
        : undefined;
      if (worker) {
        onStop(() => worker.stop());
        const shipping = shippingOf(database, config, secrets);
        if (shipping) {
          const shipper = startShipper(shipping, log);
          onStop(() => shipper.stop());
        }
        const timetable = keepTimetable(database, config, shipping, log);
        onStop(() => timetable.stop());
      }
      if (database.kind === "embedded") {
        const orders = await takeCommands(database, config.dataFolder, log);
        onStop(() => orders.close());
      }
      onStop(() => closed(http));
      return { worker, search, port: (http.address() as AddressInfo).port };
    },
  );

/** Once a night what is too old is removed; once an hour the search index is compared with the database and put right. */
const keepTimetable = (
  database: Database,
  config: Config,
  shipping: Shipping | undefined,
  log: Logger,
): Timetable =>
  startTimetable(
    database,
    [
      {
        name: "retention",
        cron: "17 3 * * *",
        run: () =>
          retain(database.em, config.retention, { mailFolder: join(config.dataFolder, "mail") }),
      },
      ...(shipping
        ? [{ name: "search-drift", cron: "41 * * * *", run: () => drift(shipping) }]
        : []),
    ],
    log,
  );

/** Does what the command line hands over, because this process holds the embedded database. */
const takeCommands = (database: Database, dataFolder: string, log: Logger): Promise<OrderTaker> =>
  takeOrders(
    dataFolder,
    (order, tell, signal) =>
      origin.run({ work: `potbank ${order.verb}` }, () =>
        performOrder(database, order, tell, signal),
      ),
    log,
  );

/** Starts the sweeps alone, with metrics where they are asked for. */
export const startWorkerAlone = (
  config: Config,
  secrets: Secrets,
  log: Logger,
): Promise<Pick<Application, "stop">> =>
  started(
    config,
    secrets,
    log,
    { purpose: "the command potbank worker" },
    async ({ database, onStop }) => {
      const worker = startWorker(database.em, configuredPost(config, secrets, log), log);
      onStop(() => worker.stop());
      const shipping = shippingOf(database, config, secrets);
      if (shipping) {
        const shipper = startShipper(shipping, log);
        onStop(() => shipper.stop());
      }
      const timetable = keepTimetable(database, config, shipping, log);
      onStop(() => timetable.stop());
      log.info("The worker is running.");
      return { worker };
    },
  );

interface Opened {
  readonly database: Database;
  readonly metrics: Metrics | undefined;
  /** What has come up is closed in the opposite order, whether the rest came up or not. */
  readonly onStop: (close: () => Promise<unknown>) => void;
}

async function started<Parts extends { worker: Worker | undefined; search?: SearchSide }>(
  config: Config,
  secrets: Secrets,
  log: Logger,
  { purpose, serving = false }: { purpose: string; serving?: boolean },
  start: (opened: Opened) => Promise<Parts>,
): Promise<Parts & { metricsPort?: number; stop(): Promise<void> }> {
  const metrics = config.metricsPort === undefined ? undefined : new Metrics();
  const observe = observeStatements(config, log, metrics);
  const database = await openDatabase(config, secrets, { purpose, serving, observe });
  const closers = [() => database.close()] as (() => Promise<unknown>)[];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const parts = await start({ database, metrics, onStop: (close) => closers.push(close) });
    const watch =
      metrics &&
      (await serveMetrics(
        metrics,
        config,
        { database, ...parts, followed: config.meilisearch !== undefined },
        log,
      ));
    if (watch) closers.push(() => watch.stop());
    return { ...parts, ...(watch && { metricsPort: watch.port }), stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** Resolves when the requests under way have been answered. */
const closed = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
