import { describe, expect, test } from "vitest";
import { refreshLexicon } from "../../../src/search/lexicon.ts";
import type { SearchRequest } from "../../../src/search/port.ts";
import { project } from "../../../src/search/projection.ts";
import { SearchSort } from "../../../src/search/search.inputs.ts";
import { ContentKind } from "../../../src/search/searchable.ts";
import { asker, draft, type Library, type NamedEngine, rolledBack } from "../search-library.ts";

const { EVIDENCE_SUMMARY, REFLECTION, CPD_SESSION } = ContentKind;

/** What every engine guarantees: run against each. */
export function contractFinds([name, engine]: NamedEngine, { em }: Library): void {
  describe(`what search finds on ${name}`, () => {
    const asked = asker(engine);
    const ask = (query: string, more: Partial<SearchRequest> = {}) => asked(em(), query, more);
    const ids = async (query: string, more: Partial<SearchRequest> = {}) =>
      (await ask(query, more)).hits.map(({ id }) => id);

    test("all kinds come in one ranked list, titles above bodies", async () => {
      const { hits, total } = await ask("feedback ");
      expect(hits[0]?.id).toBe("feedback");
      expect(new Set(hits.map(({ kind }) => kind))).toEqual(
        new Set([EVIDENCE_SUMMARY, CPD_SESSION]),
      );
      expect(total).toBe(hits.length);
    });

    test("a title that is the query stands first, whatever its case and punctuation", async () => {
      expect((await ids("SCHOOL UNIFORM!"))[0]).toBe("uniform");
      expect((await ids("reading comprehension strategies"))[0]).toBe("reading");
    });

    test("a question of more than ten words finds what it is about", async () => {
      const question =
        "how can I best help the older pupils in my school to plan and monitor and evaluate what they learn?";
      expect((await ids(question))[0]).toBe("metacognition");
    });

    test("wrong letters are corrected, and the answer says so", async () => {
      const answer = await ask("metacogntion");
      expect(answer.hits[0]?.id).toBe("metacognition");
      expect(answer.correctedQuery).toBe("metacognition");
      expect((await ask("Uniforn rules ")).correctedQuery).toBe("Uniform rules ");
      expect((await ask("comprehesnoin ")).correctedQuery).toBe("comprehension ");
      expect((await ask("feedback ")).correctedQuery).toBeNull();
      expect((await ask("xqzwvbnm")).correctedQuery).toBeNull();
    });

    test("a synonym finds what only says it otherwise", async () => {
      expect((await ids("smaller classes"))[0]).toBe("class-size");
      expect(await ids("learning support assistant ")).toContain("assistants");
      expect(await ids("student ")).toContain("metacognition");
      expect(await ids("marking")).toContain("feedback");
    });

    test.each(["TA", "ta", "TAs"])(
      "an acronym typed %s finds what it stands for and no word that looks like it",
      async (query) => {
        expect(await ids(query)).toEqual(["assistants"]);
      },
    );

    test("SEND in any case is not the verb, and EAL, PP and ECT are no parts of words", async () => {
      for (const query of ["SEND", "send", "Send "]) {
        const found = await ids(query);
        expect(found).toContain("send-reading");
        expect(found).not.toContain("letters");
        expect(found).not.toContain("lookalikes");
      }
      for (const query of ["EAL", "pp", "ect"])
        expect(await ids(query)).not.toContain("lookalikes");
    });

    test("an acronym's letters used as a word still find the word's documents", async () => {
      expect((await ids("send letters home to parents"))[0]).toBe("letters");
    });

    test("a word does not find what only has the acronym that looks like its stem", async () => {
      const found = await ids("sending ");
      expect(found).toEqual(expect.arrayContaining(["letters", "lookalikes"]));
      expect(found).not.toContain("send-reading");
    });

    test("an acronym that no vocabulary has is found in any case", async () => {
      await rolledBack(em(), async (fork) => {
        await project(fork, [
          draft("dna", "Genes in Year 10", "Extracting DNA from strawberries."),
        ]);
        const request = {
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 5,
          offset: 0,
          audience: ["public"],
        };
        for (const query of ["DNA", "dna", "dna strawberries"])
          expect((await engine.search(fork, { query, ...request })).hits[0]?.id, query).toBe("dna");
      });
    });

    test("one rare word does not shut out what has all the others", async () => {
      await rolledBack(em(), async (fork) => {
        const filler = Array.from({ length: 40 }, (_, n) =>
          draft(`f${n}`, `Fractions ${n}`, n % 2 ? "Fractions in Year 6." : "A Year 6 class."),
        );
        await project(fork, [...filler, draft("cat", "On the mat", "The inspector sat down.")]);
        await refreshLexicon(fork);
        const request = {
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 50,
          offset: 0,
          audience: ["public"],
        };
        const { hits } = await engine.search(fork, { query: "class fractions sat ", ...request });
        expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(["f0", "cat"]));
      });
    });

    test("a summary with padlocks leads shorter ones that have none and name the approach too", async () => {
      await rolledBack(em(), async (fork) => {
        const text = "Pupils explain their zorbing to each other, and plan the next step. ".repeat(
          4,
        );
        await project(fork, [
          draft("z-approach", "Zorbing and explaining", text, { evidenceStrength: 3 }),
          draft("a-product", "Zorbing teaching approach", "A short page about a product."),
        ]);
        const { hits } = await asked(fork, "zorbing");
        expect(hits.map(({ id }) => id)).toEqual(["z-approach", "a-product"]);
      });
    });

    test("of equal texts, the summary leads the sessions and reflections that hang on it", async () => {
      await rolledBack(em(), async (fork) => {
        const text = "Oracy circles in every lesson.";
        await project(fork, [
          draft("a", "Oracy circles in Year 3", text, { kind: CPD_SESSION }),
          draft("b", "Oracy circles in Year 4", text, { kind: REFLECTION }),
          draft("z", "Oracy circles in Year 5", text),
        ]);
        const request = {
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 5,
          offset: 0,
          audience: ["public"],
        };
        const { hits } = await engine.search(fork, { query: "oracy circles", ...request });
        expect(hits[0]?.id).toBe("z");
      });
    });

    test("an acronym beside other words leads to what has all of them", async () => {
      expect((await ids("SEND reading year 4 "))[0]).toBe("send-reading");
    });

    test("the last word matches what it begins, until a space says it is finished", async () => {
      expect((await ids("metacog"))[0]).toBe("metacognition");
      expect((await ids("reading compreh"))[0]).toBe("reading");
      expect(await ids("unif")).toEqual(["uniform"]);
      expect(await ids("unif ")).toEqual([]);
    });

    test("a document is found at once, although the lexicon has not seen its words", async () => {
      await rolledBack(em(), async (fork) => {
        await project(fork, [
          draft("fresh", "Quizzicality in lessons", "Quizzes and quizzicality."),
        ]);
        const request = {
          query: "quizzicality",
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 5,
          offset: 0,
          audience: ["public"],
        };
        const answer = await engine.search(fork, request);
        expect(answer.hits.map(({ id }) => id)).toEqual(["fresh"]);
        expect(answer.correctedQuery).toBeNull();
      });
    });
  });
}
