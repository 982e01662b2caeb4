import { forgetAllBut } from "../../search/meilisearch/shipping/ledger.ts";
import { migrateWithin, openPostgreSql } from "../database.ts";
import { unreachable } from "../start-error.ts";
import { attended } from "./attendance.ts";
import { BackupError, explained } from "./backup-error.ts";
import { load } from "./load.ts";
import { appliedMigrations, isBeginning } from "./migrations-applied.ts";
import { refuseData, restorable, type Restored, type RestoreOptions } from "./restore.ts";

/**
 * Replaces what a server's database holds by a verified backup, in one transaction: schema, rows, counters and the
 * comparison with the manifest. Readers wait for it; what uses the database for more than ten seconds makes it give up.
 * Throws a `BackupError`; the database is then as it was.
 */
export async function restorePostgreSql(
  url: string,
  file: string,
  { replace = false, ...attendance }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = await restorable(file);
  const place = `The database ${new URL(url).pathname.slice(1)}`;
  const database = openPostgreSql(url, { poolMax: 2 });
  let done = false;
  try {
    const migrated = await database.em.fork().transactional(async (tx) => {
      await tx.execute("set local lock_timeout = '10s'", [], "run");
      const here = await appliedMigrations(tx);
      if (!isBeginning(here, manifest.migrations))
        throw new BackupError(
          `${place} has the schema ${here.at(-1)}, the backup the older ${manifest.migrations.at(-1)}. Restore it into an empty database: it is brought up to date there.`,
        );
      if (!replace) await refuseData(tx, place);
      await migrateWithin(database, tx, manifest.migrations.at(-1));
      await load(tx, file, manifest, attended(attendance));
      const later = await migrateWithin(database, tx);
      await forgetAllBut(tx, []);
      done = true;
      return later;
    });
    return { manifest, migrated };
  } catch (error) {
    const told = explained(error, `${place} cannot be restored`) ?? unreachable(error, url);
    if (told === undefined || error instanceof BackupError) throw error;
    throw new BackupError(
      `${told.message} ${done ? "Whether the restored data stands is not known: look, and run it again if it does not." : "Nothing was changed."}`,
      { cause: error },
    );
  } finally {
    await database.close().catch(() => undefined);
  }
}
