import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { onServer, serverUrl } from "./server.ts";

/** The built program, running. */
export interface Served {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Ends it with SIGTERM; fails when it does not end well. A shared one is ended after the last test file. */
  stop(): Promise<void>;
  /** What it has printed so far. */
  log(): Promise<string>;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Who starts the shared program: answers its address, and what it printed at /log. */
    servedBy: string;
  }
}

/**
 * The built program with the demonstration, on the database that the tests run on.
 * All files share one, started by the first that asks; `fresh`, or an environment, gives one of its own.
 */
export async function served(
  options: { env?: Record<string, string>; fresh?: boolean } = {},
): Promise<Served> {
  const { inject } = await import("vitest");
  const servedBy = inject("servedBy") as string | undefined;
  if (options.fresh || options.env || servedBy === undefined) return serve(options.env);
  const answer = await fetch(servedBy);
  if (!answer.ok) throw new Error(await answer.text());
  return {
    url: await answer.text(),
    async stop() {},
    log: async () => (await fetch(`${servedBy}/log`)).text(),
  };
}

/** For `globalSetup`: nothing is started until a test asks for it. */
export async function setup(project: {
  provide(key: "servedBy", value: string): void;
}): Promise<() => Promise<void>> {
  let shared: Promise<Served> | undefined;
  const desk = createServer((request, response) => {
    shared ??= serve();
    shared
      .then(async (site) => response.end(request.url === "/log" ? await site.log() : site.url))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => desk.listen(0, "127.0.0.1", done));
  project.provide("servedBy", `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    await (await shared?.catch(() => undefined))?.stop();
  };
}

async function serve(env: Record<string, string> = {}): Promise<Served> {
  const place = await dataPlace();
  const program = await launch({ ...place.env, ...env });
  try {
    await program.ready();
  } catch (error) {
    await program.kill("SIGKILL");
    await place.remove();
    throw error;
  }
  return {
    url: program.url,
    log: async () => program.log(),
    async stop() {
      const code = await program.kill("SIGTERM");
      await place.remove();
      if (code !== 0) throw new Error(`the program ended with ${code}:\n${program.log()}`);
    },
  };
}

/** A database for programs of a test's own: where they find it, and how to remove it. On a server it has the demonstration. */
export const dataPlace = (): Promise<{
  env: Record<string, string>;
  remove: () => Promise<void>;
}> => (serverUrl() ? databaseOnServer(serverUrl() as string) : dataFolder());

async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), "potbank-served-"));
  return {
    env: { POTBANK_DATA: folder } as Record<string, string>,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function databaseOnServer(server: string) {
  const name = `potbank_served_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const target = new URL(server);
  target.pathname = `/${name}`;
  await onServer(server, async (run) => {
    await run(`create database ${name}`);
  });
  const env = { DATABASE_URL: target.href } as Record<string, string>;
  await promisify(execFile)(process.execPath, [cliFile, "seed", "--demo"], {
    env: environment(env),
  });
  return {
    env,
    remove: () =>
      onServer(server, async (run) => {
        await run(`drop database if exists ${name} with (force)`);
      }),
  };
}

const mainFile = resolve("build/server/src/main.js");
export const cliFile = resolve("build/server/src/cli.js");

/** What the surroundings say must not reach the program: only what a test asks for does. */
export function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(POTBANK_|DATABASE_|SMTP_|MAIL_|OIDC_|SECOND_FACTOR_|SIGN_IN_|PUBLIC_URL$|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$|MEILI_|VITEST)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: "production",
    SECOND_FACTOR_REQUIRED: "0",
    ...(env.DATABASE_URL && { SIGN_IN_SECRET: "what the tests sign with, and nobody else" }),
    ...env,
  };
}

/** The program as a process, with nothing promised: for tests of starting and stopping. */
export interface Program {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Resolves when it answers that it can serve; rejects when it ends before. */
  ready(): Promise<void>;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly end: Promise<number | NodeJS.Signals>;
  /** Sends a signal and waits, 10 seconds at most, for the end. */
  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  log(): string;
  /** What went to standard error alone. */
  errors(): string;
}

export async function launch(env: Record<string, string>): Promise<Program> {
  if (!existsSync(mainFile))
    throw new Error(
      "The program is not built: run the tests with `npm test`, or `npm run build` first.",
    );
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [mainFile], {
    env: environment({ PORT: String(port), ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  const faults: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    printed.push(text);
    faults.push(text);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const end = new Promise<number | NodeJS.Signals>((done) => {
    child.once("close", (code, signal) => done(code ?? signal ?? 1));
  });
  // The end of this process is the end of the program, however it comes.
  const endHere = () => child.kill("SIGKILL");
  process.once("exit", endHere);
  void end.then(() => process.off("exit", endHere));
  const log = () => printed.join("");
  return {
    url,
    port,
    child,
    end,
    log,
    errors: () => faults.join(""),
    async ready() {
      const patience = Date.now() + 60_000;
      while (!ended() && Date.now() < patience) {
        const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
        if (answer?.ok) return;
        await sleep(50);
      }
      throw new Error(`the program ${ended() ? "ended" : "was not ready in a minute"}:\n${log()}`);
    },
    async kill(signal) {
      child.kill(signal);
      const late = sleep(10_000, "late" as const, { ref: false });
      const code = await Promise.race([end, late]);
      if (code !== "late") return code;
      child.kill("SIGKILL");
      throw new Error(`the program did not end within 10 seconds of ${signal}:\n${log()}`);
    },
  };
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((done) => socket.listen(0, "::", done));
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}
