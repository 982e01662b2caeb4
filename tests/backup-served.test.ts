import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { verifyBackup } from "../src/app/backup/verify.ts";
import { temporaryFolder } from "./support/backups.ts";
import { cliFile, environment, launch } from "./support/served.ts";
import { serverUrl } from "./support/server.ts";

test.skipIf(serverUrl())(
  "a server on the embedded database makes its backup itself, and is not restored under its feet",
  { timeout: 180_000 },
  async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "served.tar.gz");
    const program = await launch({ POTBANK_DATA: folder });
    onTestFinished(async () => void (await program.kill("SIGKILL")));
    await program.ready();
    const potbank = (...args: string[]) =>
      promisify(execFile)(process.execPath, [cliFile, ...args], {
        env: environment({ POTBANK_DATA: folder }),
      });
    expect((await potbank("backup", file)).stdout).toMatch(/Backed up \d+ tables, [\d,]+ rows/);
    const { tables } = await verifyBackup(file);
    expect(tables.find(({ name }) => name === "school")!.rows).toBeGreaterThan(90);
    await expect(potbank("backup", file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("exists already"),
    });
    await expect(potbank("restore", "--replace", file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`process ${program.child.pid}`),
    });
    expect((await fetch(`${program.url}/health/ready`)).status).toBe(200);
  },
);
