import { performance } from "node:perf_hooks";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { CircuitState } from "../search/circuit.ts";
import type { SearchEngine } from "../search/port.ts";
import type { Statement } from "./database.ts";

/** What is read at the moment of asking: see `surroundingsOf` in metrics-server.ts. */
export interface Surroundings {
  /** False when the database did not answer in time: then the rest of it is unknown. */
  readonly databaseUp: boolean;
  readonly pool?: { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly outbox?: {
    readonly waiting: number;
    /** Age of the oldest fact that waits, in seconds; 0 when none waits. */
    readonly oldestSeconds: number;
    readonly givenUp: number;
  };
  /** How the way to Meilisearch stands; undefined where there is none. */
  readonly searchCircuit?: CircuitState;
  /** How far the search index is behind; undefined without one that is followed. */
  readonly shipping?: {
    readonly waiting: number;
    /** Age of the oldest document that waits, in seconds; 0 when none waits. */
    readonly oldestSeconds: number;
    readonly failed: number;
    /** Documents in which the last comparison found the index wrong; null before the first. */
    readonly drift: number | null;
  };
  /** Since the lexicon was last found or made fresh; undefined where no sweep runs in this process. */
  readonly lexiconSeconds?: number;
}

/** Names of operations, besides those of our own pages, that are told apart. A client names its operations as it likes. */
const namesMax = 50;

const circuitStates: readonly CircuitState[] = ["closed", "open", "half-open"];

const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/**
 * What one running program counts of itself, in a registry of its own. No label holds anything a person typed or is:
 * no search words, no ids, no addresses; and no label has more values than the code has.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #names = new Set<string>();

  readonly #requests = this.#histogram(
    "http_request_duration_seconds",
    "From the first byte of a request to the end of its answer.",
    ["route", "method", "status"],
  );
  readonly #operations = this.#histogram(
    "graphql_operation_duration_seconds",
    "GraphQL operations by name: those of our pages, the first 50 others, then other.",
    ["operation", "via"],
  );
  readonly #errors = this.#counter(
    "graphql_errors_total",
    "Errors in GraphQL answers, by operation and code.",
    ["operation", "code"],
  );
  readonly #statements = this.#histogram(
    "database_statement_duration_seconds",
    "Statements, the wait for a connection included; to the millisecond.",
    [],
  );
  readonly #failed = this.#counter("database_statements_failed_total", "Statements that failed.");
  readonly #search = this.#histogram(
    "search_duration_seconds",
    "Searches by engine, and whether the query was respelt.",
    ["engine", "corrected"],
  );
  readonly #degraded = this.#counter(
    "search_degraded_total",
    "Searches that PostgreSQL answered because Meilisearch could not.",
  );
  readonly #circuit = this.#gauge(
    "search_circuit",
    "1 for the state that the way to Meilisearch is in: closed, open or half-open.",
    ["state"],
  );
  readonly #up = this.#gauge("database_up", "1 when the database answers within two seconds.");
  readonly #connections = this.#gauge(
    "database_connections",
    "Connections of the pool (total, idle), and requests that wait for one (waiting).",
    ["state"],
  );
  readonly #waiting = this.#gauge("outbox_waiting", "Facts that wait for their handler.");
  readonly #oldest = this.#gauge("outbox_oldest_seconds", "Age of the oldest fact that waits.");
  readonly #givenUp = this.#gauge("outbox_given_up", "Facts whose handler failed too often.");
  readonly #unshipped = this.#gauge(
    "search_index_waiting",
    "Documents that the search index does not hold as they are.",
  );
  readonly #unshippedOldest = this.#gauge(
    "search_index_oldest_seconds",
    "Age of the oldest document that waits for the search index.",
  );
  readonly #refused = this.#gauge(
    "search_index_failed",
    "Documents that the search index refuses.",
  );
  readonly #drift = this.#gauge(
    "search_index_drift",
    "Documents in which the last comparison found the search index wrong.",
  );
  readonly #lexicon = this.#gauge(
    "search_lexicon_age_seconds",
    "Since the sweep last found or made the search lexicon fresh.",
  );

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Call the answer when the request has been answered. */
  requestStarts(): (answered: { route: string; method: string; status: number }) => void {
    const start = performance.now();
    return (labels) => this.#requests.observe(labels, (performance.now() - start) / 1000);
  }

  operationAnswered(of: {
    operation: string;
    via: "api" | "page";
    tookMs: number;
    codes: readonly string[];
  }): void {
    const operation = this.#nameOf(of.operation, of.via);
    this.#operations.observe({ operation, via: of.via }, of.tookMs / 1000);
    for (const code of of.codes) this.#errors.inc({ operation, code });
  }

  statementAnswered({ tookMs, failed }: Statement): void {
    this.#statements.observe(tookMs / 1000);
    if (failed) this.#failed.inc();
  }

  /** The same engine, with its searches timed. */
  timed(engine: SearchEngine): SearchEngine {
    return {
      search: async (em, request) => {
        const start = performance.now();
        const answer = await engine.search(em, request);
        this.#search.observe(
          {
            engine: answer.engine,
            corrected: String(answer.correctedQuery !== null && !request.exact),
          },
          (performance.now() - start) / 1000,
        );
        if (answer.degraded) this.#degraded.inc();
        return answer;
      },
    };
  }

  /** The page that Prometheus reads. */
  async page(now: Surroundings): Promise<{ type: string; text: string }> {
    this.#up.set(now.databaseUp ? 1 : 0);
    for (const [state, count] of Object.entries(now.pool ?? {}))
      this.#connections.set({ state }, count);
    if (now.searchCircuit)
      for (const state of circuitStates)
        this.#circuit.set({ state }, state === now.searchCircuit ? 1 : 0);
    // What is unknown is left out, not shown as it was.
    const set = (gauge: Gauge<string>, value: number | undefined) =>
      value === undefined ? gauge.remove() : gauge.set(value);
    set(this.#waiting, now.outbox?.waiting);
    set(this.#oldest, now.outbox?.oldestSeconds);
    set(this.#givenUp, now.outbox?.givenUp);
    set(this.#unshipped, now.shipping?.waiting);
    set(this.#unshippedOldest, now.shipping?.oldestSeconds);
    set(this.#refused, now.shipping?.failed);
    set(this.#drift, now.shipping?.drift ?? undefined);
    set(this.#lexicon, now.lexiconSeconds);
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }

  /** Pages are ours and few, so their names are always kept; what clients send must not grow without end. */
  #nameOf(name: string, via: "api" | "page"): string {
    if (via === "page" || name === "anonymous" || name === "invalid" || this.#names.has(name))
      return name;
    if (this.#names.size >= namesMax) return "other";
    this.#names.add(name);
    return name;
  }

  #histogram(name: string, help: string, labelNames: string[]): Histogram<string> {
    const registers = [this.#registry];
    return new Histogram({ name: `potbank_${name}`, help, labelNames, buckets: quick, registers });
  }

  #counter(name: string, help: string, labelNames: string[] = []): Counter<string> {
    return new Counter({ name: `potbank_${name}`, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, labelNames: string[] = []): Gauge<string> {
    return new Gauge({ name: `potbank_${name}`, help, labelNames, registers: [this.#registry] });
  }
}
