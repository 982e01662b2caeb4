import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Started } from "./program.ts";
import { nextPage, type Search, searches } from "./searches.ts";

/** MiB of a process that are in memory; null where the system does not say. */
export function residentMiB(pid: number): number | null {
  if (process.platform === "win32") return null;
  const text =
    process.platform === "linux"
      ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
      : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(text) / 1024;
}

/** Lets the program's inspector take any free port when `liveHeapMiB` wakes it; costs nothing until then. */
export const inspectable = { NODE_OPTIONS: "--inspect-port=0" } as const;

/** MiB of JavaScript objects in use after a full garbage collection; null where no inspector can be woken. */
export async function liveHeapMiB(program: Started): Promise<number | null> {
  if (process.platform === "win32") return null;
  process.kill(program.pid(), "SIGUSR1");
  const socket = new WebSocket(await inspector(program));
  try {
    await new Promise((done, failed) => {
      socket.addEventListener("open", done, { once: true });
      socket.addEventListener("error", failed, { once: true });
    });
    await command(socket, "HeapProfiler.collectGarbage");
    const { usedSize } = (await command(socket, "Runtime.getHeapUsage")) as { usedSize: number };
    return usedSize / 2 ** 20;
  } finally {
    socket.close();
  }
}

async function inspector(program: Started): Promise<string> {
  for (let turn = 0; turn < 100; turn += 1) {
    const address = /Debugger listening on (ws:\S+)/.exec(program.log())?.[1];
    if (address) return address;
    await sleep(50);
  }
  throw new Error(`The program's inspector did not say where it listens:\n${program.log()}`);
}

function command(socket: WebSocket, method: string): Promise<unknown> {
  return new Promise((done, failed) => {
    socket.addEventListener(
      "message",
      ({ data }) => {
        const { result, error } = JSON.parse(String(data)) as { result?: unknown; error?: object };
        if (error) failed(new Error(`${method}: ${JSON.stringify(error)}`));
        else done(result);
      },
      { once: true },
    );
    socket.send(JSON.stringify({ id: 1, method }));
  });
}

/** Asks the program many searches, four at a time, one in eight followed to its second page; all are counted. */
export function searcher(url: string): (count: number) => Promise<void> {
  const search = searches();
  let turn = 0;
  return async (count) => {
    let asked = 0;
    const worker = async () => {
      let next: Search | undefined;
      while (asked < count) {
        asked += 1;
        turn += 1;
        const each = next ?? search(turn);
        const answer = await ask(url, each);
        next = next === undefined && turn % 8 === 1 ? nextPage(each, answer) : undefined;
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
  };
}

async function ask(url: string, { path, request }: Search): Promise<string> {
  const answer = await fetch(url + path, request);
  const text = await answer.text();
  if (!answer.ok || text.startsWith('{"errors"'))
    throw new Error(`A search was answered with ${answer.status}: ${text.slice(0, 500)}`);
  return text;
}
