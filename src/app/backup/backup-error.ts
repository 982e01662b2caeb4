import { faultIn } from "../fault.ts";

/** Why a backup cannot be made, read or restored: what is wrong and what to do, for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

/** Its words for a person, with the fault of the file system or the database in it; undefined for any other fault. */
export function explained(error: unknown, doing: string): BackupError | undefined {
  if (error instanceof BackupError) return error;
  const fault = faultIn(error);
  return fault === undefined ? undefined : new BackupError(`${doing}: ${fault}.`, { cause: error });
}
