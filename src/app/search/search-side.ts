import type { Em } from "../../kernel/em.ts";
import { type Logger, origin } from "../../kernel/log.ts";
import { Circuit, type CircuitReport, type CircuitSettings } from "../../search/circuit.ts";
import { guardedEngine } from "../../search/guarded-engine.ts";
import {
  connectMeilisearch,
  type MeilisearchAddress,
  type MeilisearchKeys,
} from "../../search/meilisearch/connection.ts";
import { meilisearchEngine } from "../../search/meilisearch/engine.ts";
import { MeilisearchFault } from "../../search/meilisearch/fault.ts";
import { checkFitness, type FillingOf, Unfit } from "../../search/meilisearch/fitness.ts";
import { tenantTokens } from "../../search/meilisearch/tenant-tokens.ts";
import type { SearchEngine } from "../../search/port.ts";
import { postgreSqlEngine } from "../../search/postgresql-engine.ts";
import { noSearchTokens, type SearchTokens } from "../../search/search-token.ts";
import { synonymGroups } from "../../terms/term.reader.ts";

/** What answers searches: PostgreSQL alone, or Meilisearch with PostgreSQL behind it. */
export interface SearchSide {
  readonly engine: SearchEngine;
  readonly tokens: SearchTokens;
  /** What can be known of Meilisearch; undefined where PostgreSQL answers alone. */
  readonly meilisearch: MeilisearchWatch | undefined;
  /** Begins to look after Meilisearch; resolves once it is known how it is, or after one search's time. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How the index follows the database. */
export interface IndexState {
  /** Documents whose last change has not been shipped; those that are refused are not among them. */
  readonly waiting: number;
  /** How long the one that has waited longest has, in seconds; 0 when none waits. */
  readonly oldestSeconds: number;
  /** Documents that Meilisearch refuses. */
  readonly failed: number;
  /** True once the index has held everything, and nothing since says that it may not. */
  readonly trusted: boolean;
  readonly verifiedAt: Date | null;
  /** What the last comparison found; null before the first. */
  readonly missing: number | null;
  readonly stale: number | null;
  readonly extra: number | null;
}

export interface MeilisearchWatch {
  readonly circuit: Pick<Circuit, "report">;
  readonly indexState: (em: Em) => Promise<IndexState>;
}

/** PostgreSQL answers alone: no server is asked, and nothing is looked after. */
export const postgreSqlAlone = (): SearchSide => ({
  engine: postgreSqlEngine(synonymGroups),
  tokens: noSearchTokens,
  meilisearch: undefined,
  start: async () => {},
  stop: async () => {},
});

export interface MeilisearchParts {
  readonly address: MeilisearchAddress;
  readonly keys: MeilisearchKeys;
  /** The global entity manager, forked for every check. */
  readonly em: Em;
  readonly log: Logger;
  readonly fillingOf: FillingOf;
  readonly indexState: MeilisearchWatch["indexState"];
  /** Pauses between checks, where a test must not wait. */
  readonly circuit?: Partial<CircuitSettings>;
}

/** Meilisearch answers as long as it can, PostgreSQL whenever it cannot. */
export function guardedMeilisearch(parts: MeilisearchParts): SearchSide {
  const { address, keys, em, log, fillingOf, indexState } = parts;
  const connection = connectMeilisearch(address, keys.apiKey);
  const circuit = new Circuit({
    check: () =>
      origin.run({ work: "search check" }, () => checkFitness(em.fork(), connection, fillingOf)),
    reasonOf,
    changed: (report) => logged(log, report),
    ...parts.circuit,
  });
  const { searchKey } = keys;
  return {
    engine: guardedEngine({
      usual: meilisearchEngine({
        // Each call has the time of one search: the engine sends those it needs at once.
        client: { multiSearch: (params) => connection.searching().multiSearch(params) },
        index: address.index,
        synonyms: synonymGroups,
      }),
      other: postgreSqlEngine(synonymGroups),
      circuit,
      failed: (error) => {
        if (isExpected(error)) return;
        // A defect of ours. Its message may hold what was searched for.
        log.error({ defect: defectIn(error) }, "Meilisearch's answer could not be used");
      },
    }),
    tokens:
      searchKey === undefined
        ? noSearchTokens
        : tenantTokens({
            address,
            searchKey,
            failed: ({ message }) =>
              log.warn({ reason: message }, "a search token could not be given"),
          }),
    meilisearch: { circuit, indexState },
    async start() {
      const known = new AbortController();
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, address.timeoutMs).unref();
        known.signal.addEventListener("abort", () => resolve());
      });
      await Promise.race([circuit.start().finally(() => known.abort()), late]);
    },
    stop: () => circuit.stop(),
  };
}

const isExpected = (error: unknown): error is Error =>
  error instanceof MeilisearchFault || error instanceof Unfit;

/** The database may be away too; then nobody answers, and that is told elsewhere. */
const reasonOf = (error: unknown): string =>
  isExpected(error)
    ? error.message
    : `It could not be used (${error instanceof Error ? error.name : typeof error}).`;

function logged(log: Logger, { state, reason }: CircuitReport): void {
  if (state === "closed") log.info("Meilisearch answers searches");
  else log.warn({ reason }, "PostgreSQL answers searches, because Meilisearch cannot");
}

/** An error's kind and where it came from, without its words. */
function defectIn(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, stack: frames?.join("\n") };
}
