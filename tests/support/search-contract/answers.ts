import { describe, expect, test } from "vitest";
import type { SearchRequest } from "../../../src/search/port.ts";
import { project } from "../../../src/search/projection.ts";
import { SearchFacetField, SearchSort } from "../../../src/search/search.inputs.ts";
import { ContentKind } from "../../../src/search/searchable.ts";
import {
  asker,
  draft,
  type Library,
  type NamedEngine,
  library,
  rolledBack,
} from "../search-library.ts";

const { EVIDENCE_SUMMARY, REFLECTION } = ContentKind;

/** What every engine guarantees: run against each. */
export function contractAnswers([name, engine]: NamedEngine, { em, statements }: Library): void {
  describe(`how search answers on ${name}`, () => {
    const asked = asker(engine);
    const ask = (query: string, more: Partial<SearchRequest> = {}) => asked(em(), query, more);
    const ids = async (query: string, more: Partial<SearchRequest> = {}) =>
      (await ask(query, more)).hits.map(({ id }) => id);
    const ada = { audience: ["public", "person:ada"] };
    const all = Object.values(SearchFacetField);

    test("a document for one person is in no stranger's hits, totals, facets, snippets or spelling", async () => {
      for (const query of ["zorblification", "zorblificatoin", "feedback", ""]) {
        const answer = await ask(query, { facets: all });
        const shown = [answer, [...(await answer.snippets())]];
        expect(JSON.stringify(shown)).not.toMatch(/zorblification|private|secret-topic/);
      }
      expect((await ask("")).total).toBe(library.length - 1);
      expect(await ids("zorblification", ada)).toEqual(["private"]);
      expect((await ask("feedback", ada)).total).toBe((await ask("feedback")).total + 1);
      expect(await ids("zorblification", { audience: ["public", "school:hill"] })).toEqual([
        "private",
      ]);
      expect(await ids("zorblification", { audience: ["public", "school:dale"] })).toEqual([]);
    });

    test("values of one field are alternatives, different fields must all hold", async () => {
      const filter = { topics: ["feedback", "reading"], phases: ["primary"] };
      expect(new Set(await ids("", { filter }))).toEqual(new Set(["feedback", "reading"]));
      expect(await ids("", { filter: { kinds: [REFLECTION], pupilGroups: ["send"] } })).toEqual([
        "send-reading",
      ]);
      expect(await ids("", { filter: { topics: [], kinds: null } })).toHaveLength(
        library.length - 1,
      );
    });

    test("a record without the figure never matches a filter on it", async () => {
      expect(await ids("", { filter: { impactMonthsMin: -12 } })).not.toContain("uniform");
      expect(await ids("", { filter: { evidenceStrengthMin: 0 } })).not.toContain("letters");
      expect(new Set(await ids("", { filter: { costBandMax: 1 } }))).toEqual(
        new Set(["metacognition", "feedback", "uniform"]),
      );
      expect(await ids("", { filter: { costBands: [2, 3] } })).toHaveLength(2);
      expect(await ids("", { filter: { evidenceStrengths: [0] } })).toEqual(["uniform"]);
    });

    test("dates are inclusive from, exclusive up to", async () => {
      const day = (text: string) => new Date(text);
      expect(
        await ids("", {
          filter: { publishedAfter: day("2026-02-02"), publishedBefore: day("2026-02-03") },
        }),
      ).toEqual(["feedback"]);
      expect(await ids("", { filter: { updatedAfter: day("2026-01-02") } })).toEqual([]);
    });

    test("sorts have nulls last, and an empty query is newest first", async () => {
      const { IMPACT, COST, NEWEST, EVIDENCE_STRENGTH } = SearchSort;
      const filter = { kinds: [EVIDENCE_SUMMARY] };
      expect((await ids("", { sort: IMPACT, filter })).at(-1)).toBe("uniform");
      expect((await ids("", { sort: IMPACT, filter }))[0]).toBe("metacognition");
      expect((await ids("", { sort: COST }))[0]).toMatch(/metacognition|feedback|uniform/);
      expect((await ids("", { sort: EVIDENCE_STRENGTH, filter })).at(-1)).toBe("uniform");
      expect(await ids("")).toEqual(await ids("", { sort: NEWEST }));
      expect((await ids(""))[0]).toBe("lookalikes");
      expect((await ids("")).at(-1)).toBe("session");
    });

    test("pages follow one another without gap or repetition", async () => {
      for (const query of ["pupils", ""]) {
        const whole = await ids(query);
        const pieces = await Promise.all(
          whole.map((_each, offset) => ids(query, { first: 1, offset })),
        );
        expect(pieces.flat()).toEqual(whole);
      }
    });

    test("snippets are escaped text in which mark is the only tag", async () => {
      await rolledBack(em(), async (fork) => {
        const evil = `<script>alert("x")</script> a & b \uE000phonics\uE001 <mark>fake</mark> phonics <img src=x onerror=1> it's`;
        await project(fork, [
          draft("evil", `<i>Phonics</i> & \uE000more\uE001`, evil, { headline: evil }),
        ]);
        const answer = await engine.search(fork, {
          query: "phonics ",
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 5,
          offset: 0,
          audience: ["public"],
        });
        const snippets = (await answer.snippets()).get("evil")!;
        expect(snippets.length).toBeGreaterThan(1);
        for (const { html } of snippets) {
          expect(html).toMatch(/<mark>phonics<\/mark>/i);
          expect(html.replace(/<mark>[^<>]*<\/mark>/g, "")).not.toMatch(/[<>"\uE000\uE001]/);
        }
      });
    });

    test("at most three snippets a hit, each with a mark and the name of its piece", async () => {
      const answer = await ask("pupils plan thinking learning ");
      const snippets = (await answer.snippets()).get("metacognition")!;
      expect(snippets.length).toBeLessThanOrEqual(3);
      for (const { field, html } of snippets) {
        expect(["title", "headline", "What is it"]).toContain(field);
        expect(html).toContain("<mark>");
      }
      const letters = await ask("SEND letters home ");
      const html = (await letters.snippets())
        .get("letters")!
        .map((each) => each.html)
        .join();
      expect(html).toContain("<mark>Letters</mark>");
      expect(html).not.toMatch(/<mark>send/i);
    });

    test.each([
      "x".repeat(500),
      "a ".repeat(250),
      "'",
      "''",
      "\\",
      "& | ! <-> : *",
      "pupil:* & !feedback",
      "'feedback' | (",
      "feedback:ABCD",
      "\u0000\u0001\u001f",
      "feedback\u0000",
      "😀",
      "👩‍🏫 feedback",
      "<script>alert(1)</script>",
      `" or 1=1 --`,
      "; drop table search_document",
      "?",
      "??",
      "$1",
      "%",
      "_",
      "the",
      "what is it",
      "-",
      "é",
      "ﬁ",
      "مرحبا",
      "日本語",
      "\ud800",
      "a&b&c",
      "co-operative-self-regulation",
      "'=TA'",
    ])("%j neither fails nor injects", async (query) => {
      const answer = await ask(query, { facets: all });
      expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
    });

    test("a page costs a fixed number of statements, however long it is", async () => {
      const cost = async (first: number, query: string) => {
        // Without the documents that the tests' own index is made of.
        const count = () => statements.filter((each) => !each.includes(`"plainTitle"`)).length;
        const before = count();
        const answer = await ask(query, { first, facets: all });
        const searched = count();
        await Promise.all([answer.snippets(), answer.snippets()]);
        return [searched - before, count() - searched];
      };
      // What PostgreSQL reads the documents for, Meilisearch has in its index.
      const reading = name === "PostgreSQL" ? 1 : 0;
      expect(await cost(1, "pupils ")).toEqual([1 + reading, 1]);
      expect(await cost(100, "pupils ")).toEqual([1 + reading, 1]);
      expect(await cost(100, "metacogntion ")).toEqual([3 + reading, 1]);
      expect(await cost(100, "")).toEqual([reading, 0]);
    });
  });
}
