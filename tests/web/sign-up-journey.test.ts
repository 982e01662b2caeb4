import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Served, served } from "../support/served.ts";
import { serverUrl } from "../support/server.ts";
import { goodPassword } from "../support/sign-in.ts";
import { fill, press } from "./account-site.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

/** A word that stands nowhere else, another that stands beside it, and one that many reflections have. */
const rare = "hexaplotters";
const beside = "murmurgrams";
const common = "pupils";

// The accounts of the demonstration, a lead and a colleague among them, are made on the embedded database alone.
describe.skipIf(noBrowser ?? serverUrl())("from signing up to being read by one's school", () => {
  let site: Served;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "potbank-journey-"));
    [site, browser] = await Promise.all([
      served({ env: { NODE_ENV: "development", POTBANK_DATA: folder } }),
      startBrowser(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const email = "ada.newcomer@school.example";

  /** The address in the newest mail file to the newcomer that leads to this page. */
  const linkInMail = (path: string): Promise<string> =>
    vi.waitFor(
      async () => {
        const mails = join(folder, "mail");
        for (const name of (await readdir(mails)).toSorted().toReversed()) {
          const { to, text } = await simpleParser(await readFile(join(mails, name)));
          const link = new RegExp(`http\\S+${path}\\?\\S+`).exec(text ?? "")?.[0];
          if ([to].flat().some((each) => each?.text === email) && link) return link;
        }
        throw new Error(`There is no mail with a link to ${path}.`);
      },
      { timeout: 30_000, interval: 200 },
    );

  /** A browser in which somebody of the demonstration has signed in with one press. */
  async function asDemonstrated(name: string): Promise<Page> {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/sign-in`);
    await page.getByRole("button", { name: `Sign in as ${name} (example)` }).click();
    await page.waitForURL(`${site.url}/`);
    await page.getByRole("banner").getByText(name).first().waitFor();
    return page;
  }

  const ask = async (page: Page, query: string, variables: object = {}) => {
    const answer = await page.request.post(`${site.url}/graphql`, { data: { query, variables } });
    return ((await answer.json()) as { data: never }).data;
  };

  interface Seen {
    readonly search: {
      readonly totalCount: number;
      readonly facets: readonly unknown[];
      readonly correctedQuery: string | null;
      readonly suggestedQuery: string | null;
      readonly edges: readonly unknown[];
    };
  }

  /** All that a search says: hits, snippets, total, counts, corrections. */
  const searched = (page: Page, query: string): Promise<Seen> =>
    ask(
      page,
      `query ($query: String!) {
        search(query: $query, facets: [KIND, TOPIC, SUBJECT, PHASE], first: 50) {
          totalCount correctedQuery suggestedQuery
          facets { field values { value count } }
          edges { node { id: __typename } snippets { html } }
        }
      }`,
      { query },
    );

  test("a newcomer signs up, confirms, joins a school, writes for it, and is found by colleagues and by nobody else", async () => {
    const stranger = (await openPage(browser)).page;
    const colleague = await asDemonstrated("Grace Odunlow");
    const before = await searched(stranger, common);

    // Signs up, and confirms the address by the file that the mail is.
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/sign-up`);
    await fill(page, {
      "Your name": "Ada Newcomer",
      "E-mail address": email,
      Password: goodPassword,
    });
    await press(page, "Make the account");
    await page.waitForURL("**/verify?sent=yes");
    await page.goto(await linkInMail("/verify"));
    await fill(page, { Password: goodPassword });
    await press(page, "Confirm the address");
    await page.waitForURL("**/account?saved=confirmed");

    // Asks the school of the demonstration, and is let in by its lead.
    await page.goto(`${site.url}/schools/choose?q=900001`);
    await page.getByRole("list", { name: "Schools" }).getByRole("link").first().click();
    await press(page, "Ask to join this school");
    await page.waitForURL("**/my-school?saved=asked");
    const lead = await asDemonstrated("Tom Brindlecombe");
    await lead.goto(`${site.url}/my-school`);
    await lead.getByRole("button", { name: /^Approve Ada Newcomer/ }).click();
    await lead.waitForURL("**/my-school?saved=approved");

    // Writes a reflection, and shares it with the school.
    await page.goto(`${site.url}/reflections/new?evidence=feedback`);
    await page.getByLabel("My class").fill(`Thirty ${common} of year 5.`);
    await page.getByLabel("What I tried").fill(`We made ${rare} with ${beside} every week.`);
    await page.getByLabel("What happened").fill("They asked each other more questions.");
    await press(page, "Save and choose who reads it");
    await page.waitForURL("**/reflections/*/share");
    const id = /\/reflections\/([^/]+)\/share/.exec(page.url())![1]!;
    await page.getByRole("button", { name: /^Share with / }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/share"));

    // A colleague finds it by its words, with a snippet that shows them.
    await vi.waitFor(
      async () => {
        await colleague.goto(`${site.url}/search?q=${rare}`);
        await colleague
          .getByRole("main")
          .locator(`a[href$="/reflections/${id}"]`)
          .first()
          .waitFor({ timeout: 2_000 });
      },
      { timeout: 60_000 },
    );
    expect(await colleague.getByRole("main").textContent()).toContain(beside);
    expect((await searched(colleague, rare)).search.totalCount).toBe(1);
    await colleague.goto(`${site.url}/reflections/${id}`);
    expect(await colleague.getByRole("main").textContent()).toContain(rare);

    // To a stranger it is not there: no hit, total, count, snippet, suggestion, spelling or id says that it is.
    const mistyped = "hexaploters";
    for (const words of [rare, beside, mistyped]) {
      const found = await searched(stranger, words);
      expect(JSON.stringify(found)).not.toMatch(/hexaplott|murmurg/);
      expect(found.search).toMatchObject({ totalCount: 0, edges: [] });
    }
    expect(await searched(stranger, common)).toEqual(before);
    await stranger.goto(`${site.url}/search?q=${rare}`);
    expect(await stranger.locator(`a[href*="${id}"]`).count()).toBe(0);
    for (const typed of ["hexap", "murmur", rare]) {
      const answer = await stranger.request.get(`${site.url}/search/suggestions?q=${typed}`);
      const suggested = (await answer.text()).replaceAll(`"${typed}"`, "");
      expect(suggested).not.toMatch(/hexaplott|murmurg/);
      expect(suggested).not.toContain(id);
    }
    expect((await stranger.request.get(`${site.url}/reflections/${id}`)).status()).toBe(404);
    expect(
      await ask(stranger, "query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", {
        id,
      }),
    ).toEqual({ node: null, nodes: [null] });
  }, 240_000);
});
