import { Meilisearch } from "meilisearch";
import { faultOf } from "./fault.ts";

/** Where Meilisearch is; fit to be logged. */
export interface MeilisearchAddress {
  readonly url: string;
  /** Where clients reach it that search it themselves. */
  readonly publicUrl: string;
  /** Name of the index that is searched; an installation's other indexes are called `NAME-…`. */
  readonly index: string;
  /** How long all calls of one search may take together, in milliseconds. */
  readonly timeoutMs: number;
}

export interface MeilisearchKeys {
  /** May do what the server needs, with this installation's indexes alone. */
  readonly apiKey: string;
  /** May only search; what clients' tokens are signed with. No tokens without. */
  readonly searchKey?: string | undefined;
}

/** The calls of one search. They throw a `MeilisearchFault`. */
export type SearchCalls = Pick<Meilisearch, "multiSearch">;

/** The way to one Meilisearch server. What fails throws a `MeilisearchFault`; nothing is tried again here. */
export interface MeilisearchConnection {
  readonly address: MeilisearchAddress;
  /**
   * Begins one search: all calls made through the answer may take `timeoutMs` together, counted from now, the reading of
   * their answers included.
   */
  searching(): SearchCalls;
  /**
   * Anything else: documents, settings, tasks; 30 seconds a call. Pass no `signal` to the package's methods: with one it
   * forgets the time limit. Tasks are waited for by asking for them again, never by `waitTask`; a swap's task is told to
   * nobody but the master key, so that a swap is waited for by the indexes' `createdAt`, which change places.
   */
  ask<T>(work: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** The same for what is only worth knowing soon: 2 seconds a call. */
  glance<T>(work: (client: Meilisearch) => Promise<T>): Promise<T>;
}

/** Writes and questions about settings may find the server at work. */
const patienceMs = 30_000;

const glanceMs = 2_000;

/**
 * How every request is made. A redirect would carry a search elsewhere. A compressed answer comes in pieces, and the server's
 * socket holds each piece back until the one before is acknowledged, which Linux does after 40 ms: seven times the search itself.
 */
export const meilisearchRequests = {
  redirect: "error",
  headers: { "accept-encoding": "identity" },
} as const;

/** Makes no call yet. */
export function connectMeilisearch(
  address: MeilisearchAddress,
  apiKey: string,
): MeilisearchConnection {
  const common = { host: address.url, apiKey, requestInit: meilisearchRequests };
  const patient = new Meilisearch({ ...common, timeout: patienceMs });
  const brief = new Meilisearch({ ...common, timeout: glanceMs });
  const quick = new Meilisearch(common);
  return {
    address,
    searching() {
      const signal = AbortSignal.timeout(address.timeoutMs);
      return {
        multiSearch: (params) => told(quick.multiSearch(params, { signal })),
      };
    },
    ask: (work) => told(work(patient)),
    glance: (work) => told(work(brief)),
  };
}

const told = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    throw faultOf(error);
  });
