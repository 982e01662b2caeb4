import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../src/app/paths.ts";

/** What is to be undone when the bench ends, however it ends. */
const undo = new Set<() => void>();

process.once("exit", () => {
  for (const each of [...undo].toReversed()) each();
});
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code));

/** A folder of our own under the system's temporary one; removed when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "potbank-bench-"));
  undo.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A process that serves HTTP, started by the bench. */
export interface Started {
  readonly url: string;
  /** `performance.now()` as it was started. */
  readonly since: number;
  /** What it has printed so far. */
  log(): string;
  /** The process that answers, which is not always the one that was started. Throws when it does not run. */
  pid(): number;
  /** Ends it with SIGTERM and waits for the end. */
  stop(): Promise<void>;
}

/** `npm start` as a user types it, on a data folder. Not yet answering: see `firstAnswer`. */
export async function npmStart(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const { npm_execpath: script = "", npm_node_execpath: node = process.execPath } = process.env;
  const [command, ...args] = basename(script) === "npm-cli.js" ? [node, script] : ["npm"];
  // The server says in its data folder who it is; npm and the shell between us do not pass signals on.
  const holder = (): number | undefined => {
    try {
      return (JSON.parse(readFileSync(join(dataFolder, "holder.json"), "utf8")) as { pid: number })
        .pid;
    } catch {
      return undefined;
    }
  };
  return start(command, [...args, "start"], { POTBANK_DATA: dataFolder, ...env }, holder);
}

/** A compiled file of bench/ on the Node that runs this bench, without npm. */
export const nodeStart = (file: string, env: Readonly<Record<string, string>>): Promise<Started> =>
  start(process.execPath, [join(import.meta.dirname, file)], env);

async function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  server?: () => number | undefined,
): Promise<Started> {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: surroundings({ PORT: String(port), ...env }),
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && command === "npm",
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const end = new Promise<void>((done, failed) => {
    child.once("close", () => done()).once("error", failed);
  });
  end.catch(() => undefined);
  const pid = () => (server ? server() : child.pid);
  const kill = () => {
    signal(pid(), "SIGKILL");
    child.kill("SIGKILL");
  };
  undo.add(kill);
  return {
    url: `http://localhost:${port}`,
    since,
    log: () => printed.join(""),
    pid() {
      const known = pid();
      if (known === undefined || hasEnded(child))
        throw new Error(`the program does not run:\n${printed.join("")}`);
      return known;
    },
    async stop() {
      if (!signal(pid(), "SIGTERM")) child.kill("SIGTERM");
      const late = sleep(15_000, "late" as const, { ref: false });
      if ((await Promise.race([end, late])) === "late") kill();
      undo.delete(kill);
    },
  };
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

function signal(pid: number | undefined, name: NodeJS.Signals): boolean {
  try {
    return pid !== undefined && process.kill(pid, name);
  } catch {
    return false;
  }
}

/** As a terminal would have it: nothing of the npm that runs the bench, nothing that changes how the program runs. */
function surroundings(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|POTBANK_|DATABASE_|PUBLIC_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|LOG_LEVEL$|METRICS_|MEILI_|TRUST_PROXY$)/i.test(
        name,
      ),
  );
  return { ...Object.fromEntries(kept), ...env };
}

async function freePort(): Promise<number> {
  const socket = createServer();
  await new Promise<void>((done) => socket.listen(0, "::", done));
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}

/** Milliseconds from the start to the first answer with status 200, asked every 20 ms for a minute at most. */
export async function firstAnswer(
  program: Started,
  path: string,
  request: RequestInit = {},
): Promise<number> {
  while (performance.now() - program.since < 60_000) {
    const asked = fetch(program.url + path, request).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
    if (await asked) return performance.now() - program.since;
    await sleep(20);
  }
  await program.stop();
  throw new Error(`No answer at ${path} within a minute of the start:\n${program.log()}`);
}
