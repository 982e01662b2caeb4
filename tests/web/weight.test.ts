import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { addressesOf } from "./addresses.ts";

const folder = "build/web/client/assets";

let site: Served;
beforeAll(async () => {
  site = await served();
});

const gzipped = (names: Iterable<string>): number =>
  [...new Set(names)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
    0,
  );

test("no page asks for 200 kB of JavaScript or 40 kB of style, gzipped", async () => {
  for (const [kind, path] of Object.entries(await addressesOf(site))) {
    const html = await (await fetch(site.url + path)).text();
    const names = (pattern: RegExp) =>
      [...html.matchAll(pattern)].map(([, name]) => name as string);
    const scripts = gzipped(names(/\/assets\/([\w.-]+\.js)/g));
    const styles = gzipped(names(/href="\/assets\/([\w.-]+\.css)"/g));
    expect(scripts, kind).toBeGreaterThan(50_000);
    // The gallery is for developers, and holds every component at once.
    expect(scripts, kind).toBeLessThan(kind === "gallery" ? 250_000 : 200_000);
    expect(styles, kind).toBeLessThan(40_000);
  }
});

test("nothing of graphql-js reaches a browser", () => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(text, name).not.toMatch(/GraphQLError|parseValue|__schema|query Search/);
  }
});
