/** Why the program cannot start, in one line for the person at the terminal: what is wrong, what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  ETIMEDOUT: "it does not answer",
  ECONNRESET: "it closed the connection",
  "28P01": "the password is wrong",
  "28000": "this user may not connect",
  "3D000": "there is no such database",
  "57P03": "the server is still starting",
  "53300": "the server has no connection left",
  "42501":
    "this user may not create what Potbank needs in it (its own tables, and the extensions unaccent, pg_trgm and fuzzystrmatch)",
  "58P01":
    "the server lacks the extensions unaccent, pg_trgm and fuzzystrmatch (PostgreSQL's contrib package)",
  "0A000":
    "the server lacks the extensions unaccent, pg_trgm and fuzzystrmatch (PostgreSQL's contrib package)",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is self-signed",
  EHOSTUNREACH: "its network cannot be reached",
};

/** The line for a database that cannot be reached; undefined when the error is about something else. */
export function unreachable(error: unknown, databaseUrl: string): StartError | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const reason =
    reasons[code ?? ""] ??
    (/timeout|terminated/i.test(message) ? "it does not answer" : undefined) ??
    (/SSL/.test(message) ? message : undefined);
  if (reason === undefined) return undefined;
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  return new StartError(
    `The database ${pathname.slice(1) || "(none named)"} at ${hostname}:${port || 5432}, user ${username || "(none named)"}, cannot be used: ${reason}. Check DATABASE_URL, and that PostgreSQL is running.`,
  );
}

/** The code of an error or of what caused it: a system call's or PostgreSQL's. */
function codeOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string") return each.code;
    if (each instanceof AggregateError && each.errors.length > 0) return codeOf(each.errors[0]);
  }
  return undefined;
}
