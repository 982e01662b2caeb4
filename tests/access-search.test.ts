import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "./access/asking.ts";
import { type Known, type Library, makeLibrary, wordFor } from "./access/library.ts";
import { cellOf, isListed } from "./access/matrix.ts";
import { kinds } from "./access/table-text.ts";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

const database = await testDatabase();
const world = new World(database.em.fork());
let library: Library;
let findable: (Known & { word: string })[];
beforeAll(async () => {
  library = await makeLibrary(world);
  findable = library.known.filter((each) => each.word !== undefined) as typeof findable;
}, 120_000);

/** Everything that one search says. */
const answer = `{
  totalCount correctedQuery suggestedQuery
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

test("every kind of record that search finds is in the library, in every state", () => {
  const types = new Set(findable.map(({ type }) => type));
  expect([...types].sort()).toEqual(Object.keys(kindOf).sort());
});

describe.each(kinds)("%s", (kind) => {
  const search = async (args: string) =>
    (await ask(world, library.cast.viewers[kind], `{ search(${args}) ${answer} }`)).data.search;

  test("finds what the table says by a word of its own, with its snippet and counted by its facets", async () => {
    for (const record of findable) {
      const { word, topic, type } = record;
      const name = `${kind} and ${type} ${record.state} (${cellOf(record, kind)})`;
      const { data } = await ask(
        world,
        library.cast.viewers[kind],
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
    const seen = findable.filter((each) => isListed(each, kind));
    const all = await search(`query: "", first: 100, facets: [KIND, TOPIC]`);
    expect(all.totalCount).toBe(seen.length);
    expect(new Set(all.nodes.map(({ id }: Known) => id))).toEqual(
      new Set(seen.map(({ id }) => id)),
    );
    const kindsSeen = Map.groupBy(seen, ({ type }) => kindOf[type]!);
    expect(
      Object.fromEntries(
        all.facets[0].values.map((each: { value: string; count: number }) => [
          each.value,
          each.count,
        ]),
      ),
    ).toEqual(Object.fromEntries([...kindsSeen].map(([value, of]) => [value, of.length])));
    const topics = all.facets[1].values.map(({ value }: { value: string }) => value);
    const hidden = findable.filter((each) => each.topic && !isListed(each, kind));
    for (const { topic, type, state } of hidden)
      expect(topics, `${kind} and the topic of ${type} ${state}`).not.toContain(topic);
  });

  test("reads no word of what is not for them in anything a search says", async () => {
    const hidden = findable.filter((each) => !isListed(each, kind));
    for (const query of ["tried", "pupils", "learning about", "class", "", "zebra tried "]) {
      const text = JSON.stringify(
        await search(`query: "${query}", first: 100, facets: [KIND, TOPIC, SUBJECT, PHASE]`),
      );
      const never = library.known.flatMap((each) =>
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
  const asked = async () =>
    JSON.stringify(
      await Promise.all(
        queries.map((query) =>
          ask(
            world,
            library.cast.viewers.stranger,
            `{ search(query: "${query}", first: 100, facets: [KIND, TOPIC]) ${answer} }`,
          ),
        ),
      ),
    );
  await world.drain();
  const before = await asked();
  const { author, school } = library.cast;
  const { id: summaryId } = library.known.find(({ state }) => state === "PUBLISHED")!;
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
  await world.drain();
  expect(await asked()).toBe(before);
  const own = await ask(
    world,
    library.cast.viewers.author,
    `{ search(query: "tried") { totalCount } }`,
  );
  expect(own.data.search.totalCount).toBeGreaterThanOrEqual(20);
});
