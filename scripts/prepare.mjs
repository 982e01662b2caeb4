// Runs before `npm start`, `npm test` and `npm run potbank`: installs when the lockfile changed, builds what changed.
// Plain JavaScript for Node 20 with nothing installed; every step then runs on the project's own Node.
// `node scripts/prepare.mjs install` stops after the installation.
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { outdated, build } from "./prepare/build.mjs";
import { install, isInstalled } from "./prepare/install.mjs";
import { alone } from "./prepare/lock.mjs";
import { Refusal, say } from "./prepare/say.mjs";
import { projectNode, refuseOldRuntime } from "./prepare/runtime.mjs";
import { stopChildren } from "./prepare/run.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const installOnly = process.argv[2] === "install";

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
])
  process.once(signal, async () => {
    await stopChildren();
    say("stopped before everything was ready; the next run goes on from here.");
    process.exit(code);
  });

try {
  refuseOldRuntime();
  const isReady = () => isInstalled(root) && (installOnly || outdated(root).length === 0);
  if (!isReady())
    await alone(root, async () => {
      if (!isInstalled(root)) await install(root);
      const node = projectNode(root);
      if (!installOnly) await build(root, node);
    });
  projectNode(root);
} catch (error) {
  await stopChildren();
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = 1;
}
