// Loaded before the program by `npm start`.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// GraphQL and React check their callers at every step unless they are told that this is no workshop.
// Whether the operator said so decides about the demonstration's accounts: see src/app/config.ts.
if (process.env.NODE_ENV === undefined) {
  process.env.NODE_ENV = "production";
  process.env.POTBANK_NODE_ENV = "npm";
}

// Compiled code is kept for the next start, and goes with the build it is of.
enableCompileCache(fileURLToPath(new URL("../build/server/.compiled", import.meta.url)));

// Ends the program, in good order, when npm is gone.
// npm runs a script through a shell and hands a SIGTERM to that shell, which dies of it and leaves the program
// running, with the port and the data folder. `exec` would do on Linux, but Windows has no such command.
const shell = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === shell) return;
  // A second signal would end it at once.
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, 250).unref();
