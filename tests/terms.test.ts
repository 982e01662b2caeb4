import { describe, expect } from "vitest";
import { saveVocabulary } from "../src/terms/vocabulary.service.ts";
import { Term, TermScheme } from "../src/terms/term.entity.ts";
import { synonymGroups } from "../src/terms/term.reader.ts";
import { test } from "./support/world.ts";

describe("terms", () => {
  test("come in their own order, all or one scheme, to everyone", async ({ world }) => {
    await world.term(TermScheme.TOPIC, "b", { position: 2 });
    await world.term(TermScheme.TOPIC, "a", { position: 1, aliases: ["TA", "teaching assistant"] });
    await world.term(TermScheme.PD_MECHANISM, "m", { group: "Build knowledge" });
    const { data, errors } = await world.ask(
      `{ terms(scheme: TOPIC) { slug aliases group } all: terms { scheme } mechanisms: terms(scheme: PD_MECHANISM) { group } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.terms).toEqual([
      { slug: "a", aliases: ["TA", "teaching assistant"], group: null },
      { slug: "b", aliases: [], group: null },
    ]);
    expect(data.all).toHaveLength(3);
    expect(data.mechanisms).toEqual([{ group: "Build knowledge" }]);
  });

  test("aliases and synonym groups are what search takes for the same", async ({ world }) => {
    await world.term(TermScheme.TOPIC, "a", { label: "Feedback", aliases: ["marking"] });
    await world.term(TermScheme.TOPIC, "b", { label: "Writing" });
    expect(await synonymGroups(world.fresh)).toEqual([["Feedback", "marking"]]);
  });
});

describe("saveVocabulary", () => {
  const topics = (label: string) =>
    `TOPIC:\n  - { slug: feedback, label: ${label}, aliases: [marking] }`;

  test("adds terms once, brings them up to date, and keeps their ids", async ({ world }) => {
    await saveVocabulary(world.fresh, topics("Feedback"), "- [behaviour, behavior]");
    const [before] = await world.fresh.find(Term, {});
    await saveVocabulary(world.fresh, topics("Marking and feedback"), "- [maths, math]");
    expect(await world.fresh.find(Term, {})).toMatchObject([
      { id: before!.id, label: "Marking and feedback", aliases: ["marking"] },
    ]);
    expect(await synonymGroups(world.fresh)).toEqual([
      ["Marking and feedback", "marking"],
      ["maths", "math"],
    ]);
  });

  test("refuses a field it does not know", async ({ world }) => {
    const wrong = "TOPIC:\n  - { slug: a, lable: A }";
    await expect(async () => saveVocabulary(world.fresh, wrong, "[]")).rejects.toThrow(
      /The vocabulary cannot be used:[\s\S]*TOPIC\.0[\s\S]*lable/,
    );
  });
});
