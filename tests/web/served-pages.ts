import { beforeAll } from "vitest";
import { type Served, served } from "../support/served.ts";

let site: Served;

/** Serves the demonstration to the tests of the file that calls it. */
export function serveForTests(): void {
  beforeAll(async () => {
    site = await served();
  });
}

/** A page as it is sent, without the marks that React puts between texts. */
export async function read(
  path: string,
  base = site.url,
): Promise<{ status: number; html: string }> {
  const response = await fetch(base + path, { headers: { accept: "text/html" } });
  return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
}

/** What a page is about: its header and footer left away. */
export const main = (html: string): string =>
  html.slice(html.indexOf("<main"), html.indexOf("</main>"));

/** Where the links of a page lead that begin like this. */
export const paths = (html: string, under: string): string[] =>
  [...main(html).matchAll(new RegExp(`href="(${under}[^"]+)"`, "g"))].map(([, path]) => path!);

/** The answer of the API to a question of ours. */
export async function ask<T>(query: string): Promise<T> {
  const response = await fetch(`${site.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: T }).data;
}
