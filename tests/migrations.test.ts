import { expect, test } from "vitest";
import { Term, TermScheme } from "../src/terms/term.entity.ts";
import { testDatabase } from "./support/database.ts";

const database = await testDatabase();

test("the migrations make every table the entities read and write", async () => {
  const em = database.em.fork();
  em.create(Term, {
    scheme: TermScheme.TOPIC,
    slug: "a",
    label: "A",
    aliases: ["one, two", "three"],
    position: 1,
    group: null,
  });
  await em.flush();
  for (const meta of database.orm.getMetadata().getAll().values())
    expect(await em.fork().count(meta.class as never), meta.className).toBeGreaterThanOrEqual(0);
  const [row] = await em.createQueryBuilder(Term).where({ slug: "a" }).execute();
  expect(row).toMatchObject({ aliases: ["one, two", "three"], position: 1 });
});
