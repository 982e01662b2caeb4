import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PostgreSQL server of this program's own, on loopback. */
export interface PostgreSqlServer {
  /** The database `postgres` as its owner, over TCP. */
  readonly url: string;
  /** As the server names itself: `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly version: string;
  /** Ends the server and removes its folder; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on an empty database in a temporary folder, with the settings it is shipped with, except that it does
 * not wait for the disk on a commit. It ends, and its folder goes, with `stop` or with this program, however that ends.
 */
export async function startPostgreSql(): Promise<PostgreSqlServer> {
  const binaries = await findBinaries();
  const port = await freePort();
  const server = spawn("sh", ["-c", script, "sh", binaries, String(port)], {
    // Ctrl-C must not reach the server before its clients are done with it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    cwd: "/",
    ...(await unprivileged()),
  });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const complaint = text(server.stderr);
  const version = await new Promise<string>((resolve) => {
    server.stdout.once("data", (line) => resolve(String(line).trim()));
    void ended.then(() => resolve(""));
  });
  if (version === "")
    throw new Error(`PostgreSQL (${binaries}) did not start: ${(await complaint).trim()}`);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    version: version.replace(/^postgres \(PostgreSQL\) /, ""),
    stop() {
      server.stdin.end();
      return ended;
    },
  };
}

// The shell outlives us by as long as it takes to clean up: `read` returns when our end of the pipe is closed, be it by
// `stop` or because this program was killed.
const script = `
  bin=$1 port=$2
  folder=$(mktemp -d) || exit 1
  { "$bin/initdb" -D "$folder/data" -U postgres -A trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
    "$bin/pg_ctl" start -w -D "$folder/data" -l "$folder/log" \
      -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off"; } > "$folder/out" 2>&1
  if [ $? = 0 ]; then
    "$bin/postgres" --version
    read -r line
    "$bin/pg_ctl" stop -m immediate -D "$folder/data" > /dev/null
  else
    cat "$folder/out" "$folder/log" >&2 2> /dev/null
  fi
  rm -rf "$folder"`;

/** The newest of Debian's, or what PATH has. */
async function findBinaries(): Promise<string> {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const found = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, "bin"))
    .find((folder) => existsSync(join(folder, "initdb")));
  if (found) return found;
  const path = await run("sh", ["-c", "command -v initdb"]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  if (path === "")
    throw new Error(
      "There is no PostgreSQL here: neither /usr/lib/postgresql/*/bin/initdb nor initdb in PATH. On Debian: apt-get install postgresql",
    );
  return dirname(path);
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const ids = await Promise.all(["-u", "-g"].map((which) => run("id", [which, user]))).then(
      (answers) => answers.map(({ stdout }) => Number(stdout)),
      () => undefined,
    );
    if (ids) return { uid: ids[0]!, gid: ids[1]! };
  }
  throw new Error("PostgreSQL cannot run as root, and there is no user postgres or nobody.");
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
