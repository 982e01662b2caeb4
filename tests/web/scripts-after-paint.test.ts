import { beforeAll, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";

let site: Served;
beforeAll(async () => {
  site = await served();
});

test("a page asks for no script before it is painted, and says which it will ask for", async () => {
  const html = await (await fetch(`${site.url}/evidence/feedback`)).text();
  expect(html).not.toContain('rel="modulepreload"');
  expect(html).not.toContain('type="module"');
  expect(html.match(/<script nonce="[^"]+" type="text\/plain" data-after-paint/g)).toHaveLength(1);
  const [, list] = /\)\((\["\/assets\/[^\]]+\])\)<\/script>/.exec(html) ?? [];
  const scripts = JSON.parse(list ?? "[]") as string[];
  expect(scripts.length).toBeGreaterThan(3);
  for (const path of scripts) expect((await fetch(site.url + path)).status, path).toBe(200);
});
