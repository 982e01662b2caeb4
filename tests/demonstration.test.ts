import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { refreshDemonstration } from "../src/app/demonstration.ts";
import { Term } from "../src/terms/term.entity.ts";
import { testDatabase } from "./support/database.ts";

describe("the demonstration", async () => {
  const { em } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "potbank-demonstration-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const mark = join(folder, "demonstration.json");
  const slug = "metacognition";

  /** Labels a term otherwise than the seeds do; answers what loading the demonstration makes of it. */
  async function labelAfter(now: string): Promise<string> {
    await em.fork().nativeUpdate(Term, { slug }, { label: "Altered" });
    await refreshDemonstration(em, folder, new Date(now));
    return (await em.fork().findOneOrFail(Term, { slug })).label;
  }

  test("is loaded once a day in London and a build", async () => {
    await refreshDemonstration(em, folder, new Date("2026-06-14T07:00:00Z"));
    expect(await labelAfter("2026-06-14T22:59:00Z")).toBe("Altered");
    expect(await labelAfter("2026-06-14T23:00:00Z")).toBe("Metacognition and self-regulation");
    expect(await labelAfter("2026-06-15T22:59:00Z")).toBe("Altered");
  });

  test("is loaded anew by another build", async () => {
    const kept = JSON.parse(await readFile(mark, "utf8")) as Record<string, string>;
    expect(kept.build).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(mark, JSON.stringify({ ...kept, build: "another" }));
    expect(await labelAfter("2026-06-15T12:00:00Z")).toBe("Metacognition and self-regulation");
    expect(JSON.parse(await readFile(mark, "utf8"))).toEqual(kept);
  });
});
