import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { projectRoot } from "../src/app/paths.ts";

/** When this process began and how busy the machine was then: read as the bench is loaded, before it does anything. */
export const began = { at: new Date(), load: loadavg()[0] ?? 0 };

/** The machine in one line each: what a figure depends on. Nothing that names the machine or its owner. */
export function machine(): readonly (readonly [string, string])[] {
  const model = cpus()[0]?.model ?? "unknown";
  const now = loadavg()[0] ?? 0;
  return [
    ["Processor", `${model.trim()}, ${availableParallelism()} cores for this process`],
    ["Memory", `${(totalmem() / 2 ** 30).toFixed(1)} GiB`],
    ["System", `${distribution()} (${type()} ${release()})`],
    ["Node.js", process.version],
    [
      "Load average (1 minute)",
      `${began.load.toFixed(2)} at the start, ${now.toFixed(2)} at the end`,
    ],
    ["Measured", `${utc(began.at)} to ${utc(new Date())} UTC`],
    ["Commit", commit()],
  ];
}

/** Said when other work was under way as the bench began; undefined on a quiet machine. */
export const busy = (): string | undefined =>
  began.load > availableParallelism() * 0.75
    ? `The machine was busy when this began (load average ${began.load.toFixed(2)} on ${availableParallelism()} cores): times are worth little here, and ratios less than usual.`
    : undefined;

const utc = (date: Date): string => date.toISOString().slice(0, 19).replace("T", " ");

function distribution(): string {
  if (!existsSync("/etc/os-release")) return process.platform;
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? "Linux";
}

/** Results are left out of what counts as changed: one bench must not make the next one's tree look dirty. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: projectRoot,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    const changed = git("status", "--porcelain", "--", ".", ":!bench/results") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${changed ? ", with uncommitted changes" : ""}`;
  } catch {
    return "unknown (not a git work tree)";
  }
}
