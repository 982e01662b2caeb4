import "reflect-metadata";
import { PGlite } from "@electric-sql/pglite";
import { fuzzystrmatch } from "@electric-sql/pglite/contrib/fuzzystrmatch";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { DefaultLogger, type LogContext, type MikroORM } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as PgliteORM } from "@mikro-orm/pglite";
import { MikroORM as PostgreSqlORM } from "@mikro-orm/postgresql";
import type { BetterAuthOptions } from "better-auth";
import { type ConstructorOptions, fromPglite } from "pg-boss";
import { Pool } from "pg";
import type { Em } from "../kernel/em.ts";
import { entities } from "./entities.ts";
import { releaseLostConnections } from "./lost-connections.ts";
import { migrations } from "./migrations.ts";

/** The database behind one interface: nothing above it knows which driver runs. */
export interface Database {
  readonly kind: "embedded" | "postgresql";
  readonly orm: MikroORM;
  /** The global entity manager: fork it for every piece of work. */
  readonly em: Em;
  /**
   * What better-auth reads and writes through. On a server, a pool of its own: through the ORM's, times come back as text,
   * which better-auth compares as if they were dates, and no session would ever be over (decision 0017).
   */
  forSignIn(): NonNullable<BetterAuthOptions["database"]>;
  /** What timed jobs are kept through: on a server, two connections of their own. */
  forJobs(): Pick<ConstructorOptions, "db" | "backend" | "connectionString" | "max">;
  /** Connections of the pool at the moment; undefined for the embedded database, which is one connection. */
  pool?(): { readonly total: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** How statements are observed: each one as it is sent. */
export type StatementLog = (statement: string) => void;

/** A statement that has been answered. */
export interface Statement {
  /** With `?` for every value: values are personal, and never leave through here. */
  readonly sql: string;
  /** From the asking to the answer, the wait for a connection included. */
  readonly tookMs: number;
  readonly failed: boolean;
}

/** Called after every statement that was sent through the ORM; must be quick and never throw. */
export type StatementObserver = (statement: Statement) => void;

/** How a database may be watched. */
export interface Observers {
  readonly log?: StatementLog;
  readonly observe?: StatementObserver;
}

/** The ORM's log of slow statements, with a threshold of nothing: it costs two object copies a statement. */
class ObservedStatements extends DefaultLogger {
  readonly #observe: StatementObserver;
  constructor(observe: StatementObserver) {
    super({ writer() {} });
    this.#observe = observe;
  }

  override logQuery({ query = "", took, level }: LogContext): void {
    // Begin, commit and savepoints are told without a time.
    if (took !== undefined) this.#observe({ sql: query, tookMs: took, failed: level === "error" });
  }
}

const common = ({ log, observe }: Observers) => ({
  entities,
  extensions: [Migrator],
  migrations: {
    migrationsList: migrations,
    tableName: "migration",
    snapshot: false,
    silent: true,
    transactional: true,
    allOrNothing: true,
  },
  discovery: { warnWhenNoEntities: false },
  // A misspelt name in DATABASE_URL must be refused, not made.
  ensureDatabase: false,
  ...(log && { debug: ["query" as const], colors: false, logger: log }),
  ...(observe && {
    slowQueryThreshold: 0,
    slowQueryLoggerFactory: () => new ObservedStatements(observe),
  }),
});

/** What the embedded database is made with, for the main program, the preparation and the tests. */
export const pgliteExtensions = { pg_trgm, unaccent, fuzzystrmatch };

/** PostgreSQL in WebAssembly, in a folder or (without one) in memory, or in an instance already open. */
export async function openEmbedded(
  where: { folder?: string; from?: Blob; pglite?: PGlite },
  observers: Observers = {},
): Promise<Database> {
  const pglite =
    where.pglite ??
    (await PGlite.create({
      ...(where.folder !== undefined && { dataDir: where.folder }),
      ...(where.from !== undefined && { loadDataDir: where.from }),
      extensions: pgliteExtensions,
    }));
  keepStack(pglite);
  const orm = new PgliteORM({ ...common(observers), driverOptions: { pglite } });
  return {
    kind: "embedded",
    orm: orm as unknown as MikroORM,
    em: orm.em as unknown as Em,
    // Statements of pg-boss wait for a transaction of ours to end, as everything does that PGlite is asked beside one.
    forJobs: () => ({ db: fromPglite(pglite), backend: "pglite" }),
    forSignIn: () => ({ db: orm.em.getKysely(), type: "postgres", transaction: true }),
    async close() {
      await orm.close(true);
      if (!pglite.closed) await pglite.close();
    },
  };
}

/**
 * Gives PostgreSQL's stack back after every message. PGlite 0.5.8 catches the jump that ends a failed statement without
 * doing so: each error costs 1,600 bytes, and after some 1,300 of them every statement fails until a restart.
 */
function keepStack(pglite: PGlite): void {
  const { mod } = pglite as unknown as { mod?: { ___stack_pointer?: { value: unknown } } };
  const pointer = mod?.___stack_pointer;
  if (pointer === undefined)
    throw new Error("This PGlite keeps its stack elsewhere: see keepStack.");
  const exchange = pglite.execProtocolRawSync.bind(pglite);
  pglite.execProtocolRawSync = (message) => {
    const before = pointer.value;
    try {
      return exchange(message);
    } finally {
      pointer.value = before;
    }
  };
}

/**
 * A PostgreSQL server, through a pool of at least two connections. `statementTimeoutMs` 0 lets a statement take what it
 * takes: for migrations and the command line, not for requests.
 */
export function openPostgreSql(
  url: string,
  { poolMax, statementTimeoutMs = 0 }: { poolMax: number; statementTimeoutMs?: number },
  observers: Observers = {},
): Database {
  let pool: Pool | undefined;
  let signInPool: Pool | undefined;
  const orm = new PostgreSqlORM({
    ...common(observers),
    clientUrl: url,
    pool: { min: 0, max: poolMax },
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: statementTimeoutMs,
      onPoolCreated(created: Pool) {
        pool = created;
        releaseLostConnections(created);
      },
      // Measured on searches of 100,000 documents (decision 0003): compiling costs more than it saves, an index
      // is not four times dearer than a scan on today's disks, and facet rows must not spill to disk.
      options: "-c jit=off -c random_page_cost=1.1 -c work_mem=64MB",
    },
  });
  return {
    kind: "postgresql",
    orm: orm as unknown as MikroORM,
    em: orm.em as unknown as Em,
    forJobs: () => ({ connectionString: url, max: 2 }),
    forSignIn() {
      signInPool ??= openSignInPool(url, statementTimeoutMs);
      return signInPool;
    },
    pool: () => ({
      total: pool?.totalCount ?? 0,
      idle: pool?.idleCount ?? 0,
      waiting: pool?.waitingCount ?? 0,
    }),
    close: () => withinPatience(Promise.all([orm.close(true), signInPool?.end()])),
  };
}

/** Few sign in at the same moment, and each holds a connection for a few statements. */
const signInConnections = 4;

function openSignInPool(url: string, statementTimeoutMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: signInConnections,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
  });
  releaseLostConnections(pool);
  // A server that goes away while nobody asks: the next to ask gets a new connection.
  pool.on("error", () => {});
  return pool;
}

