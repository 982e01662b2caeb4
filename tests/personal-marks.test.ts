import { describe, expect, test } from "vitest";
import { test as worldTest } from "./support/world.ts";
import { cast, whole } from "./support/reflections.ts";
import { personalMarks } from "../src/reflections/personal-marks.ts";
import { personalSentences, unseenSentences } from "./support/personal-sentences.ts";

const known = {
  names: ["Metacognition and self-regulation", "Collaborative learning", "Pupil premium"],
  today: new Date("2026-11-24"),
};

/** A sentence without its brackets, and the places that stood in them. */
function read(sentence: string) {
  const places: { start: number; end: number; words: string }[] = [];
  let text = "";
  for (const [at, part] of sentence.split(/\[\[|\]\]/).entries()) {
    if (at % 2 === 1)
      places.push({ start: text.length, end: text.length + part.length, words: part });
    text += part;
  }
  return { text, places };
}

/** What is found of what a list holds, and what is wrongly taken for something. */
function measure(sentences: readonly string[]) {
  const measured = sentences.map((sentence) => {
    const { text, places } = read(sentence);
    const marks = personalMarks(text, known);
    return {
      places,
      missed: places.filter(
        ({ start, end }) => !marks.some((mark) => mark.start <= start && mark.end >= end),
      ),
      wrong: marks.filter(
        (mark) => !places.some(({ start, end }) => mark.start < end && mark.end > start),
      ),
    };
  });
  const words = (of: "places" | "missed" | "wrong") =>
    measured.flatMap((each) => each[of].map(({ words }) => words));
  return { all: words("places"), missed: words("missed"), wrong: words("wrong") };
}

describe("likely personal data", () => {
  test("is found in the sentences the rules were made with, and not where there is none", () => {
    const { all, missed, wrong } = measure(personalSentences);
    expect(all.length).toBeGreaterThan(45);
    expect(missed).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test("is found in most sentences that the rules were not made with, at the price of some false alarms", () => {
    const { all, missed, wrong } = measure(unseenSentences);
    expect(all).toHaveLength(18);
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(2);
    expect(wrong.length, wrong.join(", ")).toBeLessThanOrEqual(9);
  });

  test("says of each what it is and where it stands", () => {
    const text =
      "Ava Jones, UPN H801200001001, born 03/05/2014.\nRing 07911 123456 or a@b.example, said Mr Khan.";
    const marks = personalMarks(text, known);
    expect(marks.map(({ kind, words }) => [kind, words])).toEqual([
      ["NAME", "Ava Jones"],
      ["PUPIL_NUMBER", "H801200001001"],
      ["DATE_OF_BIRTH", "03/05/2014"],
      ["PHONE", "07911 123456"],
      ["EMAIL", "a@b.example"],
      ["NAME", "Mr Khan"],
    ]);
    for (const { start, end, words } of marks) expect(text.slice(start, end)).toBe(words);
  });

  test("a name found once is found wherever it stands, and nothing is found in no text", () => {
    const marks = personalMarks("Zuzanna first. Then I asked Zuzanna. ZUZANNA!", known);
    expect(marks.map(({ start }) => start)).toEqual([0, 28]);
    expect(personalMarks("", known)).toEqual([]);
    expect(personalMarks("…\n\n42 %", known)).toEqual([]);
  });

  test("what the vocabulary, a strand or the school is called is nobody", () => {
    const text = "We read about Arlo Method with staff of Florence Grove.";
    const names = ["Arlo Method", "Florence Grove"];
    expect(personalMarks(text, known).length).toBe(2);
    expect(personalMarks(text, { ...known, names })).toEqual([]);
  });

  test("a long text of one letter, of digits or of capitals is read to its end", () => {
    for (const piece of ["a", "1", "A", "Ab ", "1 ", "a@", "a.", "Mr "]) {
      const marks = personalMarks(piece.repeat(5_000 / piece.length), known);
      expect(Array.isArray(marks)).toBe(true);
    }
  });
});

describe("before a reflection is shared", () => {
  worldTest(
    "likely personal data is taken out or confirmed, and asked about again when its part changes",
    async ({ world }) => {
      const { author, act, create } = await cast(world);
      const { id } = await create({ tried: "Amelia tried it with Kayden.", next: "Ask Amelia." });
      const first = await act("share", author, { id, revision: 1 });
      expect(first).toMatchObject({
        __typename: "ReflectionMarksToClear",
        marks: [
          { part: "TRIED", kind: "NAME", words: "Amelia", isConfirmed: false },
          { part: "TRIED", kind: "NAME", words: "Kayden", isConfirmed: false },
          { part: "NEXT", kind: "NAME", words: "Amelia", isConfirmed: false },
        ],
      });
      const keys = first.marks.map(({ key }: { key: string }) => key);
      expect(new Set(keys).size).toBe(3);
      const some = await act("share", author, { id, revision: 1, confirmedMarks: keys.slice(1) });
      expect(some.marks).toMatchObject([{ words: "Amelia", part: "TRIED" }]);
      // What was confirmed is remembered, and for the next act too.
      expect(
        await act("share", author, { id, revision: 1, confirmedMarks: [keys[0]] }),
      ).toMatchObject({ visibility: "SCHOOL" });
      expect(await act("submit", author, { id, revision: 1 })).toMatchObject({
        state: "SUBMITTED",
      });
      await act("update", author, { id, revision: 1, tried: "Amelia tried it with Kayden twice." });
      const again = await act("submit", author, { id, revision: 2, confirmedMarks: keys });
      expect(again.marks).toMatchObject([{ words: "Amelia" }, { words: "Kayden" }]);
      expect(
        await act("update", author, { id, revision: 2, tried: "Two pupils tried it." }),
      ).toMatchObject({ revision: 3 });
      expect(await act("submit", author, { id, revision: 3 })).toMatchObject({
        state: "SUBMITTED",
      });
    },
  );

  worldTest(
    "a text that is not saved can be looked through by who is signed in",
    async ({ world }) => {
      const { author } = await cast(world);
      const check = `query ($text: ReflectionTextInput!) { reflectionCheck(text: $text) { part kind start end words isConfirmed } }`;
      const text = { ...whole, title: "With Zofia" };
      const { data } = await world.ask(check, { text }, author);
      expect(data.reflectionCheck).toEqual([
        { part: "TITLE", kind: "NAME", start: 5, end: 10, words: "Zofia", isConfirmed: false },
      ]);
      const { errors } = await world.ask(check, { text });
      expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
    },
  );
});
