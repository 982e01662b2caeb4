import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { PassThrough, pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportError } from "./import-error.ts";

/** One line of a text file, without its end. `number` counts from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A longer line is no line of a text file. */
const lineMax = 20_000_000;

const newline = 10;
const byteOrderMark = "\uFEFF";
const windows1252 = new TextDecoder("windows-1252");

/**
 * The lines of a text file as they stand, plain or gzipped, one at a time: UTF-8 with or without a byte order mark, and
 * Windows-1252 for each line that is not UTF-8. `onShare` hears how much of the file has been read, 0 to 1.
 * Throws an `ImportError` where there is no such file, or where it is none of text.
 */
export async function* readLines(
  path: string,
  onShare: (share: number) => void = () => {},
): AsyncGenerator<Line> {
  const { size, gzipped } = await examine(path);
  const raw = createReadStream(path);
  let seen = 0;
  raw.on("data", (chunk) => {
    seen += chunk.length;
  });
  const bytes = pipeline(raw, gzipped ? createGunzip() : new PassThrough(), () => undefined);
  let number = 0;
  let held: Buffer[] = [];
  let heldLength = 0;
  const line = (): Line => {
    const text = decode(held.length === 1 ? held[0]! : Buffer.concat(held));
    held = [];
    heldLength = 0;
    number += 1;
    return { number, text: number === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text };
  };
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        held.push(chunk.subarray(from, at));
        yield line();
        from = at + 1;
      }
      const rest = chunk.subarray(from);
      if (rest.length > 0) held.push(rest);
      heldLength += rest.length;
      if (heldLength > lineMax)
        throw new ImportError(
          `${basename(path)}, line ${number + 1}: it does not end within ${lineMax / 1_000_000} MB, so this is no text file.`,
        );
      onShare(size === 0 ? 1 : seen / size);
    }
  } catch (error) {
    throw unreadable(path, error, number);
  } finally {
    raw.destroy();
  }
  if (held.length > 0) yield line();
  onShare(1);
}

async function examine(path: string): Promise<{ size: number; gzipped: boolean }> {
  try {
    const { size } = await stat(path).then((found) => {
      if (found.isDirectory())
        throw new ImportError(`${path} is a folder; give the file that is to be read.`);
      return found;
    });
    const file = await open(path);
    const { buffer } = await file
      .read(Buffer.alloc(4), 0, 4, 0)
      .finally(() => void file.close().catch(() => undefined));
    const magic = buffer.toString("latin1");
    if (magic.startsWith("PK"))
      throw new ImportError(
        `${path} is a ZIP archive or a spreadsheet; unpack it, or save it as CSV, and give that file.`,
      );
    if (magic.startsWith("\xFF\xFE") || magic.startsWith("\xFE\xFF"))
      throw new ImportError(`${path} is UTF-16; save it as UTF-8.`);
    return { size, gzipped: magic.startsWith("\x1F\x8B") };
  } catch (error) {
    throw unreadable(path, error, 0);
  }
}

const reasons: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "this user may not read it",
  EPERM: "this user may not read it",
  Z_DATA_ERROR: "its compression is damaged",
  Z_BUF_ERROR: "it is cut off: its compression has no end",
};

function unreadable(path: string, error: unknown, line: number): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
  if (error instanceof ImportError || reason === undefined) return error;
  const where = line > 0 ? ` after line ${line}` : "";
  return new ImportError(`${path} cannot be read${where}: ${reason}.`);
}

function decode(bytes: Buffer): string {
  const end = bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length;
  // No text of ours holds a NUL, and the database takes none.
  const text = bytes.toString("utf8", 0, end).replaceAll("\0", "");
  // The replacement character stands in few files on purpose; there both readings are equal.
  return text.includes("\uFFFD") && !bytes.includes("\uFFFD")
    ? windows1252.decode(bytes.subarray(0, end))
    : text;
}
