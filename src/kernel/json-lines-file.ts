import { basename } from "node:path";
import type { ZodType } from "zod";
import { ImportError } from "./import-error.ts";
import type { ImportRun } from "./import-run.ts";
import { readLines } from "./line-file.ts";

/**
 * The records of a file of JSON lines, one at a time. A line that does not fit `form` is skipped as one of `kind`, with
 * the field at fault. Throws an `ImportError` where the first line is no JSON object: then the file is another one.
 */
export async function* readJsonLines<T>(
  run: ImportRun,
  kind: string,
  path: string,
  form: ZodType<T>,
): AsyncGenerator<{ line: number; record: T }> {
  const file = basename(path);
  let first = true;
  for await (const { number, text } of readLines(path, (share) => run.progress(file, share))) {
    if (text.trim() === "") continue;
    const value = parseJsonLine(text);
    if (first && (typeof value !== "object" || value === null || Array.isArray(value)))
      throw new ImportError(
        `${path} is no file of JSON lines: its line ${number} is no JSON object.`,
      );
    first = false;
    const checked = form.safeParse(value);
    if (checked.success) yield { line: number, record: checked.data };
    else
      run.skip(kind, {
        file,
        line: number,
        reason:
          value === undefined
            ? "it is not JSON"
            : checked.error.issues
                .map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`)
                .join("; "),
      });
  }
  if (first) throw new ImportError(`${path} is empty.`);
}

/** What one line holds, as it can be stored; undefined where it is not JSON. */
export function parseJsonLine(text: string): unknown {
  try {
    // Neither a NUL nor half a surrogate pair, which JSON may spell, can be stored.
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
    ) as unknown;
  } catch {
    return undefined;
  }
}
