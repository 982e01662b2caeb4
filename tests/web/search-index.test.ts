import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import {
  drawn,
  meet,
  recordFilled,
  recordLive,
  recordRefused,
  recordShipped,
  waitingAfter,
} from "../../src/search/meilisearch/shipping/ledger.ts";
import { durationInWords } from "../../src/web/data/durations.ts";
import { test, type World } from "../support/world.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";
import { pagesAs } from "./pages-as.ts";

const path = "/search-index";
const generation = "2026-11-24T08:00:00Z";

/** What waits for the index that is searched. */
const waiting = async ({ fresh }: World) =>
  waitingAfter(fresh, generation, "0", await drawn(fresh), 1_000);

/** An index that has all there is. */
async function filled(world: World): Promise<void> {
  await meet(world.fresh, generation);
  await recordLive(world.fresh, generation);
  await recordShipped(world.fresh, generation, await waiting(world));
  await recordFilled(world.fresh, generation);
}

const publisher = async (world: World) => world.as(await world.person(), "PUBLISHER");

describe("the page about the search index", () => {
  test("says that there is none where none follows", async ({ world }) => {
    const pages = await pagesAs(world);
    const { status, html } = await pages.get(await publisher(world), path);
    expect(status).toBe(200);
    expect(html).toContain("the database answers every search itself");
    expect(html).not.toContain("beside the database");
    pages.close();
  });

  test("says that all is well, when it was compared and what was found", async ({ world }) => {
    await world.summary();
    await filled(world);
    const pages = await pagesAs(world);
    const viewer = await publisher(world);
    const before = await pages.get(viewer, path);
    expect(before.html).toContain("All is well: what is written is found within a moment.");
    expect(before.html).toContain("It has not been compared with the database yet");
    expect(before.html).not.toContain("Not in the index");
    for (const [missing, words] of [
      [0, "no difference."],
      [1, "1 record differed, and was taken in again."],
      [1_200, "1,200 records differed, and were taken in again."],
    ] as const) {
      await world.fresh.execute(
        `update search_index set verified_at = '2026-11-24T08:41:00Z', missing = ?, stale = 0, extra = 0`,
        [missing],
        "run",
      );
      const { html } = await pages.get(viewer, path);
      expect(html).toContain(
        `Last compared with the database on 24\u00a0November 2026 at 8:41am: ${words}`,
      );
    }
    pages.close();
  });

  test("says how much waits and for how long, and that a doubted index does not answer", async ({
    world,
  }) => {
    await world.summary();
    await filled(world);
    await world.summary();
    await world.summary();
    const late = (await waiting(world)).map(({ id }) => id);
    expect(late.length).toBeGreaterThan(1);
    await world.fresh.execute(
      `update search_document set written_at = clock_timestamp() - interval '200 seconds'
       where id in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(late)],
      "run",
    );
    const pages = await pagesAs(world);
    const viewer = await publisher(world);
    expect((await pages.get(viewer, path)).html).toContain(
      `${late.length} records wait to be taken into the index, the first for 3 minutes.`,
    );
    await world.fresh.execute(`update search_index set doubted_at = now()`, [], "run");
    expect((await pages.get(viewer, path)).html).toContain("nothing is missing from them");
    pages.close();
  });

  test("lists what the index refuses with its reason and the way to it, and no title that is not the reader's", async ({
    world,
  }) => {
    const { id } = await world.summary({ title: "Large <b>feedback</b>" });
    const author = await world.person();
    const own = await world.reflection({
      title: "A private matter",
      visibility: "PRIVATE" as never,
      authorId: author.id,
    });
    await meet(world.fresh, generation);
    await recordLive(world.fresh, generation);
    const all = await waiting(world);
    const refused = all.filter((each) => each.id === id || each.id === own);
    expect(refused).toHaveLength(2);
    await recordShipped(
      world.fresh,
      generation,
      all.filter((each) => !refused.includes(each)),
    );
    for (const each of refused)
      await recordRefused(world.fresh, generation, {
        ...each,
        reason: "It is too large, says the server.",
        delayMs: 60_000,
      });
    await recordFilled(world.fresh, generation);
    const pages = await pagesAs(world);
    const { html } = await pages.get(await publisher(world), path);
    expect(html).toContain("The search server refuses these 2 records");
    expect(html).toMatch(/<a [^>]*href="\/evidence\/[^"]+"[^>]*>Large &lt;b&gt;feedback/);
    expect(html).toContain("It is too large, says the server.");
    expect(html).toContain(`A record that you do not see (${own})`);
    expect(html).not.toContain("A private matter");
    expect(html).toContain("1 time");
    pages.close();
  });

  test("is for publishers and administrators alone, and kept by nobody on the way", async ({
    world,
  }) => {
    const pages = await pagesAs(world);
    const nobody = await pages.get(undefined, path);
    expect([nobody.status, nobody.to]).toEqual([302, expect.stringMatching(/^\/sign-in\?/)]);
    const teacher = await pages.get(world.as(await world.person(), "TEACHER"), path);
    expect(teacher.status).toBe(403);
    const { status, headers } = await pages.get(
      world.as(await world.person(), "ADMINISTRATOR"),
      path,
    );
    expect([status, headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    pages.close();
  });
});

describe("a length of time in words", () => {
  test("is rounded down to one unit", () => {
    const words = [0.2, 1, 59.9, 60, 7_199, 86_400 * 3].map(durationInWords);
    expect(words).toEqual(["a moment", "1 second", "59 seconds", "1 minute", "1 hour", "3 days"]);
  });
});

describe.skipIf(noBrowser)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test.for([390, 1280])(
    "the page has no accessibility fault and nothing over its side at %i px, with everything on it",
    async (width, { world }) => {
      await world.summary({ title: `Very${"long".repeat(30)}` });
      await meet(world.fresh, generation);
      await recordLive(world.fresh, generation);
      for (const each of await waiting(world))
        await recordRefused(world.fresh, generation, {
          ...each,
          reason: "x".repeat(500),
          delayMs: 60_000,
        });
      const pages = await pagesAs(world);
      const viewer = await publisher(world);
      await pages.get(viewer, path);
      const { page } = await openPage(browser, { viewport: { width, height: 900 } });
      await page.goto(pages.url + path);
      expect(await page.getByRole("heading", { name: "Not in the index" }).count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        width,
      );
      await page.context().close();
      pages.close();
    },
  );
});
