import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { run } from "./run.mjs";
import { say, seconds } from "./say.mjs";

/**
 * What is built, from what, after what. A step runs when one of its inputs changed or its output is gone.
 * `inputs` are files and folders, `!` leaves one out; `commands` are [package, its command, …arguments] or [file, …arguments].
 */
const steps = [
  {
    name: "server",
    inputs: [
      "src",
      "!src/web",
      "schema/migrations",
      "bench",
      "!bench/results",
      "tsconfig.json",
      "tsconfig.build.json",
    ],
    output: "build/server/src",
    clean: "build/server",
    needs: "tsconfig.build.json",
    commands: [["typescript", "tsc", "--project", "tsconfig.build.json"]],
  },
  {
    name: "pages",
    inputs: [
      "src/web",
      "!src/web/graphiql",
      "schema/schema.graphql",
      "vite.config.ts",
      "react-router.config.ts",
    ],
    output: "build/web/server/index.js",
    needs: "react-router.config.ts",
    commands: [["@react-router/dev", "react-router", "build"]],
  },
  {
    name: "GraphiQL page",
    inputs: ["src/web/graphiql", "vite.graphiql.config.ts"],
    output: "build/graphiql/index.html",
    needs: "vite.graphiql.config.ts",
    commands: [["vite", "vite", "build", "--config", "vite.graphiql.config.ts"]],
  },
  {
    name: "prepared database",
    after: "server",
    inputs: [
      "src",
      "!src/web",
      "schema/migrations",
      "seeds",
      "tsconfig.json",
      "tsconfig.build.json",
    ],
    output: "build/prepared-database.tar.gz",
    needs: "src/cli.ts",
    commands: [["build/server/src/cli.js", "prepare"]],
  },
];

const stampPath = (root) => join(root, "build", ".stamp.json");

function stamps(root) {
  try {
    return JSON.parse(readFileSync(stampPath(root), "utf8"));
  } catch {
    return {};
  }
}

function stamp(root, name, hash) {
  mkdirSync(join(root, "build"), { recursive: true });
  const draft = `${stampPath(root)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...stamps(root), [name]: hash }, null, 2));
  renameSync(draft, stampPath(root));
}

/** The steps to run, each with the hash of what it will be built from. */
export function outdated(root) {
  const done = stamps(root);
  const contents = new Map();
  return steps
    .filter((step) => existsSync(join(root, step.needs)))
    .map((step) => ({ ...step, hash: hashOf(root, step, contents) }))
    .filter((step) => done[step.name] !== step.hash || !existsSync(join(root, step.output)));
}

function hashOf(root, step, contents) {
  const hash = createHash("sha256").update(JSON.stringify(step.commands));
  const left = step.inputs.filter((each) => each.startsWith("!")).map((each) => each.slice(1));
  const taken = step.inputs.filter((each) => !each.startsWith("!"));
  for (const file of [...taken, "package-lock.json"].flatMap((each) => filesOf(root, each, left))) {
    if (!contents.has(file))
      contents.set(
        file,
        createHash("sha256")
          .update(readFileSync(join(root, file)))
          .digest("hex"),
      );
    hash.update(`${file}\n${contents.get(file)}\n`);
  }
  return hash.digest("hex");
}

function filesOf(root, path, left) {
  if (left.includes(path) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`, left));
}

/** Runs what is outdated; what does not wait for another step runs beside it. */
export async function build(root, node) {
  const todo = outdated(root);
  if (todo.length === 0) return;
  say(`building: ${todo.map(({ name }) => name).join(", ")} …`);
  const running = new Map();
  for (const step of todo)
    running.set(
      step.name,
      (running.get(step.after) ?? Promise.resolve()).then(() => one(step)),
    );
  await Promise.all(running.values());

  async function one(step) {
    const start = performance.now();
    stamp(root, step.name, undefined);
    if (step.clean) rmSync(join(root, step.clean), { recursive: true, force: true });
    for (const command of step.commands)
      await run(`building the ${step.name}`, commandLine(root, node, command), {
        cwd: root,
        env: environment(node),
      });
    stamp(root, step.name, step.hash);
    say(`built the ${step.name} in ${seconds(start)}.`);
  }
}

function commandLine(root, node, [first, second, ...rest]) {
  const manifest = join(root, "node_modules", first, "package.json");
  if (!existsSync(manifest)) return { command: node, args: [first, second, ...rest] };
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  const script = join(dirname(manifest), typeof bin === "string" ? bin : bin[second]);
  return { command: node, args: [script, ...rest] };
}

/** What is built must not depend on how the program is about to be run. */
function environment(node) {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(PATH$|POTBANK_|DATABASE_|PUBLIC_URL$|PORT$|HOST$|NODE_OPTIONS$|LOG_LEVEL$|VITEST)/.test(
        name,
      ),
  );
  const separator = process.platform === "win32" ? ";" : ":";
  const path = `${dirname(node)}${separator}${process.env.PATH ?? ""}`;
  return { ...Object.fromEntries(kept), PATH: path, NODE_ENV: "production" };
}
