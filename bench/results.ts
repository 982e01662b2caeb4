import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../src/app/paths.ts";
import { type Chart, drawChart } from "./chart.ts";
import { busy, machine } from "./machine.ts";

/** One column of a table. `digits` after the decimal point; without it, three significant ones. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  readonly digits?: number;
}

/** A cell; null was not measured, and is shown as a dash. */
export type Row = Readonly<Record<string, string | number | null>>;

export interface Table {
  /** Above the table; only needed where there is more than one. */
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What was to be reached, and what was. Both in `unit` ("times", "kB", "ms", "requests/s"). */
export interface Goal {
  readonly what: string;
  /** Above 0: distances are ratios. */
  readonly goal: number;
  /** null when it could not be measured. */
  readonly actual: number | null;
  readonly better: "lower" | "higher";
  readonly unit?: string;
}

export interface Result {
  /** Of the files: `bench/results/NAME.md` and `NAME.svg`. */
  readonly name: string;
  readonly title: string;
  /** What was measured and beside what, in one paragraph of Markdown. */
  readonly about: string;
  /** What runs it again, as typed in the project's folder. */
  readonly command: string;
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
  /** Drawn from the rows of the first table, unless it brings data of its own. */
  readonly chart: Chart;
  /** What a reader must know beside the figures: what was left out, what surprised. */
  readonly notes?: readonly string[];
}

/** Writes the result as a page and a plot into `bench/results`, and prints its tables and verdicts. */
export async function writeResult(result: Result): Promise<void> {
  const folder = join(projectRoot, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.name}.md`), page(result));
  print(result);
  // Last, so that a plot that cannot be drawn costs nobody the figures.
  const svg = await drawChart(result.chart, {
    title: result.title,
    description: alternative(result),
    rows: result.tables[0]?.rows ?? [],
  });
  writeFileSync(join(folder, `${result.name}.svg`), svg);
}

function page(result: Result): string {
  const { title, about, name, command, goals, notes = [] } = result;
  const noise = busy();
  return [
    `# ${title}`,
    about,
    ...(noise ? [`**${noise}**`] : []),
    ...(goals.length > 0 ? ["## Goals", goals.map((goal) => `- ${verdict(goal)}`).join("\n")] : []),
    "## Figures",
    ...result.tables.flatMap((table) => [
      ...(table.title ? [`### ${table.title}`] : []),
      markdownTable(table),
    ]),
    `![${alternative(result)}](${name}.svg)`,
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join("\n")] : []),
    "## Measured on",
    machine()
      .map(([what, value]) => `- ${what}: ${value}`)
      .join("\n"),
    `Again: \`${command}\``,
  ]
    .join("\n\n")
    .concat("\n");
}

function print(result: Result): void {
  const lines = [
    "",
    result.title,
    ...result.tables.flatMap((table) => [
      "",
      ...(table.title ? [table.title] : []),
      markdownTable(table),
    ]),
    "",
    ...result.goals.map(verdict),
    ...(busy() ? ["", busy()] : []),
    "",
    `Written to bench/results/${result.name}.md`,
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

/** For whoever does not see the plot. */
const alternative = ({ title, goals }: Result): string =>
  [title, ...goals.map(verdict)].join(". ").replace(/[[\]*]/g, "");

/** One goal in words: "three words with facets: 3.1 times; goal at most 4 times: reached, 22 % better". */
export function verdict({ what, goal, actual, better, unit }: Goal): string {
  if (!(goal > 0)) throw new RangeError(`The goal "${what}" is ${goal}; it must be above 0.`);
  const bound = `goal ${better === "lower" ? "at most" : "at least"} ${quantity(goal, unit)}`;
  if (actual === null) return `${what}: not measured; ${bound}`;
  const share = actual / goal;
  const reached = better === "lower" ? share <= 1 : share >= 1;
  const percent = Math.round(Math.abs(1 - share) * 100);
  const times = written(better === "lower" ? share : 1 / share);
  const distance = reached
    ? `reached${percent === 0 ? "" : `, ${percent} % better`}`
    : times === "1"
      ? "just missed"
      : `missed by ${times} times`;
  return `${what}: ${quantity(actual, unit)}; ${bound}: ${distance}`;
}

const quantity = (value: number, unit?: string): string =>
  `${written(value)}${unit ? ` ${unit}` : ""}`;

/** A number for people: grouped thousands, and three significant digits unless told otherwise. */
function written(value: string | number | null | undefined, digits?: number): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "string") return value;
  if (digits === undefined && Math.abs(value) >= 1000) digits = 0;
  return value.toLocaleString(
    "en-GB",
    digits === undefined
      ? { maximumSignificantDigits: 3 }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
}

/** Markdown that a terminal shows as well: columns padded, numbers to the right. */
function markdownTable({ columns, rows }: Table): string {
  const cells = [
    columns.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)),
    ...rows.map((row) =>
      columns.map(({ key, digits }) => written(row[key], digits).replaceAll("|", "\\|")),
    ),
  ];
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((row) => row[at]!.length)));
  const right = columns.map(({ key }) => rows.some((row) => typeof row[key] === "number"));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (right[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(" | ")} |`;
  const rule = widths.map((width, at) =>
    right[at] ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(cells[0]!), line(rule), ...cells.slice(1).map(line)].join("\n");
}
