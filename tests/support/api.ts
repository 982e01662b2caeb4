import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { toConfig } from "../../src/app/config.ts";
import { createGraphQLServer } from "../../src/app/graphql.ts";
import { databaseHealth } from "../../src/app/health.ts";
import { createHttp } from "../../src/app/http.ts";
import { apiSchema, printedSchema } from "../../src/app/schema.ts";
import { services } from "../../src/app/application.ts";
import { Context } from "../../src/kernel/context.ts";
import { createLog } from "../../src/kernel/log.ts";
import { anonymous } from "../../src/kernel/viewer.ts";
import { World } from "./world.ts";
import type { Database } from "../../src/app/database.ts";
import { testDatabase } from "./database.ts";

/**
 * The API over real HTTP on a free port, with a database of its own that writes are committed to.
 * `reopen` may open the same database another way, given its address.
 */
export async function testApi(reopen?: (url: string) => Promise<Database>) {
  const own = await testDatabase();
  const database = reopen ? await reopen(own.url!) : own;
  if (reopen) afterAll(() => database.close());
  const { config } = toConfig({ PUBLIC_URL: "https://potbank.test", LOG_LEVEL: "silent" });
  const log = createLog(config.logLevel);
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
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  afterAll(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await apollo.stop();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    url,
    world: new World(database.em.fork()),
    /** Posts a document as an ordinary client does. */
    async post(body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parsed(text) };
    },
  };
}

// oxlint-disable-next-line no-explicit-any -- a test reads whatever its query asked for
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
