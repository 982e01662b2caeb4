import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { meiliMasterKey, withServer } from "./meilisearch.ts";
import { freePort } from "./served.ts";

const command = process.env.MEILI_COMMAND;

/** Whether tests may start and stop a Meilisearch. */
export const withCommand = withServer && command !== undefined;

/** A Meilisearch of a test's own, not yet running. */
export interface MeilisearchProcess {
  readonly url: string;
  /** Resolves once it answers. What is given is put behind the command: ` --import-dump FILE`. */
  start(more?: string): Promise<void>;
  /** Resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** While it is stopped: keeps one file of its folder elsewhere, removes everything else, and answers where the file is. */
  keepOnly(ending: string): Promise<string>;
  /** While it is stopped: everything it holds, under another name or back from there. */
  copyTo(name: string): Promise<void>;
  copyFrom(name: string): Promise<void>;
  /** Ends it, and removes its folder. */
  remove(): Promise<void>;
}

/**
 * As MEILI_COMMAND starts one, on a free port and a folder of its own, under the master key of MEILI_MASTER_KEY, which it
 * also finds in its environment.
 */
export async function meilisearchProcess(): Promise<MeilisearchProcess> {
  const home = await mkdtemp(join(tmpdir(), "potbank-meilisearch-"));
  const folder = join(home, "folder");
  await mkdir(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const line = command?.replaceAll("{port}", String(port)).replaceAll("{folder}", folder);

  async function start(more = ""): Promise<void> {
    const child = spawn("sh", ["-c", `exec ${line}${more}`], {
      cwd: folder,
      stdio: "ignore",
      env: { ...process.env, MEILI_MASTER_KEY: meiliMasterKey },
    });
    // The end of this process is the end of the server, however it comes.
    const endHere = () => child.kill("SIGKILL");
    process.once("exit", endHere);
    child.once("exit", () => process.off("exit", endHere));
    server = child;
    await vi.waitFor(
      async () => {
        if (child.exitCode !== null) throw new Error(`MEILI_COMMAND ended with ${child.exitCode}.`);
        if (!(await fetch(`${url}/health`)).ok) throw new Error("It is not healthy.");
      },
      { timeout: 60_000, interval: 50 },
    );
  }

  async function kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server!.once("exit", resolve));
    server.kill(signal);
    await ended;
  }

  return {
    url,
    start,
    kill,
    async keepOnly(ending) {
      const files = await readdir(folder, { recursive: true });
      const file = files.find((name) => name.endsWith(ending));
      if (file === undefined) throw new Error(`No file ends in ${ending}: ${files.join(", ")}.`);
      const kept = join(home, `kept${ending}`);
      await rename(join(folder, file), kept);
      await rm(folder, { recursive: true });
      await mkdir(folder);
      return kept;
    },
    copyTo: (name) => copied(folder, join(home, name)),
    copyFrom: (name) => copied(join(home, name), folder),
    async remove() {
      await kill();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Puts a copy of one folder in the place of another. */
async function copied(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}
