import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";

/** What is asked, over and over. */
export interface Ask {
  readonly url: string;
  /** Sent as JSON by POST; without it, a GET. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What one run of load gave. */
export interface Load {
  readonly perSecond: number;
  readonly requests: number;
  /** Latencies in milliseconds, to the millisecond. */
  readonly p50: number;
  readonly p99: number;
}

/** CPU time of a process so far in milliseconds, to 10 ms; null where there is no /proc. */
export function cpuOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  // The name in brackets may hold anything; user and system time are the 12th and 13th field behind it, in hundredths.
  const fields = readFileSync(file, "utf8").split(") ").at(-1)!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const autocannon = createRequire(import.meta.url).resolve("autocannon/autocannon.js");

/**
 * Asks on so many connections at once for so many seconds, from a process of its own. Throws when an answer was not a 2xx or
 * the 304 that was asked for: a fast refusal is no figure.
 */
export async function load(
  { url, body, headers = {} }: Ask,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const all = { ...(body && { "content-type": "application/json" }), ...headers };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      autocannon,
      "--json",
      "--no-progress",
      `--connections=${connections}`,
      `--duration=${seconds}`,
      `--method=${body ? "POST" : "GET"}`,
      ...(body ? [`--body=${JSON.stringify(body)}`] : []),
      ...Object.entries(all).map(([name, value]) => `--headers=${name}: ${value}`),
      url,
    ],
    { maxBuffer: 10_000_000 },
  );
  const result = JSON.parse(stdout) as {
    requests: { total: number };
    duration: number;
    latency: { p50: number; p99: number };
    errors: number;
    timeouts: number;
    statusCodeStats: Record<string, { count: number }>;
  };
  const refused = Object.keys(result.statusCodeStats).filter((code) => !/^(2..|304)$/.test(code));
  if (result.errors > 0 || result.timeouts > 0 || refused.length > 0)
    throw new Error(
      `${url} failed under load: ${result.errors} errors, ${result.timeouts} timeouts, statuses ${JSON.stringify(result.statusCodeStats)}`,
    );
  return {
    perSecond: result.requests.total / result.duration,
    requests: result.requests.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
