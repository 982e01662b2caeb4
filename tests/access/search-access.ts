import { beforeAll, describe, expect, test } from "vitest";
import type { Service } from "../../src/kernel/context.ts";
import type { Viewer } from "../../src/kernel/viewer.ts";
import type { World } from "../support/world.ts";
import { ask } from "./asking.ts";
import { type Known, type Library, makeLibrary, wordFor } from "./library.ts";
import { cellOf, isListed } from "./matrix.ts";
import { type Kind, kinds } from "./table-text.ts";

/** Everything that one search says. */
const answer = `{
  engine degraded totalCount correctedQuery suggestedQuery
  looser { query without totalCount }
  facets { field values { value label count } }
  nodes { id title }
  edges { node { id } snippets { field html } } }`;

const kindOf: Readonly<Record<string, string>> = {
  EvidenceSummary: "EVIDENCE_SUMMARY",
  ResearchProject: "RESEARCH_PROJECT",
  Reflection: "REFLECTION",
  CpdSession: "CPD_SESSION",
  SelfStudyItem: "SELF_STUDY",
};

/** With two neighbouring letters in each other's place: near enough to be corrected, and no word of any record. */
const misspelt = (word: string): string => word.slice(0, 4) + word[5]! + word[4]! + word.slice(6);

/** What answers searches, where that is not PostgreSQL alone. */
export interface Searching {
  readonly engine: "POSTGRESQL" | "MEILISEARCH";
  readonly provided?: () => ReadonlyMap<Service<unknown>, unknown>;
  /** Has what was written found. */
  readonly follow: () => Promise<void>;
}

/** The library in a database, found by whatever answers searches. */
export function openAccess(world: World, searching: Searching) {
  let library: Library;
  let findable: readonly (Known & { word: string })[];
  beforeAll(async () => {
    library = await makeLibrary(world);
    findable = library.known.filter((each): each is typeof each & { word: string } =>
      Boolean(each.word),
    );
    await searching.follow();
  }, 120_000);
  return {
    world,
    searching,
    viewer: (kind: Kind): Viewer => library.cast.viewers[kind],
    cast: () => library.cast,
    known: () => library.known,
    findable: () => findable,
    ask: (viewer: Viewer, source: string) => ask(world, viewer, source, {}, searching.provided?.()),
  };
}

