import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "../kernel/log.ts";
import { shippingState } from "../search/meilisearch/shipping/state.ts";
import { waitingFacts } from "../kernel/outbox.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database.ts";
import { within } from "./health.ts";
import { listen } from "./listen.ts";
import type { Metrics, Surroundings } from "./metrics.ts";
import { factHandlers } from "./modules.ts";
import type { SearchSide } from "./search/search-side.ts";
import type { Worker } from "./worker.ts";

/** The private side: `/metrics`, on a port and an address of its own. */
export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

export interface Watched {
  readonly database: Database;
  readonly worker: Worker | undefined;
  readonly search?: SearchSide;
  /** Whether a Meilisearch follows this database. */
  readonly followed?: boolean;
}

const readMs = 2_000;

/** Serves the metrics where the configuration says; throws a `StartError` when it cannot listen there. */
export async function serveMetrics(
  metrics: Metrics,
  { metricsPort = 0, metricsHost }: Pick<Config, "metricsPort" | "metricsHost">,
  watched: Watched,
  log: Logger,
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const plain = (status: number, text: string) =>
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    if (request.url?.split("?")[0] !== "/metrics") return plain(404, "Metrics are at /metrics.\n");
    if (request.method !== "GET") return plain(405, "Metrics can only be read.\n");
    surroundingsOf(watched)
      .then((now) => metrics.page(now))
      .then(({ type, text }) => response.writeHead(200, { "content-type": type }).end(text))
      .catch((error: unknown) => {
        log.error({ err: error }, "the metrics could not be read");
        plain(500, "The metrics could not be read; the log says why.\n");
      });
  });
  await listen(server, { port: metricsPort, host: metricsHost, variable: "METRICS_PORT" });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function surroundingsOf({
  database,
  worker,
  search,
  followed = false,
}: Watched): Promise<Surroundings> {
  const outbox = await within(readMs, waitingFacts(database.em.fork(), factHandlers));
  const lexicon = worker?.lexiconCheckedAt();
  const shipping = followed ? await within(readMs, shippingState(database.em.fork())) : undefined;
  const pool = database.pool?.();
  const circuit = search?.meilisearch?.circuit.report.state;
  return {
    databaseUp: outbox !== undefined,
    ...(pool && { pool }),
    ...(outbox && { outbox }),
    ...(circuit && { searchCircuit: circuit }),
    ...(shipping && {
      shipping: {
        waiting: shipping.waiting,
        oldestSeconds: shipping.oldestSeconds,
        failed: shipping.failed,
        drift:
          shipping.verifiedAt === null
            ? null
            : (shipping.missing ?? 0) + (shipping.stale ?? 0) + (shipping.extra ?? 0),
      },
    }),
    ...(lexicon !== undefined && { lexiconSeconds: (Date.now() - lexicon) / 1000 }),
  };
}
