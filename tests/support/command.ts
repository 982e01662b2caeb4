import { type ChildProcess, spawn } from "node:child_process";
import { cliFile, environment } from "./served.ts";

/** One run of `potbank`, under way. */
export interface Command {
  readonly child: ChildProcess;
  /** Resolves when it has ended: its exit code or the signal, and what it printed. */
  readonly end: Promise<{ code: number | NodeJS.Signals; out: string; err: string }>;
}

/** Runs the built command line; `limit` is put before it, as `prlimit --fsize=…`. */
export function command(
  args: readonly string[],
  env: Record<string, string>,
  limit: readonly string[] = [],
): Command {
  const [file, ...rest] = [...limit, process.execPath, cliFile, ...args];
  const child = spawn(file!, rest, {
    env: environment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const end = new Promise<Awaited<Command["end"]>>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code: code ?? signal ?? 1, out, err }));
  });
  return { child, end };
}
