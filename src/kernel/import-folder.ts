import { readdir } from "node:fs/promises";
import { ImportError } from "./import-error.ts";

const reasons: Record<string, string> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "it is a file; give the folder it is in",
  EACCES: "this user may not read it",
};

/**
 * The names of a folder's files that fit `pattern`, in order. Throws an `ImportError` where the folder cannot be read,
 * and with the words `none` where it holds no such file.
 */
export async function filesIn(folder: string, pattern: RegExp, none: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    const reason = reasons[String((error as NodeJS.ErrnoException).code)];
    if (reason === undefined) throw error;
    throw new ImportError(`${folder} cannot be read: ${reason}.`);
  }
  const files = names.filter((name) => pattern.test(name)).sort();
  if (files.length === 0) throw new ImportError(`${folder} ${none}`);
  return files;
}
