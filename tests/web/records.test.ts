import { describe, expect, test } from "vitest";
import { ask, main, paths, read, serveForTests } from "./served-pages.ts";

serveForTests();

describe("lists of projects and reflections", () => {
  test("are narrowed by each filter and by all together, newest first", async () => {
    const everything = paths((await read("/projects")).html, "/projects/");
    const { html } = await read("/projects?status=reported&phase=primary&topic=feedback");
    const narrowed = paths(html, "/projects/");
    expect(narrowed.length).toBeLessThan(everything.length);
    expect(narrowed).toEqual(everything.filter((path) => narrowed.includes(path)));
    for (const chip of ["Remove Reported", "Remove Primary", "Remove Feedback"])
      expect(html).toContain(`aria-label="${chip}"`);
    expect(paths((await read("/reflections?strand=feedback")).html, "/reflections/")).not.toEqual(
      [],
    );
  });

  test.each([
    "/projects?status=reported&topic=no-such-topic",
    "/reflections?strand=no-such-strand&session=no-such-session&school=1",
  ])("%s matches nothing, says so, and leads on", async (path) => {
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(main(html)).toContain("matches this");
    expect(main(html)).toMatch(/href="\/(projects|reflections)"/);
  });

  test("parameters that mean nothing are named and left out", async () => {
    const { status, html } = await read("/projects?status=finished&topic=A+B&school=x");
    expect(status).toBe(200);
    for (const part of ["status=finished", "topic=A B", "school=x"]) expect(html).toContain(part);
    expect(paths(html, "/projects/").length).toBeGreaterThan(5);
  });

  test.each(["/projects", "/reflections", "/schools"])(
    "%s is read page by page, each record once, and a broken cursor is not found",
    async (list) => {
      const seen: string[] = [];
      let path: string | undefined = list;
      for (let pages = 0; path !== undefined && pages < 10; pages++) {
        const { status, html } = await read(path);
        expect(status).toBe(200);
        const records = { "/schools": "/schools/\\d", "/reflections": "/reflections/reflection_" };
        const under = records[list as keyof typeof records] ?? `${list}/`;
        seen.push(...paths(html, under));
        path = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
          .exec(html)
          ?.slice(1)
          .find(Boolean)
          ?.replaceAll("&amp;", "&");
      }
      expect(path).toBeUndefined();
      expect(new Set(seen).size).toBe(seen.length);
      const field = list === "/projects" ? "researchProjects" : list.slice(1);
      const data = await ask<Record<string, { totalCount: number }>>(`{ ${field} { totalCount } }`);
      expect(seen).toHaveLength(data[field]!.totalCount);
      expect((await read(`${list}?after=nonsense`)).status).toBe(404);
    },
  );
});

describe("pages of schools", () => {
  test("a school of the register shows its facts with year, source and licence", async () => {
    const { schools } = await ask<{
      schools: { nodes: { urn: number; asOf: string | null; name: string }[] };
    }>("{ schools(first: 100) { nodes { urn asOf name } } }");
    const real = schools.nodes.find(({ asOf }) => asOf !== null)!;
    const { html } = await read(`/schools/${real.urn}`);
    for (const words of ["Open Government Licence v3.0", "as of", "Pupil premium", "URN"])
      expect(main(html)).toContain(words);
    expect(main(html)).toContain("Nobody at this school has published");
  });

  test("an example says that it is one, and shows its work", async () => {
    const { html } = await read("/schools/900003");
    expect(main(html)).toContain("This is an example, not a real school.");
    expect(main(html)).not.toContain("allocations of 2021");
    expect(paths(html, "/projects/").length).toBeGreaterThan(0);
    expect(paths(html, "/reflections/").length).toBeGreaterThan(0);
  });

  test.each(["/schools/1", "/schools/0900003", "/schools/abc", "/schools/99999999999"])(
    "%s is not found",
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );

  test("a name too long to be a school's is refused with a reason", async () => {
    const { status, html } = await read(`/schools?q=${"a".repeat(300)}`);
    expect(status).toBe(400);
    expect(main(html)).toContain("We cannot search for that");
  });
});

describe("pages of records", () => {
  test("a project says its school, its lead, how far it is, its limits and the evidence with figures", async () => {
    const { html } = await read("/projects/planning-prompts-year-5-maths");
    for (const words of ["Led by", "Reported", "not proof", "out of 5 padlocks", 'id="limits"'])
      expect(main(html)).toContain(words);
    expect(main(html)).toContain('href="/schools/900003"');
    const planned = await read("/projects/planning-boards-special-school");
    expect(main(planned.html)).toContain("nothing has been found yet");
  });

  test("a reflection says what it is about, and that it is no evidence", async () => {
    const list = await read("/reflections?strand=feedback");
    const [path] = paths(list.html, "/reflections/reflection_");
    const { html } = await read(path!);
    expect(main(html)).toContain("not evidence that this works");
    expect(main(html)).toContain('href="/evidence/feedback"');
    expect(main(html)).toMatch(/out of 5 padlocks/);
  });
});
