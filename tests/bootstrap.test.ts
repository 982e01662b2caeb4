import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";

// scripts/prepare.mjs in a clone of a few lines, with an npm and a compiler that only write down that they ran.

let clone: string;

const npm = `
  import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
  appendFileSync("log", "npm " + process.argv.slice(2).join(" ") + "\\n");
  if (process.env.FAKE_NPM === "fails") { console.error("npm error the registry is away"); process.exit(7); }
  if (process.env.FAKE_NPM === "hangs") await new Promise((done) => setTimeout(done, 5000)).then(() => process.exit(9));
  await new Promise((done) => setTimeout(done, Number(process.env.FAKE_NPM_MS ?? 0)));
  const put = (path, text) => { mkdirSync(path.replace(/[^/]*$/, ""), { recursive: true }); writeFileSync(path, text); };
  put("node_modules/node-here/package.json", JSON.stringify({ os: process.platform, cpu: process.arch, bin: { node: "node" } }));
  try { symlinkSync(process.execPath, "node_modules/node-here/node"); } catch {}
  put("node_modules/typescript/package.json", JSON.stringify({ type: "module", bin: { tsc: "tsc.js" } }));
  put("node_modules/typescript/tsc.js", ${JSON.stringify(`
    import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
    appendFileSync("log", "tsc\\n");
    if (readFileSync("src/main.ts", "utf8").includes("fault")) { console.log("main.ts(1,1): a fault"); process.exit(2); }
    mkdirSync("build/server/src", { recursive: true });`)});
`;

const manifest = { type: "module", optionalDependencies: { "node-here": "1.0.0" } };

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), "potbank-bootstrap-"));
  await cp("scripts", join(clone, "scripts"), { recursive: true });
  await put("package.json", JSON.stringify(manifest));
  await put("package-lock.json", JSON.stringify({ packages: { "": manifest } }));
  await put("tsconfig.build.json", "{}");
  await put("src/main.ts", "start");
  await put("tool/npm-cli.js", npm);
  await put("tool/package.json", '{ "type": "module" }');
});

afterEach(async () => {
  await rm(clone, { recursive: true, force: true });
});

async function put(path: string, text: string) {
  await mkdir(dirname(join(clone, path)), { recursive: true });
  await writeFile(join(clone, path), text);
}

const log = async () =>
  existsSync(join(clone, "log")) ? (await readFile(join(clone, "log"), "utf8")).trim() : "";

function start(env: Record<string, string> = {}, args: string[] = []) {
  const child = spawn(process.execPath, [join(clone, "scripts/prepare.mjs"), ...args], {
    env: {
      ...process.env,
      npm_execpath: join(clone, "tool/npm-cli.js"),
      npm_node_execpath: process.execPath,
      npm_config_user_agent: "npm/11.0.0 node/v26.0.0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  return {
    child,
    said: () => said,
    end: once(child, "close").then(([code]) => ({ code: code as number, said })),
  };
}

const prepare = async (env?: Record<string, string>, args?: string[]) => start(env, args).end;

async function until(condition: () => boolean | Promise<boolean>) {
  while (!(await condition())) await sleep(10);
}

test("a fresh clone is installed and built once, then left alone", async () => {
  const first = await prepare({ NODE_ENV: "production" });
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining("about a minute") });
  expect(await log()).toMatch(/^npm ci --ignore-scripts --include=dev .*\ntsc$/);
  expect(await prepare()).toEqual({ code: 0, said: "" });
  expect((await log()).split("\n")).toHaveLength(2);
});

test("a changed source is built again without an installation", async () => {
  await prepare();
  await put("src/main.ts", "start differently");
  await prepare();
  expect((await log()).split("\n").map((line) => line.split(" ")[0])).toEqual([
    "npm",
    "tsc",
    "tsc",
  ]);
  await put("src/web/home.tsx", "not the server's");
  expect(await prepare()).toEqual({ code: 0, said: "" });
});

