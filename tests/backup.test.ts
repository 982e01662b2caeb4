import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Migration } from "@mikro-orm/migrations";
import { beforeAll, describe, expect, test } from "vitest";
import { services } from "../src/app/application.ts";
import { backup } from "../src/app/backup/backup.ts";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import { verifyBackup } from "../src/app/backup/verify.ts";
import { type Database, migrate } from "../src/app/database.ts";
import { migrations } from "../src/app/migrations.ts";
import { searchEngine } from "../src/search/port.ts";
import { SearchSort } from "../src/search/search.inputs.ts";
import {
  emptyPlace,
  embeddedPlace,
  type Place,
  serverPlace,
  temporaryFolder,
} from "./support/backups.ts";
import { testDatabase } from "./support/database.ts";
import { serverUrl } from "./support/server.ts";
import { World } from "./support/world.ts";

/** A migration that nobody has written yet, with all that makes a table hard to bring back. */
class Migration9999Odd extends Migration {
  override up(): void {
    this.addSql(`create table odd (
      id bigint generated always as identity primary key,
      moment timestamptz, number double precision, exact numeric(30, 10), note varchar(20), blob bytea,
      json jsonb, words text[], span interval, "group" text, size int generated always as (length(note)) stored,
      twin bigint references odd (id))`);
    this.addSql(`create index odd_note on odd (note) where note <> ''`);
    this.addSql(`create table "Odd ""Name/%" (a text, b text)`);
    this.addSql(`create function odd_stamp() returns trigger language plpgsql as
      $$ begin new."group" := 'stamped'; return new; end $$`);
    this.addSql(
      `create trigger odd_stamp before insert on odd for each row execute function odd_stamp()`,
    );
  }
}
const later = { name: "9999-odd", class: Migration9999Odd };

/** As a program has it that knows this migration. */
async function knowing<T>(work: () => Promise<T>): Promise<T> {
  migrations.push(later);
  try {
    return await work();
  } finally {
    migrations.pop();
  }
}

const oddRows = String.raw`
  insert into odd (moment, number, exact, note, blob, json, words, span, twin) values
    ('2026-01-01 12:34:56.123456+05:45', 0.1, 12345678901234567890.0123456789, '', '\x00ff', 'null', '{}', '1 mon 2 days', 3),
    ('infinity', 'NaN', 'NaN', null, '', '{"a": 1.00, "b": [null, ""]}', '{NULL,"NULL",""}', '-00:00:00.000001', null),
    ('0044-03-15 12:00:00+00 BC', 1e-310, null, E'a\tb\\n\n"\u2028é😀', null, '"\\u0001\\n"', '{{a,b},{c,"d,e"}}', null, 2),
    (null, '-0', 0.10, 'new ' || 'line', null, '123456789012345678901234567890', array['it''s'], null, 1)`;

/** Making an embedded database from nothing takes its time on a busy machine. */
const timeout = 180_000;

let folder: string;
let file: string;
let source: Database;
let before: Awaited<ReturnType<typeof tableHashes>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder, "potbank.tar.gz");
  await knowing(async () => {
    source = await testDatabase();
    await migrate(source);
  });
  const em = source.em.fork();
  const world = new World(em);
  await world.summary({ title: "Metacognition and its discontents" });
  await world.session({ slug: "a-session" });
  await world.project();
  await world.reflection();
  await world.person(await world.school("Ünïcode “School”"));
  await world.drain();
  await em.execute(oddRows);
  await em.execute(`update odd set "group" = null where id = 2`);
  await em.execute(
    String.raw`insert into "Odd ""Name/%" values ('b', 'a'), ('B', null), ('_', ''), ('b', 'a')`,
  );
  before = await tableHashes(source.em);
  await backup(source, file);
});

const hashes = (place: Place) => place.within(({ em }) => tableHashes(em));