/** What a search may tell whom, by the table: of everything in the library, in everything that a search says. */
export function searchAccess({
  world,
  searching: { engine, follow },
  viewer,
  cast,
  known: everything,
  findable: all,
  ask: asked,
}: ReturnType<typeof openAccess>): void {
  test("every kind of record that search finds is in the library, in every state", () => {
    const types = new Set(all().map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(kindOf).sort());
  });

  describe.each(kinds)("%s", (kind) => {
    const search = async (args: string) =>
      (await asked(viewer(kind), `{ search(${args}) ${answer} }`)).data.search;

    test("finds what the table says by a word of its own, with its snippet and counted by its facets", async () => {
      for (const record of all()) {
        const { word, topic, type } = record;
        const name = `${kind} and ${type} ${record.state} (${cellOf(record, kind)})`;
        const { data } = await asked(
          viewer(kind),
          `{ whole: search(query: "${word} ", facets: [KIND, TOPIC]) ${answer}
             begun: search(query: "${word.slice(0, 7)}") ${answer}
             elsewhere: search(query: "${word} ", filter: { subjects: ["nowhere"] }) ${answer}
             wrong: search(query: "${misspelt(word)} ") ${answer}
             exact: search(query: "${misspelt(word)} ", spelling: EXACT) ${answer} }`,
        );
        const { whole, begun, elsewhere, wrong, exact } = data;
        const seen = isListed(record, kind);
        const ids = seen ? [record.id] : [];
        for (const found of [whole, begun]) {
          expect(found.totalCount, name).toBe(ids.length);
          expect(
            found.nodes.map(({ id }: Known) => id),
            name,
          ).toEqual(ids);
          expect(
            found.edges.map(({ node }: { node: Known }) => node.id),
            name,
          ).toEqual(ids);
          expect(found.correctedQuery, name).toBeNull();
          expect([found.engine, found.degraded], name).toEqual([engine, false]);
        }
        const [byKind, byTopic] = whole.facets;
        expect(byKind.values, name).toEqual(
          seen ? [expect.objectContaining({ value: kindOf[type], count: 1 })] : [],
        );
        const topics = byTopic.values.map(({ value }: { value: string }) => value);
        if (topic) expect(topics, name).toEqual(seen ? [topic] : []);
        else if (!seen) expect(topics, name).toEqual([]);
        const html = whole.edges.flatMap(({ snippets }: { snippets: { html: string }[] }) =>
          snippets.map((each) => each.html.toLowerCase()),
        );
        expect(
          html.some((each: string) => each.includes(`<mark>${word}</mark>`)),
          name,
        ).toBe(seen);
        // Looser searches count what the viewer may see, and there is one only where that is something.
        expect(elsewhere.looser, name).toEqual(
          seen ? [{ query: `${word} `, without: ["SUBJECT"], totalCount: 1 }] : [],
        );
        // The words that are offered are those of public records, for everyone: none else's, not even to who may see it.
        const known = isListed(record, "anyone");
        expect(wrong.correctedQuery, name).toBe(known ? `${word} ` : null);
        expect(wrong.totalCount, name).toBe(known ? 1 : 0);
        expect(exact.suggestedQuery, name).toBe(known ? `${word} ` : null);
        if (!known) expect(JSON.stringify([wrong, exact]), name).not.toContain(word);
        if (!seen) expect(JSON.stringify(data).split(word).length - 1, name).toBeLessThanOrEqual(0);
      }
    });

    test("counts under every facet, of everything there is, what the table says and nothing else", async () => {
      const seen = all().filter((each) => isListed(each, kind));
      const found = await search(`query: "", first: 100, facets: [KIND, TOPIC]`);
      expect(found.totalCount).toBe(seen.length);
      expect(new Set(found.nodes.map(({ id }: Known) => id))).toEqual(
        new Set(seen.map(({ id }) => id)),
      );
      const kindsSeen = Map.groupBy(seen, ({ type }) => kindOf[type]!);
      expect(
        Object.fromEntries(
          found.facets[0].values.map((each: { value: string; count: number }) => [
            each.value,
            each.count,
          ]),
        ),
      ).toEqual(Object.fromEntries([...kindsSeen].map(([value, of]) => [value, of.length])));
      const topics = found.facets[1].values.map(({ value }: { value: string }) => value);
      const hidden = all().filter((each) => each.topic && !isListed(each, kind));
      for (const { topic, type, state } of hidden)
        expect(topics, `${kind} and the topic of ${type} ${state}`).not.toContain(topic);
    });

    test("reads no word of what is not for them in anything a search says", async () => {
      const hidden = all().filter((each) => !isListed(each, kind));
      for (const query of ["tried", "pupils", "learning about", "class", "", "zebra tried "]) {
        const text = JSON.stringify(
          await search(`query: "${query}", first: 100, facets: [KIND, TOPIC, SUBJECT, PHASE]`),
        );
        const never = everything().flatMap((each) =>
          each.hidden ? { ...each, word: each.hidden } : [],
        );
        for (const { word, type, state } of [...hidden, ...never])
          expect(text.includes(word), `${kind}, "${query}", ${type} ${state}`).toBe(false);
      }
    });
  });

  test("what is not for a stranger changes neither order nor number of what a stranger finds", async () => {
    const queries = [
      "tried",
      "pupils and",
      "helps",
      `tried ${wordFor("quokka")} `,
      "class",
      "outcome",
    ];
    const answers = async () =>
      JSON.stringify(
        await Promise.all(
          queries.map((query) =>
            asked(
              viewer("stranger"),
              `{ search(query: "${query}", first: 100, facets: [KIND, TOPIC]) ${answer} }`,
            ),
          ),
        ),
      );
    await follow();
    const before = await answers();
    const { author, school } = cast();
    const { id: summaryId } = everything().find(({ state }) => state === "PUBLISHED")!;
    for (let at = 0; at < 20; at++)
      await world.reflection({
        title: `Tried with pupils: ${wordFor("quokka")}`,
        tried: "We tried and tried with the class, pupils and pupils, and it helps.",
        visibility: "PRIVATE" as never,
        publishedAt: null,
        authorId: author.id,
        schoolId: school.id,
        summaryId,
      });
    await follow();
    expect(await answers()).toBe(before);
    const own = await asked(viewer("author"), `{ search(query: "tried") { totalCount } }`);
    expect(own.data.search.totalCount).toBeGreaterThanOrEqual(20);
  });
}