test("a changed lockfile, or another dependency in package.json, installs again", async () => {
  await prepare();
  await put("package-lock.json", JSON.stringify({ packages: { "": manifest, added: {} } }));
  await prepare();
  await put("package.json", JSON.stringify({ ...manifest, dependencies: { x: "1.0.0" } }));
  await prepare();
  const installs = (await log()).split("\n").filter((line) => line.startsWith("npm"));
  expect(installs).toHaveLength(3);
});

test("a new script in package.json does not install again", async () => {
  await prepare();
  await put("package.json", JSON.stringify({ ...manifest, scripts: { x: "y" } }));
  expect(await prepare()).toEqual({ code: 0, said: "" });
});

test("packages that somebody installed by hand count as installed", async () => {
  await prepare();
  await rm(join(clone, "node_modules/.potbank-installed"));
  await put("node_modules/.package-lock.json", JSON.stringify({ packages: {} }));
  expect(await prepare()).toEqual({ code: 0, said: "" });
});

test("output that was removed is built again", async () => {
  await prepare();
  await rm(join(clone, "build/server"), { recursive: true });
  await prepare();
  expect((await log()).split("\n").at(-1)).toBe("tsc");
  expect((await log()).split("\n")).toHaveLength(3);
});

test("`install` stops before the build", async () => {
  expect(await prepare({}, ["install"])).toMatchObject({ code: 0 });
  expect((await log()).split("\n")).toHaveLength(1);
});

test("a step that fails shows its output, says so in one line, and is tried again", async () => {
  await put("src/main.ts", "fault");
  const { code, said } = await prepare();
  expect(code).toBe(1);
  expect(said).toContain("main.ts(1,1): a fault");
  expect(said).toMatch(
    /potbank: building the server failed \(exit code 2\); its output is above\.\n$/,
  );
  await put("src/main.ts", "mended");
  expect(await prepare()).toMatchObject({ code: 0 });
});

test("an installation that fails shows what npm said and exits 1", async () => {
  const { code, said } = await prepare({ FAKE_NPM: "fails" });
  expect(code).toBe(1);
  expect(said).toContain("npm error the registry is away");
  expect(said).not.toContain("    at ");
  expect(await prepare()).toMatchObject({ code: 0 });
});

test("an npm that is too old is refused in one sentence", async () => {
  const { code, said } = await prepare({ npm_config_user_agent: "npm/9.9.9 node/v20.0.0" });
  expect(code).toBe(1);
  expect(said).toMatch(/^potbank: npm 9\.9\.9 is too old: .*\n$/);
});

test("two at once: one works, the other waits and finds everything done", async () => {
  const one = start({ FAKE_NPM_MS: "800" });
  await until(async () => (await log()) !== "");
  const two = start();
  const [first, second] = await Promise.all([one.end, two.end]);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(second.said).toContain(
    `waiting for another preparation of this folder (process ${one.child.pid})`,
  );
  expect((await log()).split("\n")).toHaveLength(2);
});

test("a preparation that was killed does not hold up the next one", async () => {
  const killed = start({ FAKE_NPM: "hangs" });
  await until(async () => (await log()) !== "");
  killed.child.kill("SIGKILL");
  await once(killed.child, "exit");
  expect(existsSync(join(clone, ".cache/prepare.lock"))).toBe(true);
  const next = await prepare();
  expect(next).toMatchObject({ code: 0, said: expect.not.stringContaining("waiting") });
  expect(existsSync(join(clone, ".cache/prepare.lock"))).toBe(false);
});

test.skipIf(process.platform === "win32")(
  "an interrupted one ends its npm, says so and lets go",
  async () => {
    const run = start({ FAKE_NPM: "hangs" });
    await until(async () => (await log()) !== "");
    run.child.kill("SIGINT");
    const { code, said } = await run.end;
    expect(code).toBe(130);
    expect(said).toMatch(/potbank: stopped before everything was ready[^\n]*\n$/);
    expect(existsSync(join(clone, ".cache/prepare.lock"))).toBe(false);
  },
);
