import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "./run.mjs";
import { packagedNode } from "./runtime.mjs";
import { Refusal, say, seconds } from "./say.mjs";

const stampPath = (root) => join(root, "node_modules", ".potbank-installed");
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

function wanted(root) {
  const { dependencies, devDependencies, optionalDependencies, overrides } = json(
    join(root, "package.json"),
  );
  return createHash("sha256")
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides }))
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
}

/** Whether node_modules is what the lockfile asks for. An installation by hand (`npm install x`) counts too. */
export function isInstalled(root) {
  const stamp = stampPath(root);
  const hash = wanted(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  if (!holdsEveryPackage(root)) return false;
  writeFileSync(stamp, hash);
  return true;
}

/** npm leaves a lockfile of what it really installed, as its last act. */
function holdsEveryPackage(root) {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden) || packagedNode(root) === undefined) return false;
  const lock = json(join(root, "package-lock.json"));
  const asked = json(join(root, "package.json"));
  const top = lock.packages[""] ?? {};
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies"])
    if (!sameEntries(asked[kind], top[kind])) return false;
  const installed = json(hidden).packages;
  for (const [path, { version, optional, peer, link }] of Object.entries(lock.packages)) {
    if (path === "" || link) continue;
    if (installed[path] === undefined ? !optional && !peer : installed[path].version !== version)
      return false;
  }
  return true;
}

function sameEntries(one = {}, other = {}) {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

/** `npm ci`, whatever the environment asks to leave out: the build needs the development packages. */
export async function install(root) {
  if (!existsSync(join(root, "package-lock.json")))
    throw new Refusal("package-lock.json is missing: restore it (git checkout package-lock.json).");
  say("installing packages; this takes about a minute the first time …");
  const start = performance.now();
  rmSync(stampPath(root), { force: true });
  const flags = ["ci", "--ignore-scripts", "--include=dev", "--include=optional"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  await run("installing the packages", npm([...flags, ...quiet]), { cwd: root });
  writeFileSync(stampPath(root), wanted(root));
  say(`installed in ${seconds(start)}.`);
}

/** The npm that called us, or the one on the path. */
function npm(args) {
  const { npm_execpath: path, npm_node_execpath: node } = process.env;
  if (path !== undefined && basename(path) === "npm-cli.js" && existsSync(path))
    return { command: node && existsSync(node) ? node : process.execPath, args: [path, ...args] };
  return { command: "npm", args, shell: process.platform === "win32" };
}
