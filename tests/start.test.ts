import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireDataLock } from "../src/app/data-lock.ts";
import { openEmbedded } from "../src/app/database.ts";
import { Term, TermScheme } from "../src/terms/term.entity.ts";
import { serverUrl } from "./support/server.ts";
import { cliFile, environment, freePort, launch, type Program } from "./support/served.ts";

let folder: string;
const programs: Program[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-start-"));
});

afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill("SIGKILL")));
  await rm(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<Program> {
  const program = await launch({ POTBANK_DATA: folder, ...env });
  programs.push(program);
  return program;
}

async function running(env: Record<string, string> = {}): Promise<Program> {
  const program = await start(env);
  await program.ready();
  return program;
}

/** The one line that a refused start prints. */
async function refused(env: Record<string, string>): Promise<string> {
  const program = await start(env);
  expect(await program.end, program.log()).toBe(1);
  const lines = program.errors().trim().split("\n");
  expect(lines, program.errors()).toHaveLength(1);
  return lines[0] as string;
}

async function search(url: string): Promise<unknown> {
  const query = '{ search(query: "metacognition", first: 1) { nodes { title } } }';
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

/** Opens the database of a stopped program. */
async function within<T>(work: (database: Awaited<ReturnType<typeof openEmbedded>>) => Promise<T>) {
  const database = await openEmbedded({ folder: join(folder, "db") });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const keepATerm = () =>
  within(async ({ em }) => {
    const tx = em.fork();
    const term = { scheme: TermScheme.TOPIC, slug: "kept", label: "Kept", position: 999 };
    tx.create(Term, { ...term, aliases: [], group: null });
    await tx.flush();
  });

const keptTerms = () => within(({ em }) => em.fork().count(Term, { slug: "kept" }));

test("a first start answers from the prepared database, and SIGTERM ends it with 0", async () => {
  const program = await running();
  const live = await fetch(`${program.url}/health/live`);
  expect(live.status).toBe(200);
  expect(await search(program.url)).toMatchObject({
    data: { search: { nodes: [{ title: expect.stringMatching(/metacognition/i) }] } },
  });
  expect(await program.kill("SIGTERM")).toBe(0);
  expect(program.errors()).toBe("");
});

test("a request under way when SIGTERM comes is answered before the end", async () => {
  const program = await running();
  const socket = connect(program.port, "localhost");
  const body = JSON.stringify({ query: "{ __typename }" });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `content-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  // The server has to have met the request before the signal.
  await sleep(200);
  const end = program.kill("SIGTERM");
  await sleep(300);
  socket.write(body.slice(5));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [^]*"__typename":"Query"/);
  expect(await end).toBe(0);
});

test("what was written is there after a restart, and after a SIGKILL", async () => {
  const first = await running();
  expect(await first.kill("SIGTERM")).toBe(0);
  await keepATerm();
  const second = await running();
  expect(await second.kill("SIGKILL")).toBe("SIGKILL");
  const third = await running();
  expect(await search(third.url)).toHaveProperty("data.search.nodes.0.title");
  expect(await third.kill("SIGTERM")).toBe(0);
  expect(await keptTerms()).toBe(1);
});

test("a start that is killed half-way does not spoil the next one", async () => {
  for (const ms of [150, 400, 700, 1000]) {
    const program = await start();
    await sleep(ms);
    await program.kill("SIGKILL");
  }
  const program = await running();
  expect(await search(program.url)).toHaveProperty("data.search.nodes.0.title");
});

test("a second server on the same folder is refused and names the first", async () => {
  const first = await running();
  const line = await refused({});
  expect(line).toContain(`server on port ${first.port}`);
  expect(line).toContain(`process ${first.child.pid}`);
  expect(line).toContain("POTBANK_DATA");
  expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
});

test("a command is refused while another command has the folder, and names it", async () => {
  const lock = acquireDataLock(folder, { purpose: "the command potbank import" });
  try {
    const run = promisify(execFile)(process.execPath, [cliFile, "reindex"], {
      env: environment({ POTBANK_DATA: folder }),
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`potbank import (process ${process.pid}`),
    });
  } finally {
    lock.release();
  }
});

test("a port that is taken is named in one line, and the folder is let go", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "::", done));
  const port = String((other.address() as { port: number }).port);
  try {
    expect(await refused({ PORT: port })).toMatch(new RegExp(`[Pp]ort ${port}`));
  } finally {
    other.close();
  }
  await running();
});

test("a data folder that cannot be written is named in one line", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  expect(await refused({ POTBANK_DATA: join(file, "data") })).toContain(join(file, "data"));
});

test("an address that is no database's is refused with what would be right", async () => {
  const program = await start({ DATABASE_URL: "mysql://root@localhost/potbank" });
  expect(await program.end).toBe(1);
  expect(program.errors()).toContain("DATABASE_URL must look like postgresql://");
  expect(program.errors()).not.toMatch(/^\s+at /m);
});

test("a database server that is down at the start is one line, without the password", async () => {
  const port = await freePort();
  const line = await refused({
    DATABASE_URL: `postgresql://user:secret@127.0.0.1:${port}/potbank`,
  });
  expect(line).toContain(String(port));
  expect(line).toContain("DATABASE_URL");
  expect(line).not.toContain("secret");
});

test.runIf(serverUrl())("a database that does not exist on the server is one line", async () => {
  const url = new URL(serverUrl() as string);
  url.pathname = "/potbank_that_nobody_made";
  expect(await refused({ DATABASE_URL: url.href })).toContain("potbank_that_nobody_made");
});

test("every fault in the configuration is said at once", async () => {
  const program = await start({ PORT: "http", LOG_LEVEL: "loud" });
  expect(await program.end).toBe(1);
  expect(program.errors()).toContain('PORT is "http"');
  expect(program.errors()).toContain('LOG_LEVEL is "loud"');
  expect(program.errors()).not.toMatch(/^\s+at /m);
});
