import { beforeAll, describe, expect, test } from "vitest";
import { monthAfter } from "../../src/web/data/london.server.ts";
import { type Served, served } from "../support/served.ts";

describe("the pages of CPD", () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
  });
  const get = async (path: string) => {
    const response = await fetch(site.url + path);
    return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
  };

  test("what an address says wrongly is named, and the page is there", async () => {
    for (const query of [
      "view=month&month=0000-99",
      "after=nonsense",
      "view=past&before=x",
      "from=1-1-1",
    ]) {
      const { status, html } = await get(`/cpd?${query}`);
      expect(status, query).toBe(200);
      expect(html, query).toContain(`left it out: ${query.split("&").at(-1)}`);
    }
  });

  test("a month without sessions says so and leads to the next that has some", async () => {
    const month = `${new Date().getFullYear() - 2}-01`;
    const { html } = await get(`/cpd?view=month&month=${month}`);
    expect(html).toContain("No sessions in January");
    const [, next] = /The next are in <a[^>]*href="([^"]+)"/.exec(html)!;
    const there = await get(next!.replaceAll("&amp;", "&"));
    expect(there.html).not.toContain("No sessions in");
    expect(there.html).toMatch(/<time dateTime="\d{4}-\d\d-\d\d"/i);
  });

  test("the months end where nobody plans: no link leads further", async () => {
    const last = `${new Date().getUTCFullYear() + 10}-12`;
    const { status, html } = await get(`/cpd?view=month&month=${last}`);
    expect(status).toBe(200);
    expect(html).toContain("The last were in");
    expect(html).not.toContain(`month=${monthAfter(last, 1)}`);
    expect(html).toContain(`month=${monthAfter(last, -1)}`);
  });

  test("no session under the filters: each can be dropped, and there is self-study", async () => {
    const { status, html } = await get("/cpd?subject=no-such-subject&mode=online");
    expect(status).toBe(200);
    for (const words of [
      "No session fits",
      "Look without “no-such-subject”",
      "Look without “Online”",
      "self-study",
    ])
      expect(html).toContain(words);
  });

  test("a session shows the four groups of mechanisms, and what to ask about a missing one", async () => {
    const answer = await fetch(`${site.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: `{ cpdSessions(first: 100) { nodes { slug terms(scheme: PD_MECHANISM) { group } } } terms(scheme: PD_MECHANISM) { group } }`,
      }),
    });
    const { data } = (await answer.json()) as {
      data: {
        cpdSessions: { nodes: { slug: string; terms: { group: string }[] }[] };
        terms: { group: string }[];
      };
    };
    const groupsOf = (terms: { group: string }[]) => new Set(terms.map(({ group }) => group));
    const groups = groupsOf(data.terms);
    expect(groups.size).toBe(4);
    for (const { slug, terms } of data.cpdSessions.nodes.slice(0, 12)) {
      const { html } = await get(`/cpd/${slug}`);
      for (const group of groups) expect(html, slug).toContain(`${group} `);
      const missing = groups.size - groupsOf(terms).size;
      expect(html.match(/Worth asking the provider/g)?.length ?? 0, slug).toBe(missing);
      expect(html, slug).toContain("It is not a score.");
    }
  });

  test("one that is over says so, offers no calendar file, and leads to the next", async () => {
    const { html } = await get("/cpd?view=past");
    const [, path] = /<h3[^>]*><a href="(\/cpd\/[a-z0-9-]+)"/.exec(html)!;
    const over = (await get(path!)).html;
    expect(over).toContain("This session has taken place.");
    expect(over).not.toContain("session.ics");
    expect(over).toMatch(/See (the next|what is coming up)/);
  });
});
