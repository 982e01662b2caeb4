import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { aboutHeader } from "./post.ts";

/**
 * Removes the files of messages that were written to somebody or speak of them. `marks` are their address and the ids of
 * what is gone, in lower case. Headers alone are looked at: what a message says was chosen by people.
 */
export async function forgetMailFiles(folder: string, marks: readonly string[]): Promise<void> {
  const wanted = new Set(marks);
  for (const file of await readdir(folder).catch(() => [])) {
    if (!file.endsWith(".eml") && !file.endsWith(".part")) continue;
    const path = join(folder, file);
    const found = marksOf(await readFile(path, "utf8").catch(() => ""));
    if (found.some((mark) => wanted.has(mark))) await rm(path, { force: true });
  }
}

/** To whom a message goes and of whom it speaks, as its headers say. */
function marksOf(message: string): string[] {
  const [head = ""] = message.split(/\r?\n\r?\n/, 1);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const valueOf = (name: string): string =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim() ?? "";
  const about = valueOf(aboutHeader).split(" ").filter(Boolean);
  return [addressIn(valueOf("To")), ...about.map(decoded)];
}

/** The one address of a header. What is before its @ may be quoted. */
const addressIn = (value: string): string =>
  value
    .replace(/^<(.*)>$/s, "$1")
    .replace(/^"((?:[^"\\]|\\.)*)"(?=@[^@]*$)/, (_, local: string) =>
      local.replaceAll(/\\(.)/g, "$1"),
    )
    .toLowerCase();

function decoded(word: string): string {
  try {
    return decodeURIComponent(word).toLowerCase();
  } catch {
    return word;
  }
}
