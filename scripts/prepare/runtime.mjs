import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./say.mjs";

/** What is needed to install; the program itself runs on the Node that is installed with it. */
const least = { node: 20, npm: 10 };
const projectMajor = 26;

const major = (version) => Number.parseInt(String(version).replace(/^v/, ""), 10);

export function refuseOldRuntime() {
  const node = process.versions.node;
  if (major(node) < least.node)
    throw new Refusal(
      `Node ${node} is too old: install Node ${least.node} or newer and run this again.`,
    );
  const npm = /\bnpm\/(\S+)/.exec(process.env.npm_config_user_agent ?? "")?.[1];
  if (npm !== undefined && major(npm) < least.npm)
    throw new Refusal(
      `npm ${npm} is too old: install npm ${least.npm} or newer (npm install --global npm) and run this again.`,
    );
}

/** The packages that carry Node itself, one a platform, named in package.json. */
function nodePackages(root) {
  const { optionalDependencies = {} } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return Object.keys(optionalDependencies).filter((name) => name.startsWith("node-"));
}

/** The Node that npm installed for this platform, or undefined where there is none. */
export function packagedNode(root) {
  for (const name of nodePackages(root)) {
    const folder = join(root, "node_modules", name);
    if (!existsSync(join(folder, "package.json"))) continue;
    const { bin, os, cpu } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (![os].flat().includes(process.platform) || ![cpu].flat().includes(process.arch)) continue;
    if (existsSync(join(folder, bin.node))) return join(folder, bin.node);
  }
  return undefined;
}

/** The Node that builds and runs the program: the installed one, or the present one where it is new enough. */
export function projectNode(root) {
  const packaged = packagedNode(root);
  if (packaged !== undefined) return packaged;
  if (major(process.versions.node) >= projectMajor) return process.execPath;
  throw new Refusal(
    `there is no packaged Node ${projectMajor} for ${process.platform} on ${process.arch}, and this is ` +
      `Node ${process.versions.node}: install Node ${projectMajor} or newer and run this again.`,
  );
}
