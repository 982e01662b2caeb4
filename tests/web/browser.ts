import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The Chromium of this machine, if it has one. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

/** Why the browser's tests are left out; undefined when there is a browser, and always in CI, where they must run. */
export const noBrowser: string | undefined =
  chromiumPath === undefined && process.env.CI !== "true"
    ? "no Chromium found: install one, or set CHROMIUM_PATH"
    : undefined;

if (noBrowser) process.emitWarning(`Browser tests are skipped: ${noBrowser}.`);

/** With these it talks to nobody but us. */
export const chromiumSwitches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const;

/** A Chromium for tests. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [...chromiumSwitches],
  });
}

/** A page that remembers what its console complained of, policy violations and crashes included. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

const waiting = "script[data-after-paint]";

/** Opens a page in a context of its own. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Chromium reports the status of a page that is meant to be missing as an error of its own.
    const own =
      message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (["error", "warning"].includes(message.type()) && !own) complaints.push(message.text());
  });
  const goto = page.goto.bind(page);
  page.goto = async (...asked) => {
    const answer = await goto(...asked);
    // Scripts come after the first paint, and a test's hand is quicker than a reader's. Who asks for no more than the
    // first bytes wants to be early.
    const early = asked[1]?.waitUntil === "commit" || options.javaScriptEnabled === false;
    if (!early && (await page.locator(waiting).count()) > 0)
      await page.locator("html[data-listening]").waitFor({ state: "attached" });
    return answer;
  };
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const runAxe = (page: Page, runOnly: readonly string[]): Promise<readonly string[]> =>
  page.evaluate<string[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(runOnly)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))
  `);

/** What axe finds against WCAG 2.2 AA and its own good practice, one line each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return runAxe(page, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
}

/** What axe finds against the colours alone of a page that it has looked at already. */
export const colourFaults = (page: Page): Promise<readonly string[]> =>
  runAxe(page, ["color-contrast"]);
