import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, monthAfter, monthBounds, monthOf } from "../../src/web/data/london.server.ts";
import {
  choicesOf,
  readSessionAddress,
  toCalendarAddress,
  toSessionAddress,
} from "../../src/web/data/session-address.ts";
import { toSessionFilter } from "../../src/web/data/session-filter.server.ts";
import { layOutMonth } from "../../src/web/data/session-month.server.ts";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

const patient = { timeout: 10_000 };
const now = "2026-11-23T12:00:00Z";
const read = (query: string) => readSessionAddress(new URLSearchParams(query), now);

type Session = Parameters<typeof layOutMonth>[1][number];
const session = (startsAt: string, endsAt: string): Session => ({
  id: `${startsAt}-${endsAt}`,
  title: "A session",
  url: "/cpd/a-session",
  startsAt,
  endsAt,
  mode: "ONLINE",
  venue: null,
  capacity: null,
  placesLeft: null,
  provider: { id: "1", name: "P" },
});
const daysWith = (month: string, sessions: Session[], at = now) =>
  layOutMonth(month, sessions, at)
    .weeks.flat()
    .flatMap((day) => (day?.entries ?? []).map(({ time }) => `${day!.date} ${time}`));

describe("a month of sessions", () => {
  test("begins its weeks on Monday and has each of its days once, in leap years too", () => {
    for (const [month, days, blank] of [
      ["2026-11", 30, 6],
      ["2027-01", 31, 4],
      ["2028-02", 29, 1],
      ["2027-02", 28, 0],
    ] as const) {
      const cells = layOutMonth(month, [], now).weeks.flat();
      expect(cells.findIndex((day) => day !== null)).toBe(blank);
      expect(cells.flatMap((day) => day?.day ?? [])).toEqual(
        Array.from({ length: days }, (_, at) => at + 1),
      );
      expect(cells.length % 7).toBe(0);
      for (const [at, day] of cells.entries())
        if (day) expect(day.weekday === "Monday").toBe(at % 7 === 0);
    }
  });

  test("counts its days in London: an hour before midnight UTC in summer is the next day there", () => {
    const late = session("2026-06-30T23:00:00Z", "2026-07-01T00:00:00Z");
    expect(daysWith("2026-07", [late])).toEqual(["2026-07-01 12am"]);
    expect(daysWith("2026-06", [late])).toEqual([]);
    expect(monthBounds("2026-07")).toEqual({
      from: "2026-06-30T23:00:00Z",
      to: "2026-07-31T23:00:00Z",
    });
    const today = layOutMonth("2026-07", [], "2026-06-30T23:30:00Z").weeks.flat();
    expect(today.filter((day) => day?.today).map((day) => day?.date)).toEqual(["2026-07-01"]);
    expect(monthOf("2026-12-31T23:30:00Z")).toBe("2026-12");
    expect(dayOf("2027-06-30T23:30:00Z")).toBe("2027-07-01");
  });

  test("has a session of several days on each of them, and not on the day that begins as it ends", () => {
    const course = session("2026-12-30T09:00:00Z", "2027-01-02T00:00:00Z");
    expect(daysWith("2026-12", [course])).toEqual(["2026-12-30 9am", "2026-12-31 all day"]);
    expect(daysWith("2027-01", [course])).toEqual(["2027-01-01 until 12am"]);
    expect(daysWith("2026-10", [session("2026-10-24T08:00:00Z", "2026-10-26T13:30:00Z")])).toEqual([
      "2026-10-24 9am",
      "2026-10-25 all day",
      "2026-10-26 until 1:30pm",
    ]);
  });

  test("leads over the turn of the year in both directions", () => {
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2027-01", -1)).toBe("2026-12");
  });
});

describe("an address of the sessions", () => {
  test("comes back as it was written, and the calendar keeps its filters alone", () => {
    const query =
      "view=month&month=2026-12&phase=primary&subject=english&subject=history&mode=online&topic=reading&mechanism=model-technique&places=left&from=2026-12-03&to=2026-12-09";
    const address = read(query);
    expect(toSessionAddress(address)).toBe(`/cpd?${query}`);
    expect(address.ignored).toEqual([]);
    expect(toCalendarAddress(address)).toBe(
      `/cpd/calendar.ics?${query.replace("view=month&month=2026-12&", "")}`,
    );
    for (const { without } of choicesOf(address))
      expect(choicesOf(read(without.split("?")[1]!))).toHaveLength(choicesOf(address).length - 1);
  });

  test.each([
    "month=0000-99",
    "month=9999-01",
    "month=2026-13",
    "month=2026-1",
    "month=2037-01",
    "from=2026-02-30",
    "to=2026-13-01",
    "from=0000-00-00",
    "mode=toString",
    "view=year",
    "places=1",
    "subject=../x",
  ])("that says %s is understood without it", (query) => {
    expect(read(query).ignored).toEqual([query]);
    expect(toSessionAddress(read(query))).toBe("/cpd");
  });

  test("a last day before the first is left out; days last from midnight to midnight in London", () => {
    expect(read("from=2026-12-03&to=2026-12-02").ignored).toEqual(["to=2026-12-02"]);
    const days = read("from=2026-07-01&to=2026-07-01");
    expect(toSessionFilter(days, {})).toMatchObject({
      endsAfter: "2026-06-30T23:00:00Z",
      startsBefore: "2026-07-01T23:00:00Z",
    });
    // Of the reader's days and the view's span the tighter bound holds.
    expect(
      toSessionFilter(days, { endsAfter: now, startsBefore: "2026-07-01T12:00:00Z" }),
    ).toMatchObject({
      endsAfter: now,
      startsBefore: "2026-07-01T12:00:00Z",
    });
  });
});

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

