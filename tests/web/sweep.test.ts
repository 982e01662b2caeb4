import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { testApi } from "../support/api.ts";
import { addressesOf } from "./addresses.ts";
import { noBrowser, startBrowser } from "./browser.ts";
import { stateAddresses } from "./states.ts";
import { faultsOf, inTwo, looks, shiftsOf } from "./sweep.ts";

/** Lists of a site that holds nothing yet. */
const emptyAddresses = {
  "empty home": "/",
  "empty toolkit": "/evidence",
  "empty list of sessions": "/cpd",
  "empty month": "/cpd?view=month",
  "empty list of self-study": "/cpd/self-study",
  "empty list of projects": "/projects",
  "empty list of reflections": "/reflections",
  "empty search": "/search",
  "empty comparison": "/compare",
};

describe.skipIf(noBrowser)("every page", () => {
  let site: Served;
  let browser: Browser;
  let addresses: Readonly<Record<string, string>>;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
    addresses = await addressesOf(site);
  });
  afterAll(() => browser?.close());

  test.each(looks)(
    "stands at $width px, $colorScheme: no accessibility fault, no complaint, nothing over the side",
    async (look) => {
      const faults = await inTwo(addresses, (half) => faultsOf(browser, site.url, half, look));
      expect(faults.flat()).toEqual([]);
    },
    300_000,
  );

  test.each([390, 1280])(
    "holds still while it loads, at %i px",
    async (width) => {
      const shifts = await inTwo(addresses, (half) => shiftsOf(browser, site.url, half, width));
      const moved = shifts.flatMap(Object.entries<number>).filter(([, shift]) => shift > 0.01);
      expect(moved).toEqual([]);
    },
    300_000,
  );

  describe("in a state that a demonstration does not have", () => {
    let states: { url: string; addresses: Readonly<Record<string, string>> }[];
    beforeAll(async () => {
      const { url, world } = await testApi();
      states = [
        { url, addresses: await stateAddresses(world) },
        { url: (await testApi()).url, addresses: emptyAddresses },
      ];
    });

    test.each(
      looks.filter(({ width, colorScheme }) => (width === 390) === (colorScheme === "dark")),
    )(
      "stands: withdrawn, past, full, long, nearly empty and empty, at $width px, $colorScheme",
      async (look) => {
        for (const { url, addresses: each } of states)
          expect((await inTwo(each, (half) => faultsOf(browser, url, half, look))).flat()).toEqual(
            [],
          );
      },
      300_000,
    );
  });

  test("what is wrong with a page does not escape the sweep", async () => {
    const bad: Record<string, string> = {
      "/faulty": `<title>Bad</title><main><h1>Bad</h1><img src="/x.png"><div style="width:3000px">wide</div></main><script>1</script>`,
      "/moving": `<title>Moving</title><main><h1>Moving</h1><p>${"Text ".repeat(300)}</p></main><script nonce="a">
        addEventListener("load", () => setTimeout(() => document.querySelector("p").style.marginTop = "300px", 200))</script>`,
    };
    const server = createServer(({ url = "" }, response) => {
      response
        .writeHead(bad[url] ? 200 : 404, {
          "content-type": "text/html",
          "content-security-policy": "script-src 'nonce-a'",
        })
        .end(`<!doctype html><html lang="en">${bad[url] ?? ""}</html>`);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const look = { width: 390, colorScheme: "light" } as const;
    const faults = (await faultsOf(browser, url, { faulty: "/faulty" }, look)).join("\n");
    for (const fault of ["image-alt", "over the side", "console: "])
      expect(faults).toContain(fault);
    expect((await shiftsOf(browser, url, { moving: "/moving" }, 390)).moving).toBeGreaterThan(0.1);
    server.closeAllConnections();
    server.close();
  });
});
