import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPostgreSql } from "../src/app/database.ts";
import { runImport } from "../src/app/import/run-import.ts";
import { testApi } from "./support/api.ts";
import { testDatabase } from "./support/database.ts";
import { line } from "./support/line.ts";
import { serverUrl } from "./support/server.ts";

const summaryFile = (slug: string) =>
  `---\nslug: ${slug}\ntitle: ${slug}\nheadline: One sentence.\nimpactMonths: 1\nsource: { name: Somebody }\n---\n\n## What it is\n\nText.\n`;

const through = (url: string, port: number): string => {
  const cut = new URL(url);
  cut.hostname = "127.0.0.1";
  cut.port = String(port);
  return cut.href;
};

// The embedded database lives in the process and cannot be lost on the way.
describe.skipIf(!serverUrl())("a database that is lost while the server runs", () => {
  test("makes requests fail cleanly and readiness say so, and is found again by itself", async () => {
    const proxies: Awaited<ReturnType<typeof line>>[] = [];
    const api = await testApi({
      async reopen(url) {
        const proxy = await line(new URL(url));
        proxies.push(proxy);
        return openPostgreSql(through(url, proxy.port), { poolMax: 3 });
      },
    });
    const [proxy] = proxies;
    const ask = () => api.post({ query: "{ terms { id } }" });
    const ready = async () => (await fetch(`${api.url}/health/ready`)).status;
    expect((await ask()).json.data).toEqual({ terms: [] });
    expect(await ready()).toBe(200);

    proxy!.cut();
    const lost = await ask();
    expect(lost.status).toBe(200);
    expect(lost.json.errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(lost.text).not.toMatch(/ECONN|socket|127\.0\.0\.1/);
    expect(await ready()).toBe(503);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);

    proxy!.mend();
    expect((await ask()).json.data).toEqual({ terms: [] });
    expect(await ready()).toBe(200);
    proxy!.close();
  });

  test("costs the pool no place, however often it is lost", async () => {
    const database = await testDatabase();
    const proxy = await line(new URL(database.url!));
    const lost = openPostgreSql(through(database.url!, proxy.port), { poolMax: 2 });
    const write = () => lost.em.fork().transactional((tx) => tx.execute("select 1"));
    for (let time = 0; time < 5; time += 1) {
      await write();
      proxy.cut();
      await expect(write()).rejects.toThrow(/terminated|ECONNRE/);
      proxy.mend();
    }
    await write();
    await lost.close();
    proxy.close();
  });

  test("stops an import with its reason, keeping what was stored", async () => {
    const database = await testDatabase();
    const proxy = await line(new URL(database.url!));
    const lost = openPostgreSql(through(database.url!, proxy.port), { poolMax: 3 });
    const folder = await mkdtemp(join(tmpdir(), "potbank-lost-"));
    for (let at = 1; at <= 120; at += 1)
      await writeFile(join(folder, `kiln-${at}.md`), summaryFile(`kiln-${at}`));
    const order = { source: "summaries", path: folder, dryRun: false };
    const quiet = { skipped() {}, noted() {}, progressed() {} };
    try {
      await expect(
        runImport(lost.em, order, { ...quiet, progressed: () => proxy.cut() }),
      ).rejects.toThrow(
        /could not go on: the database server (closed the connection|does not answer).* 50 records .* run the same command again/,
      );
      const rest = await runImport(database.em, order, quiet);
      expect(rest).toEqual({
        summaries: { read: 120, created: 70, updated: 0, unchanged: 50, skipped: 0 },
      });
    } finally {
      await lost.close();
      proxy.close();
      await rm(folder, { recursive: true });
    }
  });
});
