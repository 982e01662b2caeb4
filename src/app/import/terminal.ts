import { MultiBar, Presets, type SingleBar } from "cli-progress";
import type { ImportCounts, ImportListener, Skip } from "../../kernel/import-run.ts";

const number = new Intl.NumberFormat("en-GB");

/** Without a terminal a line is written at each tenth of a file. */
const steps = 10;

/** What an import shows: the report on standard output, how far it is on standard error. */
export interface ImportTerminal extends ImportListener {
  /** Takes the bars away, so that what follows stands on lines of its own. */
  end(): void;
}

/** Bars where standard error is a terminal, plain lines where it is not. */
export const importTerminal = (): ImportTerminal =>
  process.stderr.isTTY ? withBars() : withLines();

const say = (line: string) => process.stdout.write(`${line}\n`);

function withLines(): ImportTerminal {
  const told = new Map<string, number>();
  return {
    skipped: (skip) => say(skipLine(skip)),
    noted: (text) => say(text),
    progressed(file, share, counts) {
      const step = Math.floor(share * steps);
      if (step <= (told.get(file) ?? 0)) return;
      told.set(file, step);
      process.stderr.write(`${file}: ${Math.round((step / steps) * 100)} %${soFar(counts)}\n`);
    },
    end() {},
  };
}

function withBars(): ImportTerminal {
  const bars = new MultiBar(
    {
      format: "{file} {bar} {percentage} %{counts}",
      stream: process.stderr,
      hideCursor: true,
      linewrap: false,
      fps: 8,
    },
    Presets.shades_grey,
  );
  const byFile = new Map<string, SingleBar>();
  // On one terminal a line goes above the bars; a report that is piped elsewhere goes there.
  const line = (text: string) => (process.stdout.isTTY ? bars.log(`${text}\n`) : say(text));
  return {
    skipped: (skip) => void line(skipLine(skip)),
    noted: (text) => void line(text),
    progressed(file, share, counts) {
      const payload = { file, counts: soFar(counts) };
      const bar = byFile.get(file);
      if (bar) bar.update(Math.round(share * 1000), payload);
      else byFile.set(file, bars.create(1000, Math.round(share * 1000), payload));
    },
    end: () => bars.stop(),
  };
}

const skipLine = ({ file, line, reason }: Skip) => `Skipped: ${file}, line ${line}: ${reason}`;

const soFar = (counts: ImportCounts) =>
  Object.entries(counts)
    .map(([kind, { read }]) => `, ${number.format(read)} ${kind}`)
    .join("");

const columns = ["read", "created", "updated", "unchanged", "skipped"] as const;

/** The report: a line for each kind of record, and what it comes to in words. */
export function reportText(counts: ImportCounts, { dryRun }: { dryRun: boolean }): string {
  const kinds = Object.entries(counts);
  if (kinds.length === 0) return "There was nothing to import.";
  const wide = Math.max(...kinds.map(([kind]) => kind.length));
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(wide)}${cells.map((cell) => cell.padStart(11)).join("")}`;
  const table = [
    row("", columns),
    ...kinds.map(([kind, count]) =>
      row(
        kind,
        columns.map((column) => number.format(count[column])),
      ),
    ),
  ];
  const changed = kinds.some(([, { created, updated }]) => created + updated > 0);
  const words = dryRun
    ? "A dry run: nothing was stored. This is what an import would do."
    : changed
      ? "Stored."
      : "Nothing has changed since the last import.";
  return `${table.join("\n")}\n${words}`;
}

/** Rows that were left out. */
export const skippedIn = (counts: ImportCounts): number =>
  Object.values(counts).reduce((sum, { skipped }) => sum + skipped, 0);

/** Whether there were rows, and not one of them could be used. */
export const allSkipped = (counts: ImportCounts): boolean => {
  const all = Object.values(counts);
  return all.length > 0 && all.every(({ read, skipped }) => read > 0 && read === skipped);
};
