import { describe, expect } from "vitest";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import type { Em } from "../src/kernel/em.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

const odd = (em: Em) => em.execute(`create table odd (n int primary key, a text, b text)`);

async function hashOf(em: Em, table: string, without = {}): Promise<string> {
  const hash = (await tableHashes(em, without)).get(table);
  if (!hash) throw new Error(`no hash of ${table}`);
  return hash.hash;
}

describe("the tables' hashes", () => {
  test("are of every table of the schema, also of one made later", async ({ world: { em } }) => {
    await odd(em);
    const [made] = await em.execute<{ names: string[] }[]>(
      `select array_agg(tablename::text) as names from pg_tables where schemaname = current_schema()`,
    );
    const hashes = await tableHashes(em);
    expect([...hashes.keys()].sort()).toEqual([...made!.names].sort());
    expect(hashes.get("odd")).toEqual({
      rows: 0,
      hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
  });

  test("do not depend on the order of writing", async ({ world: { em } }) => {
    const text = "search_word (word, lexeme, documents)";
    await em.execute(`insert into ${text} values ('b', 'b', 1), ('_a', 'a', 1), ('a', 'a', 1)`);
    const one = await hashOf(em, "search_word");
    await em.execute("delete from search_word");
    await em.execute(`insert into ${text} values ('a', 'a', 1), ('b', 'b', 1), ('_a', 'a', 1)`);
    expect(await hashOf(em, "search_word")).toBe(one);
  });

  test("change with the smallest change of a value", async ({ world: { em } }) => {
    await odd(em);
    await em.execute("alter table odd add column t timestamptz, add column d double precision");
    await em.execute("alter table odd add column j jsonb, add column l text[]");
    await em.execute("insert into odd (n) values (1)");
    const seen = [await hashOf(em, "odd")];
    for (const change of [
      "a = ''",
      "a = null, b = ''",
      String.raw`a = E'x\ty\\z\n"\u2028é', b = null`,
      "t = '2026-01-01 12:00:00.000001+01'",
      "t = '2026-01-01 12:00:00.000002+01'",
      "d = 0.1",
      "d = 0.1 + 1e-16",
      "d = 'NaN'",
      "j = 'null'",
      `j = '{"a": 1.00}'`,
      `j = '{"a": 1.0}'`,
      "l = '{}'",
      "l = '{NULL}'",
      `l = '{"NULL"}'`,
    ]) {
      await em.execute(`update odd set ${change}`);
      seen.push(await hashOf(em, "odd"));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("stay the same when the time zone or the style of dates is another", async ({ world }) => {
    const { em } = world;
    await world.session();
    const before = await tableHashes(em);
    await em.execute("set local timezone = 'Asia/Kathmandu'");
    await em.execute("set local datestyle = 'German'");
    await em.execute("set local extra_float_digits = 0");
    expect(await tableHashes(em)).toEqual(before);
  });

  test("leave out the columns and tables that they are told to", async ({ world }) => {
    const { em } = world;
    const without = { columns: ["updated_at", "school.id"], tables: ["outbox_event"] };
    await world.session();
    await world.term(TermScheme.TOPIC);
    await world.school("b");
    await world.school("a");
    const before = await tableHashes(em, without);
    expect(before.has("outbox_event")).toBe(false);
    await em.execute("update cpd_session set updated_at = now() - interval '1 day'");
    await em.execute("update search_document set updated_at = now() - interval '1 day'");
    await em.execute("update school set id = 'new_' || name");
    expect(await tableHashes(em, without)).toEqual(before);
    await em.execute("update school set name = 'c' where name = 'a'");
    const after = await tableHashes(em, without);
    expect(after.get("school")).not.toEqual(before.get("school"));
    expect(after.get("cpd_session")).toEqual(before.get("cpd_session"));
  });

  test("are the same for a table of many pages as for its rows one by one", async ({ world }) => {
    const { em } = world;
    await odd(em);
    await em.execute(
      "insert into odd select n, repeat('x', n % 700), null from generate_series(1, 7000) n",
    );
    const { createHash } = await import("node:crypto");
    const lines = Array.from({ length: 7000 }, (_, at) => at + 1)
      .sort((a, b) => (String(a) < String(b) ? -1 : 1))
      .map((n) => `["${n}", "${"x".repeat(n % 700)}", null]\n`);
    expect((await tableHashes(em)).get("odd")).toEqual({
      rows: 7000,
      hash: createHash("sha256").update(lines.join("")).digest("hex"),
    });
  });
});
