import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Meilisearch } from "meilisearch";
import type { Em } from "../../src/kernel/em.ts";
import { documentsAfter, type IndexDocument } from "../../src/search/meilisearch/document.ts";
import { meilisearchEngine } from "../../src/search/meilisearch/engine.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import type { SearchEngine, SearchRequest } from "../../src/search/port.ts";
import { succeeded } from "./meilisearch.ts";
import { type NamedEngine, vocabulary } from "./search-library.ts";

// Tests write into transactions that are rolled back, where nothing ships documents. Here the index follows before every
// search: the engine is then asked about the very rows that the transaction sees.

type Searching = Pick<Meilisearch, "multiSearch">;

/** What a server answered, by the documents it had and what it was asked. */
type Recorded = Map<string, unknown>;

const index = "contract";
const folder = "tests/meilisearch/recorded";
const fileOf = (name: string) => `${folder}/${name}.jsonl`;

/** The engine over what a real server answered once (`npm run record:meilisearch`); a request it does not know is an error. */
export async function replayed(name: string): Promise<NamedEngine> {
  const lines = (await readFile(fileOf(name), "utf8")).split("\n").filter((line) => line !== "");
  const recorded: Recorded = new Map(lines.map((line) => JSON.parse(line) as [string, unknown]));
  const engine = following(async (state) => ({
    multiSearch: (async (request: object) => {
      const answer = recorded.get(keyOf(state, request));
      if (answer === undefined)
        throw new Error(
          `No answer is recorded in ${fileOf(name)} for ${JSON.stringify(request)}: record anew against a server.`,
        );
      return structuredClone(answer);
    }) as Searching["multiSearch"],
  }));
  return ["Meilisearch as recorded", engine];
}

/** The engine over a real server, in an index of its own; `save` writes what it answered. */
export async function recording(
  client: Meilisearch,
  em: Em,
  name: string,
): Promise<{ engine: NamedEngine; save: () => Promise<void>; close: () => Promise<void> }> {
  const own = `${index}-${name}-${process.pid}`;
  await succeeded(client.createIndex(own, { primaryKey: "id" }));
  await succeeded(client.index(own).updateSettings(await indexSettings(em, vocabulary)));
  const recorded: Recorded = new Map();
  const shipped = new Map<string, string>();
  const engine = following(async (state, documents) => {
    const now = new Map(documents.map((each) => [each.id, JSON.stringify(each)]));
    const changed = documents.filter(({ id }) => shipped.get(id) !== now.get(id));
    const gone = [...shipped.keys()].filter((id) => !now.has(id));
    if (changed.length > 0) await succeeded(client.index(own).addDocuments([...changed]));
    if (gone.length > 0) await succeeded(client.index(own).deleteDocuments(gone));
    for (const id of gone) shipped.delete(id);
    for (const [id, text] of now) shipped.set(id, text);
    return {
      multiSearch: (async (request: object) => {
        const named = JSON.parse(
          JSON.stringify(request).replaceAll(`"${index}"`, `"${own}"`),
        ) as Parameters<Searching["multiSearch"]>[0];
        const answer = JSON.parse(
          JSON.stringify(await client.multiSearch(named)).replaceAll(`"${own}"`, `"${index}"`),
          // What differs from one run to the next says nothing.
          (key, value: unknown) =>
            key === "processingTimeMs" || key === "requestUid" ? undefined : value,
        ) as unknown;
        recorded.set(keyOf(state, request), answer);
        return answer;
      }) as Searching["multiSearch"],
    };
  });
  return {
    engine: ["Meilisearch", engine],
    async save() {
      await mkdir(folder, { recursive: true });
      const lines = [...recorded].sort(([a], [b]) => (a < b ? -1 : 1));
      await writeFile(fileOf(name), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    },
    close: () => succeeded(client.deleteIndex(own)),
  };
}

const keyOf = (state: string, request: object): string =>
  createHash("sha256").update(state).update(JSON.stringify(request)).digest("hex").slice(0, 24);

/** One search after another, each over the documents that its transaction sees. */
function following(
  follow: (state: string, documents: readonly IndexDocument[]) => Promise<Searching>,
): SearchEngine {
  let last: Promise<unknown> = Promise.resolve();
  let client: Searching;
  const engine = meilisearchEngine({
    client: { multiSearch: ((request: never) => client.multiSearch(request)) as never },
    index,
    synonyms: vocabulary,
  });
  const answerTo = async (em: Em, request: SearchRequest) => {
    // The version alone is another in every run.
    const documents = (await documentsAfter(em, "", 10_000)).map((each) => ({
      ...each,
      version: 1,
    }));
    client = await follow(
      createHash("sha256").update(JSON.stringify(documents)).digest("hex"),
      documents,
    );
    return engine.search(em, request);
  };
  return {
    search(em, request) {
      const answer = last.then(() => answerTo(em, request));
      // A search that fails holds up none after it.
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}
