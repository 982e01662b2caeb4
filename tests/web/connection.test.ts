import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

const strand = "/evidence/feedback";

describe.skipIf(noBrowser)("when the network, or a script, is gone", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  /** Scripts have run, so that a click is a navigation of theirs. */
  const arrive = async (page: Page, path: string): Promise<void> => {
    await page.goto(site.url + path, { waitUntil: "networkidle" });
  };
  const go = (page: Page, name: string): Promise<void> =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

  test("a browser that goes offline says so politely, and takes it back", async () => {
    const { page } = await openPage(browser);
    await arrive(page, strand);
    const note = page.getByRole("status").filter({ hasText: "You are offline" });
    expect(await note.count()).toBe(0);
    await page.context().setOffline(true);
    await note.waitFor();
    await page.context().setOffline(false);
    await note.waitFor({ state: "detached" });
    await page.context().close();
  });

  test("offline, a link leads to a page that says so; one may stay, or try again until it works", async () => {
    const { page, complaints } = await openPage(browser);
    await arrive(page, strand);
    await page.context().setOffline(true);
    await go(page, "CPD");
    await heading(page, "You seem to be offline").waitFor();
    expect(await page.getByText("our fault").count()).toBe(0);
    await page.getByRole("button", { name: "Back to where you were" }).click();
    await heading(page, "Feedback").waitFor();
    expect(new URL(page.url()).pathname).toBe(strand);

    await go(page, "CPD");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Still no connection").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForURL(`${site.url}/cpd`);
    await heading(page, "CPD sessions").waitFor();
    // The request that found no network is the browser's own complaint.
    expect(complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
    await page.context().close();
  });

  test("data that does not come is the network's fault, not ours", async () => {
    const { page } = await openPage(browser);
    await arrive(page, strand);
    await page.route("**/cpd.data*", (route) => route.abort("connectionfailed"));
    await page.route(`${site.url}/cpd`, (route) => route.abort("connectionfailed"));
    await go(page, "CPD");
    await heading(page, "You seem to be offline").waitFor();
    expect(await page.title()).toContain("offline");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Still no connection").waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await heading(page, "CPD sessions").waitFor();
    await page.context().close();
  });

  test("a page whose script is gone since a new release is loaded in full", async () => {
    const { page } = await openPage(browser);
    await arrive(page, strand);
    // Scripts of other pages that were not loaded yet answer as after a release; a full load asks for new ones.
    let loaded = false;
    await page.route("**/assets/*.js", (route) =>
      loaded ? route.continue() : route.fulfill({ status: 404, body: "" }),
    );
    page.on("request", (request) => {
      if (request.isNavigationRequest()) loaded = true;
    });
    await go(page, "CPD");
    await heading(page, "CPD sessions").waitFor();
    expect(new URL(page.url()).pathname).toBe("/cpd");
    expect(loaded).toBe(true);
    await page.context().close();
  });

  test("a page that is long in coming is announced, then by its title", async () => {
    const { page } = await openPage(browser);
    await arrive(page, strand);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route("**/cpd.data*", async (route) => {
      await held;
      await route.continue();
    });
    await go(page, "CPD");
    await page.getByRole("status").filter({ hasText: "Loading" }).waitFor();
    release();
    const arrived = page.getByRole("status").filter({ hasText: "CPD sessions – Potbank" });
    await arrived.waitFor();
    expect(await arrived.textContent()).not.toContain("Loading");
    await page.context().close();
  });
});
