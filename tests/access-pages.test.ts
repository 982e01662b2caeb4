import { beforeAll, expect, test } from "vitest";
import { type Known, type Library, makeLibrary } from "./access/library.ts";
import { cellOf, isListed } from "./access/matrix.ts";
import { accountSite } from "./web/account-site.ts";
import { goodPassword } from "./support/sign-in.ts";

const site = await accountSite();
let library: Library;
const cookies = new Map<"anyone" | "stranger" | "author" | "publisher", string>([["anyone", ""]]);

beforeAll(async () => {
  library = await makeLibrary(site.world);
  // One real password, given to the people of the library: signing up is tested where it is at home.
  const first = "first@school.example";
  await site.member("First", first);
  const em = () => site.database.em.fork();
  for (const kind of ["stranger", "author", "publisher"] as const) {
    const viewer = library.cast.viewers[kind];
    if (viewer.kind !== "person") throw new Error(`${kind} is no person.`);
    const email = `${kind}@school.example`;
    await em().execute(
      `insert into account (id, name, email, email_verified) values (?, '', ?, true)
       on conflict (id) do update set email = excluded.email`,
      [viewer.personId, email],
    );
    await em().execute(
      `insert into credential (id, account_id, provider, subject, password_hash)
       select ?, ?, c.provider, ?, c.password_hash
       from credential c join account a on a.id = c.account_id where a.email = ?`,
      [`credential of ${kind}`, viewer.personId, viewer.personId, first],
    );
    if (kind === "publisher")
      await em().execute(
        `insert into role_grant (id, person_id, role, granted_at) values (?, ?, 'PUBLISHER', now())`,
        ["grant_01jzmqv4t2f3kagk7c3gm2xh9e", viewer.personId],
      );
    cookies.set(kind, await site.cookiesOf(email, goodPassword));
  }
}, 180_000);

type Asker = "anyone" | "stranger" | "author" | "publisher";
const askers: readonly Asker[] = ["anyone", "stranger", "author", "publisher"];

async function get(path: string, as: Asker) {
  const cookie = cookies.get(as) ?? "";
  const answer = await fetch(site.url + path, {
    headers: { accept: "text/html", ...(cookie && { cookie }) },
    redirect: "manual",
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** What a page says, without what is new at every answer. */
const said = (html: string): string =>
  html
    .slice(html.indexOf("<main"), html.indexOf("</main>"))
    .replaceAll(/reflection_[0-9a-z]{26}/g, "reflection_…");

const known = (type: string, state: string): Known & { word: string } =>
  library.known.find((each) => each.type === type && each.state === state) as never;

test("what is not for somebody has no page, in the same words as what never was", async () => {
  const absent = await get("/reflections/reflection_01jzmqv4t2f3kagk7c3gm2xh9e", "stranger");
  expect(absent.status).toBe(404);
  const hidden = known("Reflection", "PRIVATE");
  for (const as of ["anyone", "stranger", "publisher"] as const) {
    const { status, text } = await get(`/reflections/${hidden.id}`, as);
    expect(status, as).toBe(404);
    expect(text.includes(hidden.word), as).toBe(false);
    if (as === "stranger") expect(said(text)).toBe(said(absent.text));
  }
  expect((await get(`/reflections/${hidden.id}`, "author")).text).toContain(hidden.word);
  for (const [path, record] of [
    ["/evidence/", known("EvidenceSummary", "DRAFT")],
    ["/projects/", known("ResearchProject", "RUNNING_unpublished")],
    ["/cpd/", known("CpdSession", "unannounced")],
    ["/cpd/self-study/", known("SelfStudyItem", "unpublished")],
  ] as const)
    for (const as of askers) {
      const { status, text } = await get(path + record.slug, as);
      const may = isListed(record, as);
      const name = `${as}: ${path} ${record.state} (${cellOf(record, as)})`;
      expect(status, name).toBe(may ? 200 : 404);
      expect(said(text).includes(record.word), name).toBe(may);
    }
});

test("the search page and its suggestions count and name what its reader may see", async () => {
  for (const [type, state] of [
    ["Reflection", "PRIVATE"],
    ["EvidenceSummary", "IN_REVIEW"],
    ["CpdSession", "unannounced"],
    ["ResearchProject", "PROPOSED"],
  ] as const) {
    const record = known(type, state);
    for (const as of askers) {
      const name = `${as}: ${type} ${state}`;
      const suggested = await get(`/search/suggestions?q=${record.word}`, as);
      const { total, suggestions } = JSON.parse(suggested.text);
      const seen = isListed(record, as) ? 1 : 0;
      expect([total, suggestions.length], name).toEqual([seen, seen]);
      const page = await get(`/search?q=${record.word}+`, as);
      expect(page.text.includes(`<mark>${record.word}</mark>`), name).toBe(seen === 1);
      for (const answer of [suggested, page])
        if (as !== "anyone")
          expect(answer.headers.get("cache-control"), name).toBe("private, no-store");
      expect(page.headers.get("vary"), name).toMatch(/cookie/i);
    }
  }
});

test("feed, sitemap and calendar are the same whoever asks first, and name nothing that is not public", async () => {
  const hidden = library.known.filter((each) => each.word && !isListed(each, "anyone"));
  for (const path of ["/feed.atom", "/sitemap.xml", "/cpd/calendar.ics"]) {
    const first = await get(path, "publisher");
    expect(first.status, path).toBe(200);
    for (const { word, slug, id, type, state } of hidden)
      for (const trace of [word!, slug ?? id, id])
        expect(first.text.includes(trace), `${path}: ${type} ${state}`).toBe(false);
    const stable = (text: string) => text.replaceAll(/^(DTSTAMP|LAST-MODIFIED).*$/gm, "");
    expect(stable((await get(path, "anyone")).text), path).toBe(stable(first.text));
  }
  expect((await get("/sitemap.xml", "anyone")).text).toContain(
    known("EvidenceSummary", "PUBLISHED").slug,
  );
});