describe("a backup that is restored", { timeout }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await emptyPlace();
    await knowing(() => place.restore(file));
  });

  test("gives every table the hash it had, those of later migrations too", async () => {
    expect(before.get("odd")?.rows).toBe(4);
    expect(before.get(`Odd "Name/%`)?.rows).toBe(4);
    expect(await hashes(place)).toEqual(before);
  });

  test("gives every constraint, index and trigger back", async () => {
    const parts = ({ em }: Database) =>
      em.fork().execute(
        `select conrelid::regclass::text as on, conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
         where connamespace = current_schema()::regnamespace and convalidated
         union all
         select indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
         where indrelid::regclass::text not like 'pg_%'
         union all
         select tgrelid::regclass::text, tgname::text, tgenabled::text from pg_trigger where not tgisinternal
         order by 1, 2, 3`,
      );
    const ours = await parts(source);
    expect(ours.length).toBeGreaterThan(100);
    expect(await place.within(parts)).toEqual(ours);
  });

  test("can be written to and searched: counters go on where they were", async () => {
    await place.within(async (database) => {
      const em = database.em.fork();
      const version = async () =>
        (
          await em.execute<{ v: string }[]>(`select max(version)::text as v from search_document`)
        )[0]!.v;
      const last = await version();
      const world = new World(em);
      await world.summary({ slug: "after", title: "Written after the restore" });
      await world.drain();
      expect(BigInt(await version())).toBeGreaterThan(BigInt(last));
      const engine = services().get(searchEngine) as {
        search: (...args: unknown[]) => Promise<any>;
      };
      const found = async (query: string) => {
        const request = {
          query,
          filter: {},
          facets: [],
          sort: SearchSort.RELEVANCE,
          first: 5,
          offset: 0,
          audience: ["public"],
        };
        return (await engine.search(em, request)).hits.length;
      };
      expect(await found("discontents")).toBeGreaterThan(0);
      expect(await found("written after the restore")).toBeGreaterThan(0);
      await expect(em.execute(`insert into odd (note, twin) values ('next', 99)`)).rejects.toThrow(
        /foreign key/,
      );
      const [row] = await em.execute(
        `insert into odd (note) values ('next') returning id::text, "group"`,
      );
      // One number went with the insertion that failed.
      expect(row).toEqual({ id: "6", group: "stamped" });
    });
  });

  test("is not restored over data unless that is asked for, and then all of it is replaced", async () => {
    const changed = await hashes(place);
    expect(changed).not.toEqual(before);
    await knowing(() =>
      expect(place.restore(file)).rejects.toThrow(/holds [\d,]+ rows \(.*\d.*\).*--replace/s),
    );
    expect(await hashes(place)).toEqual(changed);
    await knowing(() => place.restore(file, { replace: true }));
    expect(await hashes(place)).toEqual(before);
  });
});

test.runIf(serverUrl())(
  "goes from a server to the embedded database and back unchanged",
  { timeout },
  async () => {
    const [embedded, server] = [await embeddedPlace(), await serverPlace()];
    const second = join(folder, "second.tar.gz");
    await knowing(async () => {
      await embedded.restore(file);
      await embedded.within((database) => backup(database, second));
      await server.restore(second);
    });
    expect(await hashes(embedded)).toEqual(before);
    expect(await hashes(server)).toEqual(before);
    expect((await verifyBackup(second)).database).toBe("embedded");
  },
);

test("a backup of a newer schema is refused, naming the migration", async () => {
  const place = await emptyPlace();
  await expect(place.restore(file)).rejects.toThrow(
    /newer Potbank: this program lacks the migration 9999-odd/,
  );
});

test("a backup of an older schema is restored and brought up to date", { timeout }, async () => {
  const old = await testDatabase();
  await new World(old.em.fork()).school("Old School");
  const oldFile = join(folder, "old.tar.gz");
  await backup(old, oldFile);
  const oldHashes = await tableHashes(old.em);
  const place = await emptyPlace();
  await knowing(async () => {
    expect((await place.restore(oldFile)).migrated).toEqual(["9999-odd"]);
    if (serverUrl())
      await expect(place.restore(oldFile, { replace: true })).rejects.toThrow(
        /schema 9999-odd, the backup the older .* empty database/,
      );
  });
  const now = await hashes(place);
  expect(now.get("odd")?.rows).toBe(0);
  expect(now.get("migration")?.rows).toBe(oldHashes.get("migration")!.rows + 1);
  for (const [name, hash] of oldHashes)
    if (name !== "migration") expect(now.get(name)).toEqual(hash);
});

describe("making a backup", () => {
  test("leaves one file that only its owner may read, and no draft", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).not.toContain("potbank.tar.gz.part");
    const manifest = await verifyBackup(file);
    expect(manifest.tables.map(({ name }) => name)).toEqual([...before.keys()]);
    expect(manifest.migrations).toEqual([...migrations.map(({ name }) => name), "9999-odd"]);
  });

  test("replaces a file only when told to", async () => {
    const there = join(folder, "there.tar.gz");
    await writeFile(there, "precious");
    await expect(backup(source, there)).rejects.toThrow(/there\.tar\.gz exists already.*--force/);
    expect(await readFile(there, "utf8")).toBe("precious");
    await backup(source, there, { force: true });
    expect((await verifyBackup(there)).tables).toHaveLength(before.size);
  });

  test("refuses places that are none, in words", async () => {
    await mkdir(join(folder, "closed"));
    const refused = (path: string, words: RegExp) =>
      expect(backup(source, join(folder, path), { force: true })).rejects.toThrow(words);
    await refused("closed", /closed is there and is not a file/);
    await refused("nowhere/a.tar.gz", /cannot be written: there is no such file or folder/);
    await refused("potbank.tar.gz/a", /a part of the path is a file/);
    if (process.getuid?.() === 0) return;
    await chmod(join(folder, "closed"), 0o500);
    await refused("closed/a.tar.gz", /this user may not/);
  });

  test("does not mix its bytes with those of another backup to the same file", async () => {
    const draft = join(folder, "busy.tar.gz.part");
    await writeFile(draft, "half");
    await expect(backup(source, join(folder, "busy.tar.gz"))).rejects.toThrow(
      /busy\.tar\.gz\.part is there/,
    );
    expect(await readFile(draft, "utf8")).toBe("half");
  });
});
