import { readFile } from "node:fs/promises";
import { afterAll } from "vitest";
import {
  type Database,
  openEmbedded,
  openPostgreSql,
  type StatementLog,
  type StatementObserver,
} from "../../src/app/database.ts";
import { onServer, serverUrl, templateDatabase } from "./server.ts";

/** A migrated, empty database of this test file's own, on whichever driver the tests run. Closed after the file's last test. */
export async function testDatabase(
  log?: StatementLog,
  observe?: StatementObserver,
): Promise<Database & { url?: string }> {
  const observers = { ...(log && { log }), ...(observe && { observe }) };
  const url = serverUrl();
  if (!url) {
    const database = await openEmbedded(
      { from: new Blob([await readFile(".cache/template.tar")]) },
      observers,
    );
    afterAll(() => database.close());
    return database;
  }
  const name = `potbank_test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await onServer(url, async (run) => {
    await run(`create database ${name} template ${templateDatabase}`);
  });
  const target = new URL(url);
  target.pathname = `/${name}`;
  const database = openPostgreSql(target.href, { poolMax: 5 }, observers);
  afterAll(async () => {
    await database.close();
    await onServer(url, async (run) => {
      await run(`drop database ${name} with (force)`);
    });
  });
  return { ...database, url: target.href };
}
