/** What goes wrong with disks, files and databases in the middle of work, in words that end a sentence. */
const reasons: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  EACCES: "this user may not",
  EPERM: "this user may not",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than the system allows",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
  // PostgreSQL's codes, from the server as from the embedded database.
  "53100": "the database's disk is full",
  "55P03": "other programs keep its tables busy; stop the servers that use it and try again",
  "57014": "the statement was cancelled",
  "25006": "it takes no writes (a standby, or read-only)",
  "42501": "this user is not the owner of its tables",
  "40P01": "other programs write to its tables; stop the servers that use it and try again",
  "57P01": "the database server was shut down",
  "57P02": "the database server crashed",
  ECONNRESET: "the database server closed the connection",
  ECONNREFUSED: "the database server does not answer",
  EPIPE: "the database server closed the connection",
  "08003": "the database server closed the connection",
  "08006": "the database server closed the connection",
  "57P03": "the database server is not taking connections",
};

/** Emscripten's file system throws objects that are no errors, with WASI's numbers. */
const wasi: Record<string, string> = {
  2: "EACCES",
  19: "EDQUOT",
  29: "EIO",
  51: "ENOSPC",
  69: "EROFS",
};

/** The same without a code of its own. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/no space left on device/i, "the disk is full"],
  [
    /connection terminated|client has encountered a connection error/i,
    "the database server closed the connection",
  ],
  // PostgreSQL in WebAssembly has no other way out of a write-ahead log that it cannot write.
  [
    /^Aborted\(/,
    "the embedded database broke off, as it does when the disk is full or the memory used up",
  ],
];

/** What is wrong with the disk, the file or the database by this error or what caused it; undefined for any other fault. */
export function faultIn(error: unknown): string | undefined {
  const code = wasi[String((error as { errno?: unknown } | undefined)?.errno)];
  if (code && !(error instanceof Error)) return reasons[code];
  for (let each = error; each instanceof Error; each = each.cause) {
    const { message } = each;
    const reason =
      ("code" in each && reasons[String(each.code)]) ||
      patterns.find(([pattern]) => pattern.test(message))?.[1];
    if (reason) return reason;
  }
  return undefined;
}
