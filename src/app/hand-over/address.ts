import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Longest path of a socket that every system takes, in bytes. */
const socketPathMax = 100;

/**
 * Where the server on an embedded database takes commands that need it: a socket in its folder, which only its own user
 * may open. A pipe on Windows, and in the folder for temporary files where the path would be too long.
 */
export function socketAddress(dataFolder: string): string {
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\potbank-${name}`;
  const path = join(dataFolder, "commands.sock");
  return Buffer.byteLength(path) <= socketPathMax ? path : join(tmpdir(), `potbank-${name}.sock`);
}

/** A command and what it is to work on, as it is handed over. */
export interface Order {
  readonly verb: string;
  readonly args: unknown;
}

/** What comes back, one JSON object a line: any number of `told`, then one of the others. */
export type Reply =
  | { readonly told: unknown }
  | { readonly done: unknown }
  | { readonly failed: string };
