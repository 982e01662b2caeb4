import type { AbstractSqlDriver, BasePostgreSqlEntityManager } from "@mikro-orm/sql";

/** The entity manager of both drivers we run on: PostgreSQL with a pool, PGlite embedded. */
export type Em = BasePostgreSqlEntityManager<AbstractSqlDriver>;
