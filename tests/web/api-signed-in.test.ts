import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { signedInRequest } from "../../src/web/data/api-requests.server.ts";
import { goodPassword, newEmail } from "../support/sign-in.ts";
import { accountSite } from "./account-site.ts";

const run = promisify(execFile);

test("the shell's commands on the API page and in the README sign somebody in and ask as them", async ({
  skip,
}) => {
  if (!(await run("curl", ["--version"]).catch(() => undefined))) skip("no curl on this machine");
  const site = await accountSite();
  const email = newEmail();
  await site.member("Ada Byron", email);
  const page = await (await fetch(`${site.url}/api`)).text();
  expect(page).toContain("/sign-in \\\n  --data-urlencode &quot;email=$EMAIL&quot;");
  const cwd = await mkdtemp(join(tmpdir(), "potbank-signed-in-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const readme = await readFile("README.md", "utf8");
  const [shown] = /curl [^\n]* -c potbank\.cookies.*?(?=```)/s.exec(readme)!;
  const ofReadme = shown
    .replaceAll("localhost:4000", site.url)
    .replace("email=teacher@potbank.example", '"email=$EMAIL"')
    .replace("password=nine-herons-on-a-stove", '"password=$PASSWORD"');
  for (const commands of [signedInRequest(site.url), ofReadme])
    for (const [password, name] of [
      [goodPassword, "Ada Byron"],
      ["wrong", undefined],
    ]) {
      const env = { ...process.env, EMAIL: email, PASSWORD: password };
      const { stdout } = await run("sh", ["-c", `rm -f potbank.cookies; ${commands}`], {
        cwd,
        env,
      });
      const { data } = JSON.parse(stdout) as { data: { viewer: { person?: { name: string } } } };
      expect(data.viewer.person?.name).toBe(name);
    }
});
