import type { Em } from "../../kernel/em.ts";
import { publicAudience } from "../audience.ts";
import type { MeilisearchConnection } from "./connection.ts";
import { visibleTo } from "./filter.ts";
import { differences, indexSettings } from "./settings.ts";

/** What whoever fills the index knows of it. */
export interface Filling {
  /** True once it has held everything, and nothing since says that it may not. */
  readonly complete: boolean;
  /** How long the document that waits longest to be shipped has waited, in seconds; 0 when none waits. */
  readonly oldestSeconds: number;
}

/** What is known of the index that was made at this moment; undefined for one that nobody here has filled. */
export type FillingOf = (em: Em, generation: string) => Promise<Filling | undefined>;

/** Why the index must not answer though its server does, in words fit for a log. */
export class Unfit extends Error {
  override readonly name = "Unfit";
}

/** An index so far behind is no answer to somebody who has just written: the database is never behind. */
const behindMaxSeconds = 60;

/**
 * Throws unless the index may answer: it is there, the one that was filled, whole, not far behind, set to what the filters
 * rely on, and it answers a search in time. The cheapest question first; what is wrong is told by the first that fails.
 */
export async function checkFitness(
  em: Em,
  connection: MeilisearchConnection,
  fillingOf: FillingOf,
): Promise<void> {
  const { index } = connection.address;
  await connection.searching().multiSearch({
    queries: [{ indexUid: index, q: "", limit: 1, filter: visibleTo([publicAudience]) }],
  });
  const { createdAt } = await connection.glance((client) => client.index(index).getRawInfo());
  const filling = await fillingOf(em, createdAt);
  if (filling === undefined) throw new Unfit("The index has not been filled from this database.");
  if (!filling.complete) throw new Unfit("The index is not known to be complete.");
  if (filling.oldestSeconds > behindMaxSeconds)
    throw new Unfit("The index is more than a minute behind the database.");
  const current = await connection.glance((client) => client.index(index).getSettings());
  // Synonyms are looked up before the index is asked.
  const { synonyms: _, ...relied } = await indexSettings(em, async () => []);
  const differing = Object.keys(differences(current, relied));
  if (differing.length > 0)
    throw new Unfit(`The index is not set as it should be: ${differing.join(", ")}.`);
}
