import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { createSite, observeStatements } from "../../src/app/application.ts";
import { toConfig } from "../../src/app/config.ts";
import type { Metrics } from "../../src/app/metrics.ts";
import type { Service } from "../../src/kernel/context.ts";
import { createLog, type Logger } from "../../src/kernel/log.ts";
import {
  createSignIn,
  type RunningSignIn,
  type SignInParts,
} from "../../src/people/sign-in/create-sign-in.ts";
import type { SignIn } from "../../src/people/sign-in/sign-in.ts";
import { World } from "./world.ts";
import type { Database } from "../../src/app/database.ts";
import { testDatabase } from "./database.ts";

/**
 * The API over real HTTP on a free port, with a database of its own that writes are committed to.
 * `reopen` may open the same database another way, given its address; `provided` may replace the services; with
 * `metrics` and `log` one can see what it keeps of itself.
 */
export async function testApi({
  reopen,
  metrics,
  provided,
  signIn,
  log = createLog("silent"),
  env = {},
}: {
  reopen?: (url: string) => Promise<Database>;
  metrics?: Metrics;
  provided?: ReadonlyMap<Service<unknown>, unknown>;
  signIn?: SignIn;
  log?: Logger;
  env?: Record<string, string>;
} = {}) {
  const { config } = toConfig({ PUBLIC_URL: "https://potbank.test", ...env });
  const own = await testDatabase(undefined, observeStatements(config, log, metrics));
  const database = reopen ? await reopen(own.url!) : own;
  if (reopen) afterAll(() => database.close());
  const site = await createSite(database, config, log, {
    metrics,
    ...(provided && { provided }),
    signIn: signIn ?? (await testSignIn(database, config.publicUrl, log)),
  });
  const { http, apollo } = site;
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  afterAll(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await apollo.stop();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    url,
    database,
    /** Address of its database, where that is on a server. */
    databaseUrl: own.url,
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

/** Sign-in over a database of a test's own, for as long as its file runs. */
export async function testSignIn(
  database: Database,
  publicUrl: string,
  log: Logger = createLog("silent"),
  more: Partial<SignInParts> = {},
): Promise<RunningSignIn> {
  const signIn = await createSignIn({
    database: database.forSignIn(),
    em: database.em,
    publicUrl,
    secret: "a secret of the tests, and of nobody else",
    log,
    ...more,
  });
  afterAll(() => signIn.settled());
  return signIn;
}

// oxlint-disable-next-line no-explicit-any -- a test reads whatever its query asked for
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
