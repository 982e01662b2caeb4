import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./say.mjs";

/**
 * Does the work while no other preparation of this clone is at it. The lock is a folder that appears together with
 * the name of its owner (a rename onto a folder that is not empty fails); an owner that no longer runs has lost it.
 */
export async function alone(root, work) {
  const cache = join(root, ".cache");
  const lock = join(cache, "prepare.lock");
  mkdirSync(cache, { recursive: true });
  let told = false;
  while (!take(cache, lock)) {
    const owner = ownerOf(lock);
    if (owner !== undefined && !isRunning(owner)) discard(cache, lock, owner);
    else if (!told) {
      say(`waiting for another preparation of this folder (process ${owner?.pid ?? "unknown"}) …`);
      told = true;
    }
    await sleep(told ? 200 : 5);
  }
  const release = () => {
    for (const name of readdirSync(cache))
      if (name.startsWith("prepare.lost."))
        rmSync(join(cache, name), { recursive: true, force: true });
    rmSync(lock, { recursive: true, force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take(cache, lock) {
  const draft = join(cache, `prepare.${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  writeFileSync(join(draft, "owner.json"), JSON.stringify(self()));
  try {
    // Windows moves a folder onto nothing only, which is as good.
    renameSync(draft, lock);
    return true;
  } catch (error) {
    if (!existsSync(lock) && !["ENOTEMPTY", "EEXIST", "EPERM", "EACCES"].includes(error.code))
      throw error;
    rmSync(draft, { recursive: true, force: true });
    return false;
  }
}

/** Moved to a name made from its owner: who comes second finds that name taken and leaves the new lock alone. */
function discard(cache, lock, owner) {
  const grave = join(cache, `prepare.lost.${owner.pid}.${owner.started ?? 0}`);
  try {
    renameSync(lock, grave);
  } catch {
    // Somebody else did it.
  }
}

function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, "owner.json"), "utf8"));
  } catch {
    return undefined;
  }
}

const self = () => ({ pid: process.pid, started: startOf(process.pid) });

/** A process id is used again one day: on Linux the moment of its start tells the two apart. */
function isRunning({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
  }
  const now = startOf(pid);
  return started === undefined || now === undefined || started === now;
}

function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[19];
  } catch {
    return undefined;
  }
}
