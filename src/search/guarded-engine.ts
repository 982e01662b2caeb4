import { DriverException } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { DomainError } from "../kernel/errors.ts";
import type { Circuit } from "./circuit.ts";
import type { SearchAnswer, SearchEngine, SearchRequest } from "./port.ts";

export interface Guard {
  /** Answers as long as it can. */
  readonly usual: SearchEngine;
  /** Answers whenever the usual one does not. */
  readonly other: SearchEngine;
  readonly circuit: Circuit;
  /** Told of every failure of the usual engine, whether it opened the circuit or not. */
  readonly failed?: (error: unknown) => void;
}

/**
 * An engine that is never down while `other` is not: what the usual engine fails to answer, or would while the circuit is
 * open, the other one answers with `degraded: true`. Pieces of an answer that are made later are guarded too.
 */
export function guardedEngine({ usual, other, circuit, failed }: Guard): SearchEngine {
  const instead = async (em: Em, request: SearchRequest): Promise<SearchAnswer> => ({
    ...(await other.search(em, request)),
    degraded: true,
  });
  /** What the usual engine answers; undefined when it failed. */
  const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (!circuit.closed) return undefined;
    try {
      const answer = await work();
      circuit.succeeded();
      return answer;
    } catch (error) {
      // A request that is wrong is wrong everywhere; and without the database nobody answers.
      if (error instanceof DomainError || error instanceof DriverException) throw error;
      circuit.failed(error);
      failed?.(error);
      return undefined;
    }
  };
  return {
    async search(em, request) {
      const answer = await tried(() => usual.search(em, request));
      if (!answer) return instead(em, request);
      return {
        ...answer,
        snippets: async () =>
          (await tried(answer.snippets)) ?? (await instead(em, request)).snippets(),
        looser: async () => (await tried(answer.looser)) ?? (await instead(em, request)).looser(),
      };
    },
  };
}
