import "reflect-metadata";
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import {
  cliFile,
  contentOf,
  differences,
  embeddedGround,
  type Ground,
  type Place,
  postgreSqlGround,
} from "./places.ts";
import { type Row, writeResult } from "./results.ts";

// Real files, imported by the command that operators have, killed at random moments and run again: how long it takes,
// how much memory, and whether what is stored is the same as after a run that nobody disturbed.

const folder = resolve(process.argv[2] ?? "../shared/data");
const killsPerGround = 20;

const imports = [
  { name: "schools", path: "england-schools.csv.gz" },
  { name: "wwc", path: "wwc" },
  { name: "sessions", path: "ecf/sessions.jsonl" },
] as const;
type Import = (typeof imports)[number];

interface Run {
  readonly code: number | null;
  readonly seconds: number;
  /** Most memory it held at once, in MB; null where the system does not tell. */
  readonly peak: number | null;
  readonly out: string;
}

/** Runs one import to its end, or until it is killed. */
async function run(place: Place, { name, path }: Import, killAfterMs?: number): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [cliFile, "import", name, resolve(folder, path)], {
    env: place.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out = text(child.stdout);
  const err = text(child.stderr);
  const end = new Promise<number | null>((done) => child.once("close", done));
  let peak: number | null = null;
  const watch = setInterval(() => (peak = highWater(child.pid!) ?? peak), 100);
  if (killAfterMs !== undefined)
    await Promise.race([sleep(killAfterMs).then(() => child.kill("SIGKILL")), end]);
  const code = await end;
  clearInterval(watch);
  if (code !== 0 && code !== null) throw new Error(`import ${name} failed:\n${await err}`);
  return { code, seconds: (performance.now() - start) / 1000, peak, out: await out };
}

function highWater(pid: number): number | null {
  try {
    const kB = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kB === undefined ? null : Number(kB) / 1024;
  } catch {
    return null;
  }
}

interface Undisturbed {
  readonly seconds: number;
  readonly content: Map<string, string>;
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Imports everything once and again, undisturbed. */
async function measure(ground: Ground, rows: Row[]): Promise<Map<Import, Undisturbed>> {
  const undisturbed = new Map<Import, Undisturbed>();
  for (const each of imports) {
    const place = await ground.fresh();
    const first = await run(place, each);
    const content = await contentOf(place);
    const second = await run(place, each);
    const changed = differences(content, await contentOf(place));
    await place.remove();
    undisturbed.set(each, { seconds: first.seconds, content });
    say(`${ground.name}, ${each.name}:\n${first.out}`);
    rows.push({
      database: ground.name,
      import: each.name,
      first: first.seconds,
      again: second.seconds,
      peak: first.peak,
      changed: changed.length,
    });
  }
  return undisturbed;
}

/** Kills imports at random moments until enough have been, completes each by running it again, and compares. */
async function disturb(
  ground: Ground,
  undisturbed: ReadonlyMap<Import, Undisturbed>,
): Promise<{ kills: number; completed: number; different: string[] }> {
  let kills = 0;
  let completed = 0;
  const different: string[] = [];
  for (let turn = 0; kills < killsPerGround; turn += 1) {
    const each = imports[turn % imports.length]!;
    const { seconds, content } = undisturbed.get(each)!;
    const place = await ground.fresh();
    // What is left gets shorter with each time, so a run may reach its end before its moment comes.
    const moments: string[] = [];
    for (let left = seconds; left > 0.5;) {
      const after = Math.random() * left;
      const { code } = await run(place, each, after * 1000);
      if (code === 0) break;
      kills += 1;
      moments.push(`${after.toFixed(1)} s`);
      left -= after / 2;
      if (moments.length === 4) break;
    }
    await run(place, each);
    const differ = differences(content, await contentOf(place));
    await place.remove();
    completed += 1;
    different.push(...differ.map((table) => `${each.name}: ${table}`));
    say(
      `${ground.name}, ${each.name} killed after ${moments.join(", ") || "its end"}: ${differ.length === 0 ? "the same" : `differs in ${differ.join(", ")}`}`,
    );
  }
  return { kills, completed, different };
}

for (const { path } of imports)
  if (!existsSync(resolve(folder, path))) {
    say(`${resolve(folder, path)} is missing. Name the folder that holds the files.`);
    process.exit(1);
  }

const rows: Row[] = [];
const notes: string[] = [];
let different = 0;
let kills = 0;
for (const make of [embeddedGround, postgreSqlGround]) {
  const ground = await make();
  try {
    const undisturbed = await measure(ground, rows);
    const told = await disturb(ground, undisturbed);
    different += told.different.length;
    kills += told.kills;
    notes.push(
      `${ground.name}: killed ${told.kills} times with SIGKILL at random moments, completed ${told.completed} times by running again; ${told.different.length === 0 ? "every table the same as after an undisturbed run" : `different: ${told.different.join("; ")}`}.`,
    );
  } finally {
    await ground.close();
  }
}

await writeResult({
  name: "imports",
  title: "Imports of real files",
  about:
    "All schools of England, the What Works Clearinghouse's export and the Early Career Framework's training pages, each imported by `potbank import` into a database that holds the vocabulary, the seeds and nothing else; then again; then killed at random moments and run again until it was complete. Every table is compared by its hash, clocks left out.",
  command: `npm run bench:imports`,
  tables: [
    {
      columns: [
        { key: "database", label: "Database" },
        { key: "import", label: "Import" },
        { key: "first", label: "First", unit: "s", digits: 1 },
        { key: "again", label: "Again", unit: "s", digits: 1 },
        { key: "peak", label: "Most memory", unit: "MB", digits: 0 },
        { key: "changed", label: "Tables that the second changed", digits: 0 },
      ],
      rows,
    },
  ],
  goals: [
    {
      what: "imports killed at a random moment",
      goal: killsPerGround,
      actual: kills / 2,
      better: "higher",
      unit: "kills on each database",
    },
  ],
  notes: [
    ...notes,
    different === 0
      ? "No table of any completed import differed from the undisturbed run's."
      : `${different} tables differed.`,
  ],
  chart: {
    mark: "bar",
    encoding: {
      x: { field: "import", type: "nominal", title: null },
      xOffset: { field: "database", type: "nominal" },
      y: { field: "first", type: "quantitative", title: "First import (seconds)" },
      color: { field: "database", type: "nominal", title: "Database" },
    },
  } as never,
});
process.exitCode = different === 0 ? 0 : 1;
