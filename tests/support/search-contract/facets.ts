import { describe, expect, test } from "vitest";
import { project } from "../../../src/search/projection.ts";
import {
  SearchFacetField,
  type SearchFilter,
  SearchSort,
} from "../../../src/search/search.inputs.ts";
import { ContentKind } from "../../../src/search/searchable.ts";
import { draft, type Library, type NamedEngine, rolledBack } from "../search-library.ts";

/** What every engine guarantees: run against each. */
export function contractFacets([name, engine]: NamedEngine, { em }: Library): void {
  describe(`facets on ${name}`, () => {
    const slugs = (name: string, n: number) =>
      Array.from({ length: n }, (_each, at) => `${name}-${at}`);
    const words = ["feedback", "phonics", "reading", "homework", "pupils", "teachers"];
    /** The same sequence every time: a failure can be looked at. */
    function dice(seed: number) {
      let state = seed;
      return (n: number) => (state = (state * 48271) % 2147483647) % n;
    }

    test("a facet's count is the number of hits one gets by choosing that value alone", async () => {
      await rolledBack(em(), async (fork) => {
        const roll = dice(7);
        const some = (from: readonly string[]) => from.filter(() => roll(3) === 0);
        const kinds = Object.values(ContentKind);
        await project(
          fork,
          Array.from({ length: 60 }, (_each, at) =>
            draft(`random-${at}`, `On ${words[roll(6)]}`, some(words).join(" "), {
              kind: kinds[roll(4)]!,
              topics: some(slugs("t", 4)),
              subjects: some(slugs("s", 3)),
              phases: some(slugs("p", 3)),
              keyStages: some(slugs("k", 3)),
              pupilGroups: some(slugs("g", 3)),
              costBand: roll(3) === 0 ? null : 1 + roll(5),
              evidenceStrength: roll(3) === 0 ? null : roll(6),
              impactMonths: roll(3) === 0 ? null : roll(9) - 2,
              audience: roll(4) === 0 ? ["person:ada"] : ["public"],
            }),
          ),
        );
        const choices = (): SearchFilter => ({
          ...(roll(2) && { kinds: kinds.filter(() => roll(2)) }),
          ...(roll(2) && { topics: some(slugs("t", 4)) }),
          ...(roll(2) && { phases: some(slugs("p", 3)) }),
          ...(roll(3) === 0 && { costBands: [1 + roll(5), 1 + roll(5)] }),
          ...(roll(3) === 0 && { evidenceStrengths: [roll(6)] }),
          ...(roll(3) === 0 && { costBandMax: 1 + roll(5) }),
          ...(roll(3) === 0 && { impactMonthsMin: roll(5) - 2 }),
        });
        for (let round = 0; round < 12; round++) {
          const query = ["", "feedback ", "phonics reading ", "homewrok pupils "][roll(4)]!;
          const filter = choices();
          const audience = ["public"];
          const facets = (
            await engine.search(fork, {
              query,
              filter,
              facets: Object.values(SearchFacetField),
              sort: SearchSort.RELEVANCE,
              first: 1,
              offset: 0,
              audience,
            })
          ).facets;
          for (const { field, values } of facets)
            for (const { value, count, selected } of values.slice(0, 4)) {
              const alone = { ...filter, ...chosen(field, value) };
              const { total } = await engine.search(fork, {
                query,
                filter: alone,
                facets: [],
                sort: SearchSort.RELEVANCE,
                first: 1,
                offset: 0,
                audience,
              });
              expect({ query, filter, field, value, count: total }).toEqual({
                query,
                filter,
                field,
                value,
                count,
              });
              expect(selected).toBe(isChosen(filter, field, value));
            }
        }
      });
    });

    test("a chosen value is listed even when nothing has it", async () => {
      const { facets } = await engine.search(em(), {
        query: "feedback ",
        filter: { topics: ["no-such-topic"] },
        facets: [SearchFacetField.TOPIC],
        sort: SearchSort.RELEVANCE,
        first: 5,
        offset: 0,
        audience: ["public"],
      });
      expect(facets[0]?.values).toContainEqual({
        value: "no-such-topic",
        count: 0,
        selected: true,
      });
      expect(facets[0]?.values).toContainEqual({ value: "feedback", count: 2, selected: false });
    });
  });
}

const filterFields = {
  KIND: "kinds",
  TOPIC: "topics",
  SUBJECT: "subjects",
  PHASE: "phases",
  KEY_STAGE: "keyStages",
  PUPIL_GROUP: "pupilGroups",
  COST_BAND: "costBands",
  EVIDENCE_STRENGTH: "evidenceStrengths",
} as const;

const chosen = (field: SearchFacetField, value: string): SearchFilter => ({
  [filterFields[field]]: [/^\d+$/.test(value) ? Number(value) : value],
});

const isChosen = (filter: SearchFilter, field: SearchFacetField, value: string): boolean =>
  (filter[filterFields[field]] ?? []).map(String).includes(value);
