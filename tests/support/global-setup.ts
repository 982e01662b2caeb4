import { mkdir, writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { migrate, openEmbedded, openPostgreSql, pgliteExtensions } from "../../src/app/database.ts";
import { onServer, serverUrl, templateDatabase } from "./server.ts";

/** Migrate once; every test file starts from a copy of the result. */
export async function setup(): Promise<void> {
  const url = serverUrl();
  if (url) {
    await onServer(url, async (run) => {
      await run(`drop database if exists ${templateDatabase} with (force)`);
      await run(`create database ${templateDatabase}`);
    });
    const target = new URL(url);
    target.pathname = `/${templateDatabase}`;
    const database = openPostgreSql(target.href, { poolMax: 2 });
    await migrate(database);
    await database.close();
    return;
  }
  const pglite = await PGlite.create({ extensions: pgliteExtensions });
  const database = await openEmbedded({ pglite });
  await migrate(database);
  const dump = await pglite.dumpDataDir("none");
  await mkdir(".cache", { recursive: true });
  await writeFile(".cache/template.tar", Buffer.from(await dump.arrayBuffer()));
  await database.close();
}
