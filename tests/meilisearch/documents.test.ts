import { describe, expect, test } from "vitest";
import { documentsAfter, documentsOf } from "../../src/search/meilisearch/document.ts";
import { differences, indexSettings } from "../../src/search/meilisearch/settings.ts";
import { project, unproject } from "../../src/search/projection.ts";
import { fillIndex, masterClient, succeeded, withServer } from "../support/meilisearch.ts";
import { meilisearchEngine } from "../../src/search/meilisearch/engine.ts";
import {
  asker,
  draft,
  library,
  openLibrary,
  rolledBack,
  vocabulary,
} from "../support/search-library.ts";

const { em, statements } = await openLibrary();

describe("documents for an index", () => {
  test("carry the lexemes of the row, its acronyms, pairs of neighbours and where its title begins", async () => {
    await rolledBack(em(), async (fork) => {
      await project(fork, [
        draft("one", "One-to-one tuition for SEND", "It's naïve: learning to learn.", {
          publishedAt: null,
        }),
      ]);
      const [document] = await documentsOf(fork, ["one"]);
      expect(document!.lexemes.toSorted()).toEqual(
        ["=send", "learn", "naiv", "one", "tuition"].toSorted(),
      );
      expect(document!.pairs).toEqual(
        expect.arrayContaining(["one|2|one", "one|1|tuition", "learn|2|learn"]),
      );
      expect(document).toMatchObject({
        plainTitle: "one_to_one_tuition_for_send",
        weights: expect.stringMatching(/\|tuition \d+ \d+\|/),
        publishedAt: null,
        audience: ["public"],
      });
      expect(document!.titleEnds).toContain("to_one_tuition_for_send_");
    });
  });

  test("tell no person's or school's id by their audience, and tokens that differ by a capital are two", async () => {
    await rolledBack(em(), async (fork) => {
      await project(fork, [
        draft("small", "Small", "", { audience: ["person:ada"] }),
        draft("large", "Large", "", { audience: ["person:Ada"] }),
        draft("both", "Both", "", { audience: ["person:ada", "public"] }),
      ]);
      const [both, large, small] = await documentsOf(fork, ["small", "large", "both"]);
      expect(both!.audience).toEqual(["public"]);
      expect(small!.audience).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
      expect(large!.audience).not.toEqual(small!.audience);
    });
  });

  test("are read in order of id, a page a statement, without those that are gone", async () => {
    await rolledBack(em(), async (fork) => {
      await unproject(fork, ["feedback"]);
      statements.length = 0;
      const first = await documentsAfter(fork, "", 5);
      expect(statements.length).toBe(1);
      const rest = await documentsAfter(fork, first.at(-1)!.id, 100);
      const ids = [...first, ...rest].map(({ id }) => id);
      expect(ids).toEqual(
        library
          .map(({ id }) => id)
          .filter((id) => id !== "feedback")
          .toSorted(),
      );
      expect(first.every(({ version, bucket }) => version > 0 && bucket >= 0 && bucket < 256)).toBe(
        true,
      );
      expect(await documentsOf(fork, ["feedback"])).toEqual([]);
    });
  });
});

describe("settings", () => {
  test("synonyms lead each way, in terms of three words at most", async () => {
    const { synonyms } = await indexSettings(em(), async () => [
      ["TA", "teaching assistant", "somebody who helps a teacher"],
    ]);
    expect(synonyms).toEqual({ ta: ["teaching assistant"], "teaching assistant": ["ta"] });
  });

  test("only what differs is sent: order counts in ranking rules and not in stop words", async () => {
    const wanted = await indexSettings(em(), vocabulary);
    const { searchableAttributes = null, stopWords = null, rankingRules = null } = wanted;
    expect(differences(wanted, wanted)).toEqual({});
    expect(
      differences({ ...wanted, stopWords: stopWords!.toReversed(), dictionary: ["x"] }, wanted),
    ).toEqual({});
    expect(differences({ ...wanted, rankingRules: rankingRules!.toReversed() }, wanted)).toEqual({
      rankingRules,
    });
    expect(
      differences({ ...wanted, synonyms: { ...wanted.synonyms, more: ["than"] } }, wanted),
    ).toEqual({ synonyms: wanted.synonyms });
    expect(differences({}, { searchableAttributes })).toEqual({ searchableAttributes });
  });
});

describe.skipIf(!withServer)("an index on a real server", () => {
  test("is set to what was wanted: nothing differs afterwards, and every document is in it", async () => {
    const client = masterClient();
    const index = `documents-${process.pid}`;
    try {
      await fillIndex(client, index, em(), vocabulary);
      const wanted = await indexSettings(em(), vocabulary);
      expect(differences(await client.index(index).getSettings(), wanted)).toEqual({});
      expect((await client.index(index).getStats()).numberOfDocuments).toBe(library.length);
      const { hits } = await client.index(index).search("metacognition");
      expect(Object.keys(hits[0]!)).not.toContain("lexemes");
      expect(Object.keys(hits[0]!)).toContain("body");
    } finally {
      await succeeded(client.deleteIndex(index));
    }
  });

  test("tells more hits than it counts as a lower bound, pages past the scored ones, and shows a reader without tokens nothing", async () => {
    const client = masterClient();
    const index = `totals-${process.pid}`;
    await rolledBack(em(), async (fork) => {
      const many = Array.from({ length: 340 }, (_, n) =>
        draft(`many-${n}`, `Abacus ${n}`, "Beads."),
      );
      await project(fork, many);
      try {
        await fillIndex(client, index, fork, vocabulary);
        const ask = asker(
          meilisearchEngine({ client, index, synonyms: vocabulary, totalMax: 300 }),
        );
        expect(await ask(fork, "abacus ")).toMatchObject({ total: 300, totalIsExact: false });
        const pages = await Promise.all(
          [0, 100, 200, 280, 320].map((offset, at) =>
            ask(fork, "abacus ", { offset, first: at < 2 ? 100 : at === 2 ? 80 : 40 }),
          ),
        );
        const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id));
        expect(ids.length).toBe(340);
        expect(new Set(ids).size).toBe(340);
        expect(await ask(fork, "abacus ", { audience: [] })).toMatchObject({ total: 0, hits: [] });
      } finally {
        await succeeded(client.deleteIndex(index));
      }
    });
  });
});
