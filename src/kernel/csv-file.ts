import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { ImportError } from "./import-error.ts";
import type { ImportRun } from "./import-run.ts";
import { type Line, readLines } from "./line-file.ts";

/** One record: its cells by the name of their column, trimmed, blank cells as "". `line` is where it begins. */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  /** Which of the forms the file has; the same for every row. */
  readonly form: CsvForm<Column>;
}

/** Which files a reader can use: every column of `required` must be there; others come along where they are. */
export interface CsvForm<Column extends string> {
  /** What such a file is, for the words of a refusal: "the schools of England". */
  readonly what: string;
  readonly required: readonly Column[];
  readonly optional?: readonly Column[];
}

/** A record of more lines than this is a quote that was never closed. */
const linesMax = 200;

/**
 * The records of a CSV file, one at a time. A quote that is never closed costs its own line and no other: such a record
 * is skipped as one of `kind`. Throws an `ImportError` naming the columns that are missing where the file has no
 * such form; the order of columns and the case of their names do not matter.
 */
export async function* readCsv<Column extends string>(
  run: ImportRun,
  kind: string,
  path: string,
  forms: CsvForm<Column> | readonly CsvForm<Column>[],
): AsyncGenerator<CsvRow<Column>> {
  const file = basename(path);
  const lines = new Backtracking(readLines(path, (share) => run.progress(file, share)));
  const header = await readHeader(lines, path);
  const { form, columns } = chooseColumns(header, path, "what" in forms ? [forms] : forms);
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (line.text.trim() === "") continue;
    const values = await readRecord(lines, line, header.length);
    if (typeof values === "string") {
      run.skip(kind, { file, line: line.number, reason: values });
      continue;
    }
    const cells: Record<string, string> = {};
    for (const [column, at] of columns) cells[column] = at < 0 ? "" : values[at]!;
    yield { line: line.number, cells: cells as Record<Column, string>, form };
  }
}

/** The columns of a form that a file has not; all of them where it is no CSV file at all. */
export async function missingColumns<Column extends string>(
  path: string,
  form: CsvForm<Column>,
): Promise<Column[]> {
  const lines = readLines(path);
  try {
    const first = await lines.next();
    const header = first.done ? undefined : parseRecord(first.value.text);
    const present = new Set(header?.map(normal));
    return form.required.filter((column) => !present.has(normal(column)));
  } catch (error) {
    if (error instanceof ImportError) return [...form.required];
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

/** Lines of which some may be given back. */
class Backtracking {
  readonly #lines: AsyncGenerator<Line>;
  #returned: Line[] = [];

  constructor(lines: AsyncGenerator<Line>) {
    this.#lines = lines;
  }

  async next(): Promise<Line | undefined> {
    const returned = this.#returned.shift();
    if (returned) return returned;
    const { value, done } = await this.#lines.next();
    return done ? undefined : value;
  }

  giveBack(lines: readonly Line[]): void {
    this.#returned = [...lines, ...this.#returned];
  }
}

async function readHeader(lines: Backtracking, path: string): Promise<string[]> {
  const first = await lines.next();
  if (!first || first.text.trim() === "")
    throw new ImportError(
      `${path} is empty, or its first line is: a CSV file begins with its column names.`,
    );
  const header = parseRecord(first.text);
  if (!header) throw new ImportError(`${path}: its first line is not a line of column names.`);
  return header;
}

/** The record that begins with this line: its values, or why it is none. */
async function readRecord(
  lines: Backtracking,
  first: Line,
  width: number,
): Promise<string[] | string> {
  const alone = parseRecord(first.text);
  if (alone?.length === width) return alone;
  if (alone) return `it has ${alone.length} cells where the header has ${width}`;
  let text = first.text;
  const taken: Line[] = [];
  while (taken.length < linesMax) {
    const line = await lines.next();
    if (!line) break;
    taken.push(line);
    text += `\n${line.text}`;
    if (!line.text.includes('"')) continue;
    const values = parseRecord(text);
    if (values?.length === width) return values;
  }
  lines.giveBack(taken);
  return "a quote is opened in it and never closed; write a quote inside a cell twice";
}

function parseRecord(text: string): string[] | undefined {
  try {
    const records = parse(text, {
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      record_delimiter: ["\u0000"],
    }) as string[][];
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}

const normal = (column: string): string => column.trim().toLowerCase();

function chooseColumns<Column extends string>(
  header: readonly string[],
  path: string,
  forms: readonly CsvForm<Column>[],
): { form: CsvForm<Column>; columns: [Column, number][] } {
  const places = new Map(header.map((name, at) => [normal(name), at]));
  const missing = forms.map((form) => ({
    form,
    columns: form.required.filter((column) => !places.has(normal(column))),
  }));
  const fitting = missing.find(({ columns }) => columns.length === 0)?.form;
  if (fitting)
    return {
      form: fitting,
      columns: [...fitting.required, ...(fitting.optional ?? [])].map((column) => [
        column,
        places.get(normal(column)) ?? -1,
      ]),
    };
  const faults = missing.map(
    ({ form, columns }) =>
      `  - ${form.what} would have ${columns.length === form.required.length ? "" : "also "}${columns.join(", ")}`,
  );
  const has = header.slice(0, 12).map((name) => name.slice(0, 40));
  throw new ImportError(
    `${path} has not the columns that are needed:\n${faults.join("\n")}\nIts columns are ${has.join(", ")}${header.length > has.length ? ` and ${header.length - has.length} more` : ""}.`,
  );
}
