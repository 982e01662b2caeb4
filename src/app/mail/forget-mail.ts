import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { nameToLookFor } from "../../people/person-erasure.ts";

/** Removes the files of messages that were written to an address, or that speak of it or of a name. */
export async function forgetMailFiles(
  folder: string,
  { email, name }: { readonly email: string | null; readonly name: string },
): Promise<void> {
  const pattern = nameToLookFor(name)?.replaceAll("[^[:alnum:]]", "[^\\p{L}\\p{N}]");
  const named = pattern === undefined ? undefined : new RegExp(pattern, "iu");
  const address = email?.toLowerCase();
  for (const file of await readdir(folder).catch(() => [])) {
    if (!file.endsWith(".eml") && !file.endsWith(".part")) continue;
    const path = join(folder, file);
    const text = decoded(await readFile(path, "utf8").catch(() => ""));
    const speaksOf =
      (address !== undefined && text.toLowerCase().includes(address)) || named?.test(text);
    if (speaksOf) await rm(path, { force: true });
  }
}

/** As a mail program shows it: long lines and letters with marks are written in quoted-printable. */
function decoded(message: string): string {
  const joined = message.replaceAll(/=\r?\n/g, "").replaceAll(/\r?\n/g, "\n");
  const bytes = joined.replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) =>
    Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"),
  );
  const words = joined.replaceAll(
    /=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi,
    (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : text
            .replaceAll("_", " ")
            .replaceAll(/((?:=[0-9A-F]{2})+)/gi, (run) =>
              Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8"),
            ),
  );
  const parts = message
    .split(/\r?\n\r?\n/)
    .filter((part) => /^[A-Za-z0-9+/=\r\n]{16,}$/.test(part.trim()))
    .map((part) => Buffer.from(part, "base64").toString("utf8"));
  return [message, bytes, words, ...parts].join("\n");
}
