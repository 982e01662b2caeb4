import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The secret of an embedded database's sign-in: made once, kept beside the database where only its owner can read it, and
 * in no backup. Whoever deletes the file signs everybody out.
 */
export async function keptSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, "sign-in-secret");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept.trim().length >= 32) return kept.trim();
  await mkdir(dataFolder, { recursive: true });
  const made = randomBytes(32).toString("base64url");
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
