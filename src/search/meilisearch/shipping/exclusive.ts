import type { Em } from "../../../kernel/em.ts";

/** Runs the work while nobody else does anything under this name; undefined when somebody does. */
export type Exclusive = <T>(
  name: string,
  work: (stillMine: () => Promise<void>) => Promise<T>,
) => Promise<{ done: T } | undefined>;

/** The exclusion was lost: its connection to the database is gone. What was begun is done again. */
export class ExclusionLost extends Error {
  override readonly name = "ExclusionLost";
}

/** Within this process alone: what the embedded database needs, whose one connection must not be kept waiting. */
export function exclusiveHere(): Exclusive {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return undefined;
    held.add(name);
    try {
      return { done: await work(async () => {}) };
    } finally {
      held.delete(name);
    }
  };
}

/**
 * Among all processes on a server's database: an advisory lock on a connection of its own, which ends with the process
 * whatever happens to it. The transaction writes nothing, so it has no number, holds no snapshot, and nothing waits for it.
 * `stillMine` throws once the connection is gone; call it before anything that others must not do meanwhile.
 */
export const exclusiveAmongAll =
  (em: Em): Exclusive =>
  (name, work) =>
    em.fork().transactional(async (tx) => {
      const [row] = await tx.execute<{ mine: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtextextended(?, 7256200142)) as mine`,
        [`potbank search ${name}`],
      );
      if (!row?.mine) return undefined;
      const stillMine = async () => {
        try {
          await tx.execute("select 1");
        } catch (error) {
          throw new ExclusionLost("The lock on shipping was lost.", { cause: error });
        }
      };
      return { done: await work(stillMine) };
    });
