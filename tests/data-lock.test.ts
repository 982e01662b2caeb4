import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { acquireDataLock, DataLockedError } from "../src/app/data-lock.ts";

const children: ChildProcess[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-lock-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A process that tries for the lock and lets go of it when told to, and says how it went. */
async function contender(purpose: string) {
  const module = pathToFileURL("src/app/data-lock.ts").href;
  const program = `
    import { acquireDataLock } from ${JSON.stringify(module)};
    let lock;
    setInterval(() => globalThis.gc(), 20);
    console.log("ready");
    process.stdin.on("data", (order) => {
      try {
        if (String(order).startsWith("release")) lock?.release();
        else lock = acquireDataLock(${JSON.stringify(folder)}, { purpose: ${JSON.stringify(purpose)} });
        console.log("done");
      } catch (error) {
        lock = undefined;
        console.log("refused " + error.message);
      }
    });`;
  const child = spawn(
    process.execPath,
    ["--expose-gc", "--input-type=module-typescript", "--eval", program],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  expect(await line()).toBe("ready");
  return {
    pid: child.pid as number,
    async tries() {
      child.stdin.write("acquire\n");
      return line();
    },
    async releases() {
      child.stdin.write("release\n");
      expect(await line()).toBe("done");
    },
    async isKilled() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

test("a second process is refused and told who has the folder", async () => {
  const first = await contender("server on port 4000");
  const second = await contender("potbank seed");
  expect(await first.tries()).toBe("done");
  const answer = await second.tries();
  expect(answer).toContain("server on port 4000");
  expect(answer).toContain(`process ${first.pid}`);
  expect(answer).toMatch(/since \d{4}-\d\d-\d\dT/);
  expect(answer).toContain("POTBANK_DATA");
});

test("a holder that is killed leaves no lock behind", async () => {
  const first = await contender("server on port 4000");
  expect(await first.tries()).toBe("done");
  await first.isKilled();
  expect(existsSync(join(folder, "holder.json"))).toBe(true);
  const second = await contender("server on port 4001");
  expect(await second.tries()).toBe("done");
});

test("of two processes that try at once exactly one gets the folder", async () => {
  const pair = await Promise.all([contender("one"), contender("two")]);
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(pair.map((each) => each.tries()));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith("refused"))).toHaveLength(1);
    await Promise.all(pair.map((each) => each.releases()));
  }
});

test("release lets the next process in, and may be called twice", async () => {
  const lock = acquireDataLock(folder, { purpose: "this test" });
  const early = await contender("early");
  expect(await early.tries()).toContain("this test");
  lock.release();
  lock.release();
  expect(existsSync(join(folder, "holder.json"))).toBe(false);
  const next = await contender("next");
  expect(await next.tries()).toBe("done");
});

test("the same process cannot take the folder twice", () => {
  const lock = acquireDataLock(folder, { purpose: "this test" });
  expect(() => acquireDataLock(folder, { purpose: "again" })).toThrow(DataLockedError);
  lock.release();
});

test("a holder whose word about itself is unreadable still keeps others out", async () => {
  const lock = acquireDataLock(folder, { purpose: "this test" });
  await writeFile(join(folder, "holder.json"), "{");
  const other = await contender("other");
  expect(await other.tries()).toContain("left no word about itself");
  lock.release();
});

test("a folder that cannot be made is named, with what to do", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  const below = join(file, "data");
  expect(() => acquireDataLock(below, { purpose: "this test" })).toThrow(DataLockedError);
  expect(() => acquireDataLock(below, { purpose: "this test" })).toThrow(
    new RegExp(`${below} cannot be used.*POTBANK_DATA`),
  );
});

test("a lock file that is no lock file is a clear refusal", async () => {
  await writeFile(join(folder, "lock.sqlite"), "not a database, but long enough to be read as one");
  expect(() => acquireDataLock(folder, { purpose: "this test" })).toThrow(/cannot be used/);
});
