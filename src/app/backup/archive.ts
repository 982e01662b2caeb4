import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Header } from "tar";
import { BackupError, explained } from "./backup-error.ts";

/** One file in the archive. */
export interface Entry {
  readonly path: string;
  readonly content: Buffer;
}

const blockBytes = 512;

/** No page of a table comes near it: a size beyond is damage, and must not be made room for. */
const entryBytesMax = 512_000_000;

const padding = (size: number) => (blockBytes - (size % blockBytes)) % blockBytes;

/** An entry as tar has it: header, content, filled up to whole blocks. */
export function packed({ path, content }: Entry, mtime: Date): Buffer {
  const header = Buffer.alloc(blockBytes);
  new Header({ path, size: content.length, type: "File", mode: 0o600, mtime }).encode(header, 0);
  return Buffer.concat([header, content, Buffer.alloc(padding(content.length))]);
}

/** What stands after the last entry. */
export const endOfArchive = Buffer.alloc(2 * blockBytes);

/**
 * The entries of a compressed archive one by one: as much of the file is in memory as its largest entry takes. Throws a
 * `BackupError` when the file cannot be read, is no archive, is damaged, cut off, or has anything after its end.
 */
export async function* entries(file: string): AsyncGenerator<Entry> {
  const bytes = await opened(file);
  let read = 0;
  try {
    for (;;) {
      const block = await bytes.take(blockBytes);
      const header = new Header(block);
      if (header.nullBlock) break;
      const { path, size = 0 } = header;
      if (!header.cksumValid || header.type !== "File" || path === undefined)
        throw new BackupError(
          read === 0 ? noBackup(file) : `${file} is damaged: after entry ${read} comes none.`,
        );
      if (size > entryBytesMax)
        throw new BackupError(`${file} is damaged: its entry ${path} claims ${size} bytes.`);
      const content = await bytes.take(size);
      await bytes.take(padding(size));
      read += 1;
      yield { path, content };
    }
    if (!(await bytes.onlyZerosLeft()))
      throw new BackupError(`${file} is damaged: something stands after its end.`);
  } catch (error) {
    throw readFault(file, error, read);
  } finally {
    bytes.close();
  }
}

export const noBackup = (file: string) =>
  `${file} is not a Potbank backup; \`potbank backup FILE\` makes them.`;

function readFault(file: string, error: unknown, read: number): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR" || error instanceof CutOff)
    return new BackupError(`${file} is cut off: its end is missing.`);
  // A file whose very beginning is wrong was never one.
  if (code.startsWith("Z_"))
    return new BackupError(
      read === 0 && /header/.test(message) ? noBackup(file) : `${file} is damaged: ${message}.`,
    );
  return explained(error, `${file} cannot be read`) ?? error;
}

class CutOff extends Error {}

async function opened(file: string): Promise<Bytes> {
  let size: number;
  try {
    const about = await stat(file);
    if (!about.isFile())
      throw Object.assign(new Error(), { code: about.isDirectory() ? "EISDIR" : "EIO" });
    ({ size } = about);
  } catch (error) {
    throw explained(error, `${file} cannot be read`) ?? error;
  }
  if (size === 0) throw new BackupError(`${file} is empty: it is not a Potbank backup.`);
  const gunzip = createGunzip();
  // Faults of both reach the reader through the second.
  const chunks = pipeline(createReadStream(file), gunzip, () => undefined);
  return new Bytes(chunks);
}

/** A stream by the number of bytes wanted. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #stream: NodeJS.ReadableStream;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: NodeJS.ReadableStream) {
    this.#stream = stream;
    this.#chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    const parts = [this.#rest];
    let length = this.#rest.length;
    while (length < size) {
      const chunk = await this.#next();
      if (chunk === undefined) throw new CutOff();
      parts.push(chunk);
      length += chunk.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts, length);
    this.#rest = all.subarray(size);
    return all.subarray(0, size);
  }

  async onlyZerosLeft(): Promise<boolean> {
    let chunk: Buffer | undefined = this.#rest;
    for (; chunk !== undefined; chunk = await this.#next())
      if (chunk.some((byte) => byte !== 0)) return false;
    return true;
  }

  async #next(): Promise<Buffer | undefined> {
    const { value, done } = await this.#chunks.next();
    return done ? undefined : value;
  }

  close(): void {
    (this.#stream as unknown as { destroy(): void }).destroy();
  }
}
