import { MikroORM } from "@mikro-orm/postgresql";

/** The migrated database that every test file copies, when the tests run on a PostgreSQL server. */
export const templateDatabase = "potbank_test_template";

/** Address of the server the tests run on, or undefined for the embedded database. */
export const serverUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/** Runs statements that need no database of ours: creating and dropping databases. */
export async function onServer(
  url: string,
  work: (run: (sql: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const orm = new MikroORM({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 1 },
  });
  try {
    await work((sql) => orm.em.getConnection().execute(sql));
  } finally {
    await orm.close(true);
  }
}
