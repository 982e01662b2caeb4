import type { Em } from "../kernel/em.ts";
import type { CircuitReport } from "../search/circuit.ts";
import { SearchEngineName } from "../search/search.inputs.ts";
import type { Database } from "./database.ts";
import type { IndexState, SearchSide } from "./search/search-side.ts";

/** How search stands beside Meilisearch. Nothing of it makes a process unready: PostgreSQL answers meanwhile. */
export interface SearchHealth {
  /** Who answers searches now. */
  readonly engine: SearchEngineName;
  readonly circuit: CircuitReport["state"];
  readonly since: Date;
  /** Why Meilisearch does not answer, or last did not; null when nothing has gone wrong yet. */
  readonly reason: string | null;
  /** How the index follows the database; null while that cannot be read. */
  readonly index: IndexState | null;
}

/** Whether this process can serve, and what is wrong when it cannot. */
export interface HealthReport {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unreachable";
  /** Only where Meilisearch is configured. */
  readonly search?: SearchHealth;
}

export type Health = () => Promise<HealthReport>;

const patienceMs = 2_000;

/** What the database answers within so many milliseconds; undefined when it fails or takes longer. */
export function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined).unref());
  return Promise.race([answer.catch(() => undefined), late]);
}

/** Asks the database a question, and gives up after two seconds. The database alone decides whether the process is ready. */
export const siteHealth =
  ({ em }: Pick<Database, "em">, search?: SearchSide): Health =>
  async () => {
    const [answer, about] = await Promise.all([
      within(patienceMs, em.fork().execute("select 1")),
      search?.meilisearch && searchHealth(em, search.meilisearch),
    ]);
    const beside = about && { search: about };
    return answer === undefined
      ? { status: "unavailable", database: "unreachable", ...beside }
      : { status: "ok", database: "ok", ...beside };
  };

async function searchHealth(
  em: Em,
  { circuit, indexState }: NonNullable<SearchSide["meilisearch"]>,
): Promise<SearchHealth> {
  const index = (await within(patienceMs, indexState(em.fork()))) ?? null;
  const { state, since, reason } = circuit.report;
  const engine = state === "closed" ? SearchEngineName.MEILISEARCH : SearchEngineName.POSTGRESQL;
  return { engine, circuit: state, since, reason, index };
}
