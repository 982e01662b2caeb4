import { CsvError, parse } from "csv-parse/sync";
import { badInput } from "../kernel/errors.ts";
import { cleanText } from "../kernel/input.ts";
import type { Role } from "../kernel/viewer.ts";
import { roleNames } from "./role.ts";

/** Most rows of one file. */
export const rowsMax = 500;
const charactersMax = 90_000;

/** What is wrong with a row, and in which column where it is one. */
export interface RowFault {
  readonly line: number;
  readonly column: string | null;
  readonly message: string;
}

/** A row as it was written, blank cells as "". `line` counts from 1, the header included. */
export interface InvitationRow {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly school: string;
  readonly role: string;
}

const columnNames = {
  email: ["email", "e-mail", "email address", "e-mail address"],
  name: ["name", "full name"],
  school: ["school", "school urn", "school_urn", "urn"],
  role: ["role"],
} as const;
type Column = keyof typeof columnNames;

/**
 * The rows of a list of people, as a spreadsheet saves it: commas, semicolons or tabs. The order of columns and the case of
 * their names do not matter; only the e-mail address must be there. A row of the wrong width is a fault of its own. Throws
 * BAD_USER_INPUT, naming `csv`, where it is no such list.
 */
export function readInvitationRows(text: string): { rows: InvitationRow[]; faults: RowFault[] } {
  const csv = cleanText(text, "csv", charactersMax).replace(/^\uFEFF/, "");
  const [header, ...records] = parseRecords(csv);
  if (!header) throw badInput("csv", "is empty; its first line names the columns.");
  const columns = placesOf(header.cells);
  if (records.length > rowsMax)
    throw badInput(
      "csv",
      `has ${records.length} rows; at most ${rowsMax} are read at once, so send it in parts.`,
    );
  if (records.length === 0) throw badInput("csv", "has column names and no row below them.");
  const rows: InvitationRow[] = [];
  const faults: RowFault[] = [];
  for (const { line, cells } of records) {
    if (cells.length !== header.cells.length) {
      const message = `has ${cells.length} cells where the first line has ${header.cells.length}; put a cell with a comma in quotes.`;
      faults.push({ line, column: null, message });
      continue;
    }
    const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? "";
    rows.push({
      line,
      email: cell("email"),
      name: cell("name"),
      school: cell("school"),
      role: cell("role"),
    });
  }
  return { rows, faults };
}

/** The role a cell means: TEACHER where it is blank, undefined where it means none. */
export function roleOfCell(cell: string): Role | undefined {
  const word = cell
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, "_");
  if (word === "") return "TEACHER";
  return Object.keys(roleNames).find((role) => role === word) as Role | undefined;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(csv: string): CsvRecord[] {
  const first = csv.slice(0, /\r|\n|$/.exec(csv)!.index);
  const delimiter = [";", "\t"].find((each) => first.includes(each) && !first.includes(",")) ?? ",";
  try {
    const records = parse(csv, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let begun = 1;
    return records.flatMap(({ record, info }) => {
      // `lines` is where a record ends, and one may go over several.
      const line = Math.max(begun, info.lines - newlinesIn(record));
      begun = info.lines + 1;
      return record.every((cell) => cell === "") ? [] : [{ line, cells: record }];
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw badInput(
        "csv",
        "has a quote that is opened and never closed; write a quote inside a cell twice.",
      );
    throw error;
  }
}

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

function placesOf(header: readonly string[]): Map<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map<Column, number>();
  for (const [column, spellings] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    const found = names.flatMap((name, at) => (spellings.includes(name) ? [at] : []));
    if (found.length > 1)
      throw badInput("csv", `names the column ${column} twice in its first line; keep one.`);
    if (found.length === 1) places.set(column, found[0]!);
  }
  if (places.has("email")) return places;
  throw badInput(
    "csv",
    `has no column "email" in its first line; the columns are email, name, school (a URN) and role. It has ${header
      .slice(0, 6)
      .map((name) => name.slice(0, 30))
      .join(", ")}.`,
  );
}