const closePatienceMs = 3_000;

/** A server that has fallen silent, its network gone without a word, must not keep the program from ending. */
async function withinPatience(closed: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, closePatienceMs)));
  await Promise.race([closed, late]).finally(() => clearTimeout(timer));
}

/** Any number, as long as it is ours: whoever holds it migrates, the others wait. */
const migrationLock = 7_256_200_141;

/**
 * Brings the schema up to date; answers the names of the migrations that ran. On a server, one process
 * at a time: the lock is held on one connection while another migrates. The embedded database is one
 * connection and has one process, so it needs none. `to` names the last migration to run, instead of all.
 */
export async function migrate(database: Database, to?: string): Promise<string[]> {
  const run = async () => (await database.orm.migrator.up({ to })).map(({ name }) => name);
  if (database.kind === "embedded") return run();
  return database.em.fork().transactional(async (tx) => {
    await tx.execute("select pg_advisory_xact_lock(?)", [migrationLock]);
    return run();
  });
}

/** The same as part of a transaction, on a server alone: the schema stands only if the transaction does. */
export async function migrateWithin(database: Database, tx: Em, to?: string): Promise<string[]> {
  await tx.execute("select pg_advisory_xact_lock(?)", [migrationLock]);
  const ran = await database.orm.migrator.up({ to, transaction: tx.getTransactionContext() });
  return ran.map(({ name }) => name);
}
