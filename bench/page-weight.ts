import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

/** What a reader's browser fetches for one page, in bytes, with nothing in its cache. */
export interface Weight {
  readonly requests: number;
  /** gzipped, whatever encoding was sent: sizes compare across servers and browsers. */
  readonly scripts: number;
  readonly styles: number;
  readonly html: number;
  readonly rawScripts: number;
  readonly rawStyles: number;
  /** Everything as it was sent, fonts and images too; null without a browser. */
  readonly sent: number | null;
}

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium that talks to nobody but us; undefined where there is none. */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) return undefined;
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
}

interface Fetched {
  readonly url: string;
  readonly body: Buffer;
  readonly sent: number | null;
}

/** Weighs a page: in the browser, everything until the network rests; without one, what its HTML names. */
export async function weigh(browser: Browser | undefined, url: string): Promise<Weight> {
  const all = await (browser ? opened(browser, url) : named(url));
  const ending = (end: string) => all.filter((each) => new URL(each.url).pathname.endsWith(end));
  return {
    requests: all.length,
    scripts: gzipped(ending(".js")),
    styles: gzipped(ending(".css")),
    html: gzipped(all.filter((each) => each.url === url)),
    rawScripts: raw(ending(".js")),
    rawStyles: raw(ending(".css")),
    sent: browser ? all.reduce((sum, { sent }) => sum + (sent ?? 0), 0) : null,
  };
}

const gzipped = (all: readonly Fetched[]): number =>
  all.reduce((sum, { body }) => sum + gzipSync(body).length, 0);

const raw = (all: readonly Fetched[]): number =>
  all.reduce((sum, { body }) => sum + body.length, 0);

async function opened(browser: Browser, url: string): Promise<Fetched[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const finished: Promise<Fetched>[] = [];
    page.on("requestfinished", (request) => {
      const fetched = async (): Promise<Fetched> => {
        const [response, sizes] = await Promise.all([request.response(), request.sizes()]);
        const body = (await response?.body()) ?? Buffer.alloc(0);
        return { url: request.url(), body, sent: sizes.responseBodySize };
      };
      finished.push(fetched());
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return await Promise.all(finished);
  } finally {
    await context.close();
  }
}

async function named(url: string): Promise<Fetched[]> {
  const page = await fetched(url);
  const links = new Set(
    [...page.body.toString().matchAll(/"(\/assets\/[\w.-]+\.(?:js|css))"/g)].map(
      ([, path]) => new URL(path as string, url).href,
    ),
  );
  return [page, ...(await Promise.all([...links].map(fetched)))];
}

async function fetched(url: string): Promise<Fetched> {
  const answer = await fetch(url);
  return { url, body: Buffer.from(await answer.arrayBuffer()), sent: null };
}