describe.skipIf(noBrowser)("the sessions, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());
  const countOf = async (page: Page): Promise<number> =>
    Number.parseInt(
      (await page.getByRole("heading", { name: /^Coming up/ }).innerText()).replace(/\D+/, ""),
      10,
    );

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a box narrows the sessions to as many as it says, a chip takes it away", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/cpd`);
      const all = await countOf(page);
      const box = page.getByRole("checkbox", { name: /^Online/ });
      const said = Number(/\d+$/.exec(await page.locator("label", { has: box }).innerText())![0]);
      await box.check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL((url) => url.search.includes("mode=online"));
      await expect.poll(() => countOf(page), patient).toBe(said);
      expect(said).toBeLessThan(all);
      await page.getByRole("link", { name: "Remove Online" }).click();
      await page.waitForURL((url) => url.search === "");
      await expect.poll(() => box.isChecked(), patient).toBe(false);
      expect(await countOf(page)).toBe(all);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("filters chosen in one view hold in the month, and from month to month", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/cpd?mode=online`);
      await page.getByRole("link", { name: "By month" }).click();
      await page.waitForURL((url) => url.search === "?view=month&mode=online");
      await page.getByRole("table", { name: /^CPD sessions in/ }).waitFor();
      await page.getByRole("link", { name: /^Later:/ }).click();
      const month = monthAfter(monthOf(new Date().toISOString()), 1);
      await page.waitForURL((url) => url.search === `?view=month&month=${month}&mode=online`);
      await page.getByText("Filters (1 chosen)").click();
      await page.getByRole("checkbox", { name: "Places left" }).check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL(
        (url) =>
          url.searchParams.get("month") === month && url.searchParams.get("places") === "left",
      );
      expect(await page.getByRole("link", { name: "Remove Online" }).count()).toBe(1);
      await page.context().close();
    });
  });

  test("a day is applied once its year is whole, and the back button brings it back", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/cpd`, { waitUntil: "networkidle" });
    const day = `${new Date().getUTCFullYear() + 1}-06-01`;
    await page.getByLabel("From", { exact: true }).fill(day);
    await page.waitForURL((url) => url.search === `?from=${day}`);
    await page.goBack();
    await page.waitForURL((url) => url.search === "");
    await expect
      .poll(() => page.getByLabel("From", { exact: true }).inputValue(), patient)
      .toBe("");
    await page.context().close();
  });

  test("the keyboard is enough: a filter, the month, a session", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/cpd`);
    await page.getByRole("checkbox", { name: /^Primary/ }).focus();
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.search === "?phase=primary");
    expect(await page.evaluate<string>("document.activeElement.value")).toBe("primary");
    await page.getByRole("link", { name: "By month" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.search.includes("view=month"));
    const summary = page.locator("summary", { hasText: "Filters" });
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByLabel("From", { exact: true }).isVisible(), patient)
      .toBe(true);
    await page.context().close();
  });

  test("readers anywhere see London's days and times", async () => {
    const { page, complaints } = await openPage(browser, { timezoneId: "Pacific/Auckland" });
    const words = async (path: string): Promise<string> => {
      await page.goto(site.url + path, { waitUntil: "networkidle" });
      return page.getByRole("main").innerText();
    };
    const { page: home } = await openPage(browser, { javaScriptEnabled: false });
    for (const path of ["/cpd", "/cpd?view=month"]) {
      await home.goto(site.url + path);
      const bare = (text: string) =>
        text.replace(/\s+/g, " ").replace(/ Show \d+ sessions?| Show\b/g, "");
      expect(bare(await words(path))).toBe(bare(await home.getByRole("main").innerText()));
    }
    expect(complaints).toEqual([]);
    await page.context().close();
    await home.context().close();
  });

  test("on a phone a month is its days with sessions, one below the other", async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(
      `${site.url}/cpd?view=month&month=${monthAfter(monthOf(new Date().toISOString()), 1)}`,
    );
    const days = page.locator("td:has(time)");
    const shown = await days.evaluateAll(
      (cells) =>
        cells.filter((cell) => (cell as unknown as { offsetHeight: number }).offsetHeight > 0)
          .length,
    );
    const withSessions = await page.locator("td:has(time):has(li)").count();
    expect(withSessions).toBeGreaterThan(0);
    expect(shown).toBe(withSessions);
    await page.context().close();
  });
});
