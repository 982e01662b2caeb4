import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type CsvRow, readCsv } from "../kernel/csv-file.ts";
import { batched, type ImportRun } from "../kernel/import-run.ts";
import {
  Cells,
  englandFacts,
  englandForm,
  giasFacts,
  giasForm,
  type SchoolColumn,
} from "./school-file.ts";
import { exampleUrnMin, School, SchoolStatus } from "./school.entity.ts";
import { type SchoolDraft, storeSchools } from "./school.service.ts";

const kind = "schools";
const nameMax = 200;
const urnMax = 9_999_999;

interface ReadSchool {
  readonly line: number;
  readonly draft: SchoolDraft;
}

/**
 * Imports a register of schools: the schools of England, or a download of Get Information about Schools. A cell that
 * cannot be used is left empty and told at the end; a row is skipped only where it is no school: without a URN or a name,
 * the second of its URN, an example's URN, or closed and not known here. A school that is known and has closed is kept
 * and marked. Throws an `ImportError` where the file is no register.
 */
export async function importSchools(run: ImportRun, path: string): Promise<void> {
  const file = basename(path);
  const unusable = new UnusableCells();
  for await (const schools of batched(readSchools(run, path, unusable))) {
    const gone = await run.commit(async (tx, count) => {
      const closed = schools.filter(({ draft }) => draft.status === SchoolStatus.CLOSED);
      const known = await knownUrns(
        tx,
        closed.map(({ draft }) => draft.urn),
      );
      const unknown = new Set(closed.filter(({ draft }) => !known.has(draft.urn)));
      const drafts = schools.filter((school) => !unknown.has(school)).map(({ draft }) => draft);
      const { created, updated } = await storeSchools(tx, drafts);
      count.count(kind, "created", created);
      count.count(kind, "updated", updated);
      count.count(kind, "unchanged", drafts.length - created - updated);
      return unknown;
    });
    for (const { line, draft } of gone)
      run.skip(kind, {
        file,
        line,
        reason: `${draft.name} (URN ${draft.urn}) is closed${draft.closedOn ? ` since ${draft.closedOn}` : ""}, and no record here is about it`,
      });
  }
  for (const note of unusable.notes(file)) run.note(note);
}

type KnownUrns = (
  tx: Parameters<Parameters<ImportRun["commit"]>[0]>[0],
  urns: number[],
) => Promise<ReadonlySet<number>>;

const knownUrns: KnownUrns = async (tx, urns) => {
  if (urns.length === 0) return new Set();
  const rows = await tx
    .createQueryBuilder(School)
    .select("urn")
    .where({ urn: { $in: urns } })
    .execute();
  return new Set(rows.map(({ urn }) => urn));
};

async function* readSchools(
  run: ImportRun,
  path: string,
  unusable: UnusableCells,
): AsyncGenerator<ReadSchool> {
  const file = basename(path);
  // One bit for every URN there can be: as small for a thousand schools as for all.
  const seen = new Uint8Array(Math.ceil((urnMax + 1) / 8));
  let asOf: string | undefined;
  for await (const row of readCsv(run, kind, path, [englandForm, giasForm])) {
    asOf ??= await dayOf(path);
    const school = readSchool(row, asOf, unusable);
    const reason = typeof school === "string" ? school : claim(school.urn, seen);
    if (reason !== undefined) run.skip(kind, { file, line: row.line, reason });
    else yield { line: row.line, draft: school as SchoolDraft };
  }
}

/** The first row of a URN has it. */
function claim(urn: number, seen: Uint8Array): string | undefined {
  const bit = 1 << (urn % 8);
  if (seen[urn >> 3]! & bit) return `URN ${urn} stands in an earlier line of this file already`;
  seen[urn >> 3]! |= bit;
  return undefined;
}

/** The school in a row, or why there is none. */
function readSchool(
  { line, cells, form }: CsvRow<SchoolColumn>,
  asOf: string,
  unusable: UnusableCells,
): SchoolDraft | string {
  const gias = form === giasForm;
  const quiet = new Cells(cells, () => undefined);
  const urn = quiet.count(gias ? "URN" : "urn", urnMax);
  const given = cells[gias ? "URN" : "urn"].slice(0, 40);
  if (!urn) return `"${given}" is no URN; a URN is a number such as 123999`;
  if (urn >= exampleUrnMin)
    return `URNs from ${exampleUrnMin} are this program's examples; the register has none, so ${urn} is left as it is`;
  const nameColumn = gias ? "EstablishmentName" : "name";
  const name = quiet.text(nameColumn, nameMax);
  if (name === null)
    return cells[nameColumn].length > nameMax
      ? `the name of URN ${urn} has ${cells[nameColumn].length} characters; at most ${nameMax} are allowed`
      : `URN ${urn} has no name`;
  const read = new Cells(cells, (column, cell, reason) => {
    unusable.add(column, line, cell, reason);
  });
  return { urn, name, ...(gias ? giasFacts(read, asOf) : englandFacts(read, name)) };
}

/** The day of a download: in its name, as the register writes it, or else when the file was last written. */
async function dayOf(path: string): Promise<string> {
  const [, year, month, day] = /(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)/.exec(basename(path)) ?? [];
  const named = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const written = Number.isNaN(named.getTime()) ? (await stat(path)).mtime : named;
  return written.toISOString().slice(0, 10);
}

/** Cells that could not be used, by column and fault: how many, and the first of them. */
class UnusableCells {
  readonly #faults = new Map<string, { first: string; cells: number }>();

  add(column: string, line: number, cell: string, reason: string): void {
    const key = `${column} ${reason}`;
    const fault = this.#faults.get(key);
    if (fault) fault.cells += 1;
    else
      this.#faults.set(key, {
        first: `line ${line}: ${column} "${cell.slice(0, 40)}" ${reason}`,
        cells: 1,
      });
  }

  notes(file: string): string[] {
    return [...this.#faults.values()].map(
      ({ first, cells }) =>
        `${file}, ${first}; it is left empty${cells > 1 ? `, and so are ${cells - 1} more cells for the same reason` : ""}. The school is imported.`,
    );
  }
}
