import { spawn } from "node:child_process";
import { once } from "node:events";
import { Refusal } from "./say.mjs";

const children = new Set();
let stopping = false;

/** Runs to the end in silence; a failure shows what was printed and says in one line what failed. */
export function run(what, { command, args, shell = false }, { cwd, env = process.env }) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const output = [];
    children.add(child);
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.once("error", (error) => {
      children.delete(child);
      fail(new Refusal(`${what} failed: ${command} cannot be run (${error.message}).`));
    });
    child.once("close", (code, signal) => {
      children.delete(child);
      // Whoever stopped the children says so; each of them need not.
      if (stopping) return undefined;
      if (code === 0) return done();
      const text = shortened(Buffer.concat(output).toString().trimEnd());
      if (text !== "") process.stderr.write(`${text}\n`);
      const how = signal ?? `exit code ${code}`;
      return fail(
        new Refusal(
          `${what} failed (${how}); ${text === "" ? "it said nothing" : "its output is above"}.`,
        ),
      );
    });
  });
}

/** Ends what still runs, and waits until it has. */
export async function stopChildren() {
  stopping = true;
  const ends = [...children].map((child) => once(child, "close"));
  for (const child of children) child.kill("SIGTERM");
  const hard = setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, 5000);
  await Promise.allSettled(ends);
  clearTimeout(hard);
}

/** The cause stands at the beginning or at the end; npm prints its whole manual between. */
function shortened(text) {
  const lines = text.split("\n");
  if (lines.length <= 60) return text;
  return [...lines.slice(0, 25), `… (${lines.length - 50} lines) …`, ...lines.slice(-25)].join(
    "\n",
  );
}
