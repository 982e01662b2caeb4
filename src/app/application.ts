import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Context, type Service } from "../kernel/context.ts";
import type { Logger } from "../kernel/log.ts";
import { anonymous } from "../kernel/viewer.ts";
import { searchEngine } from "../search/port.ts";
import { postgreSqlEngine } from "../search/postgresql-engine.ts";
import { synonymGroups } from "../terms/term.reader.ts";
import type { Config, Secrets } from "./config.ts";
import { acquireDataLock, type DataLock } from "./data-lock.ts";
import { type Database, migrate, openEmbedded, openPostgreSql } from "./database.ts";
import { createGraphQLServer } from "./graphql.ts";
import { databaseHealth } from "./health.ts";
import { createHttp } from "./http.ts";
import { ensureDatabaseFolder } from "./prepared.ts";
import { apiSchema, printedSchema } from "./schema.ts";
import { seed } from "./seed.ts";
import { StartError, unreachable } from "./start-error.ts";
import { startWorker } from "./worker.ts";

/** A request that takes longer than this has failed its reader already. */
const requestTimeoutMs = 15_000;

/**
 * Opens the configured database and brings its schema up to date. `purpose` is what a process that is refused the
 * embedded database is told.
 */
export async function openDatabase(
  config: Config,
  secrets: Secrets,
  { purpose, serving = false }: { purpose: string; serving?: boolean },
): Promise<Database> {
  if (secrets.databaseUrl !== undefined) {
    await migrateServer(secrets.databaseUrl);
    return openPostgreSql(secrets.databaseUrl, {
      poolMax: config.poolMax,
      ...(serving && { statementTimeoutMs: requestTimeoutMs }),
    });
  }
  const lock: DataLock = acquireDataLock(config.dataFolder, { purpose });
  try {
    const folder = join(config.dataFolder, "db");
    await ensureDatabaseFolder(folder, config.demonstration);
    const database = await openEmbedded({ folder });
    await migrate(database);
    return {
      ...database,
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Migrates on connections of its own, without a time limit: an index over a large table takes what it takes. */
async function migrateServer(url: string): Promise<void> {
  const database = openPostgreSql(url, { poolMax: 2 });
  try {
    await migrate(database);
  } catch (error) {
    throw unreachable(error, url) ?? error;
  } finally {
    await database.close().catch(() => undefined);
  }
}

/** Services that requests find in their context. */
export const services = (): ReadonlyMap<Service<unknown>, unknown> =>
  new Map<Service<unknown>, unknown>([[searchEngine, postgreSqlEngine(synonymGroups)]]);

/** A running server. */
export interface Application {
  /** Where it listens; the port is the real one where 0 was asked for. */
  readonly port: number;
  /** Lets requests under way finish, then closes everything. */
  stop(): Promise<void>;
}

/** Starts the server: database, seeds where they belong, sweeps, HTTP. */
export async function startApplication(
  config: Config,
  secrets: Secrets,
  log: Logger,
): Promise<Application> {
  const database = await openDatabase(config, secrets, {
    purpose: `the server on port ${config.port}`,
    serving: true,
  });
  try {
    if (config.demonstration) await seed(database.em, { demonstration: true, now: new Date() });
    const schema = await apiSchema();
    const apollo = createGraphQLServer(schema, log);
    await apollo.start();
    const surroundings = { publicUrl: config.publicUrl, services: services() };
    const http = await createHttp({
      config,
      log,
      apollo,
      context: () => new Context(database.em.fork(), anonymous, surroundings),
      schema: printedSchema(schema),
      health: databaseHealth(database),
    });
    await listen(http, config);
    const worker = config.worker ? startWorker(database.em, log) : undefined;
    return {
      port: (http.address() as AddressInfo).port,
      async stop() {
        await new Promise<void>((resolve) => {
          http.close(() => resolve());
          http.closeIdleConnections();
        });
        await worker?.stop();
        await apollo.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(
          new StartError(
            `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
          ),
        );
      else if (error.code === "EACCES")
        reject(
          new StartError(
            `Port ${port} needs rights this user does not have. Choose one above 1023 with PORT.`,
          ),
        );
      else reject(error);
    });
    http.listen(port, host, resolve);
  });
}
