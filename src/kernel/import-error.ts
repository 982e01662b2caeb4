import { ZodError } from "zod";

/** Something in a file that cannot be used. The message is for the person who wrote the file: where, and what is wrong. */
export class ImportError extends Error {
  override readonly name: string = "ImportError";
}

/** Runs a check of a file's content; a fault is told with the file's name and the place in it. */
export function checked<T>(file: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    const faults =
      error instanceof ZodError
        ? error.issues.map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
        : [(error as Error).message];
    throw new ImportError(
      `${file} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  }
}
