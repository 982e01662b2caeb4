import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seedsFolder } from "../src/app/paths.ts";

/** One search as a user sends it: over GraphQL or as a page. */
export interface Search {
  readonly path: string;
  /** What is posted; a page is only fetched. */
  readonly request?: ReturnType<typeof asking>;
}

const document = `query Search($query: String!, $facets: [SearchFacetField!]!, $filter: SearchFilter, $after: String) {
  search(query: $query, facets: $facets, filter: $filter, first: 10, after: $after) {
    totalCount correctedQuery
    edges { cursor snippets { field html } node { id kind title url } }
    facets { field values { value label count } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const allFacets = [
  "KIND",
  "TOPIC",
  "SUBJECT",
  "PHASE",
  "KEY_STAGE",
  "PUPIL_GROUP",
  "COST_BAND",
  "EVIDENCE_STRENGTH",
];

/**
 * Endless searches, the same in every run: some hundred questions of one to four words of the seeds, one in three with
 * a word misspelt; one search in five with every facet, one in six filtered, one in eight as a page of HTML.
 */
export function searches(): (turn: number) => Search {
  const chance = chances(20_261_123);
  const words = seedWords();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const questions = Array.from({ length: 400 }, (_, at) => {
    const question = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(words));
    if (at % 3 === 0) question[0] = misspelt(question[0]!, chance());
    return question.join(" ");
  });
  return (turn) => {
    const query = questions[Math.floor(chance() * questions.length)]!;
    const filtered = turn % 6 === 0;
    if (turn % 8 === 3) {
      const address = new URLSearchParams({ q: query, ...(filtered && { phase: "primary" }) });
      return { path: `/search?${address.toString()}` };
    }
    const variables = {
      query,
      facets: turn % 5 === 1 ? allFacets : [],
      filter: filtered ? { phases: ["primary"] } : null,
    };
    return { path: "/graphql", request: asking(document, variables) };
  };
}

/** The same search from where an answer ended; undefined when that was all. */
export function nextPage({ path, request }: Search, answer: string): Search | undefined {
  if (request === undefined) return undefined;
  const asked = JSON.parse(request.body) as { variables: Record<string, unknown> };
  const { data } = JSON.parse(answer) as {
    data: { search: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
  };
  const { hasNextPage, endCursor } = data.search.pageInfo;
  if (!hasNextPage) return undefined;
  return { path, request: asking(document, { ...asked.variables, after: endCursor }) };
}

/** A search over GraphQL as a client sends it. */
export const asking = (query: string, variables: Readonly<Record<string, unknown>> = {}) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query, variables }),
});

/** Words of four letters and more that stand in the seeds. */
function seedWords(): readonly string[] {
  const folders = ["evidence", "practice"].map((name) => join(seedsFolder, name));
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")),
  );
  return [
    ...new Set(
      texts
        .join(" ")
        .toLowerCase()
        .match(/\b[a-z]{4,16}\b/g),
    ),
  ].toSorted();
}

/** Two neighbouring letters changed over: what hurried fingers do. */
function misspelt(word: string, where: number): string {
  const at = 1 + Math.floor(where * (word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
