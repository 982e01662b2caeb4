import { raw } from "@mikro-orm/core";
import { describe, expect, test } from "vitest";
import { compiled, rowsUnder } from "../src/kernel/compiled.ts";
import { Term, TermScheme } from "../src/terms/term.entity.ts";
import { testDatabase } from "./support/database.ts";

const { em } = await testDatabase();

describe("a compiled statement", () => {
  test("is taken from memory only for the same values in the same places", () => {
    const first = rowsUnder(em, Term, { scheme: TermScheme.TOPIC });
    expect(rowsUnder(em, Term, { scheme: TermScheme.TOPIC })).toBe(first);
    const others = [
      { scheme: TermScheme.PHASE },
      { slug: TermScheme.TOPIC },
      { scheme: { $ne: TermScheme.TOPIC } },
      { scheme: null },
      {},
    ];
    const statements = others.map((where) => JSON.stringify(rowsUnder(em, Term, where)));
    expect(new Set([JSON.stringify(first), ...statements]).size).toBe(6);
  });

  test("is made anew where the filter holds what JSON cannot tell apart", () => {
    const found = [raw("1 = 1"), raw("1 = 0")].map(
      (condition) => rowsUnder(em, Term, { $and: [{ [condition as never]: [] }] }).sql,
    );
    expect(found[0]).toContain("1 = 1");
    expect(found[1]).toContain("1 = 0");
    let built = 0;
    const build = () => {
      built++;
      return { toQuery: () => ({ sql: "select 1", params: [] }) };
    };
    for (const part of [new Date(0), undefined, Number.NaN, 1n, () => 0, new Map()])
      for (let again = 0; again < 2; again++) compiled(em, [part], build);
    expect(built).toBe(12);
  });

  test("is not kept where its values are very long", () => {
    let built = 0;
    const build = () => {
      built++;
      return { toQuery: () => ({ sql: "select 1", params: [] }) };
    };
    for (const parts of [["short, kept once"], ["x".repeat(5_000)]])
      for (let again = 0; again < 3; again++) compiled(em, parts, build);
    expect(built).toBe(1 + 3);
  });
});
