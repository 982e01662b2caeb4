import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { command } from "./support/command.ts";
import { launch, type Program } from "./support/served.ts";

/** Whole programs on an embedded database of their own: the same on whatever database the other tests run. */
let place: string;
let env: Record<string, string>;
let files: string;
const programs: Program[] = [];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "potbank-import-"));
  env = { POTBANK_DATA: join(place, "data") };
  files = join(place, "files");
  await mkdir(files);
  const strand = await readFile("seeds/evidence/feedback.md", "utf8");
  for (let at = 1; at <= 120; at += 1)
    await writeFile(
      join(files, `kiln-${at}.md`),
      strand
        .replace("slug: feedback", `slug: kiln-${at}`)
        .replace(/^title: .*/m, `title: Kiln ${at} saggar`),
    );
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill("SIGTERM")));
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** So many that the first ones are told of long before the last are stored. */
const many = 300;

const potbank = (...args: string[]) => command(args, env).end;

async function running(): Promise<Program> {
  const program = await launch(env);
  programs.push(program);
  await program.ready();
  return program;
}

async function found(program: Program, query: string): Promise<number> {
  const answer = await fetch(`${program.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `query ($query: String!) { search(query: $query, first: 1) { totalCount } }`,
      variables: { query },
    }),
  });
  return ((await answer.json()) as { data: { search: { totalCount: number } } }).data.search
    .totalCount;
}

const row = (read: number, created: number, updated: number, unchanged: number, skipped: number) =>
  new RegExp(`^summaries +${[read, created, updated, unchanged, skipped].join(" +")}$`, "m");

describe("potbank import", () => {
  test("goes through the server that holds the embedded database, and is found at once", async () => {
    const server = await running();
    const dry = await potbank("import", "summaries", files, "--dry-run");
    expect(dry.out).toMatch(row(120, 120, 0, 0, 0));
    expect(dry.out).toContain("nothing was stored");
    expect(dry.code).toBe(0);
    expect(await found(server, "saggar")).toBe(0);

    const first = await potbank("import", "summaries", files);
    expect(first.err).toContain("files: 100 %, 120 summaries");
    expect(first.out).toMatch(row(120, 120, 0, 0, 0));
    expect(first.code).toBe(0);
    expect(await found(server, "saggar")).toBe(120);

    const second = await potbank("import", "summaries", files);
    expect(second.out).toMatch(row(120, 0, 0, 120, 0));
    expect(second.out).toContain("Nothing has changed");
    expect(server.log()).toContain("a command was handed over");
  });

  test("does the same by itself when no server runs", async () => {
    const again = await potbank("import", "summaries", files);
    expect(again.out).toMatch(row(120, 0, 0, 120, 0));
    expect(again.code).toBe(0);
  });

  test("stops between two transactions when it is interrupted, and goes on from there", async () => {
    const server = await running();
    const more = join(place, "more");
    await mkdir(more);
    // Its first section only: what is found is counted, not read.
    const kiln = (await readFile(join(files, "kiln-1.md"), "utf8")).split(/^(?=## )/m, 2).join("");
    for (let at = 1; at <= many; at += 1)
      await writeFile(
        join(more, `pug-${at}.md`),
        kiln.replace("slug: kiln-1", `slug: pug-${at}`).replaceAll("saggar", "pugmill"),
      );
    const stopped = command(["import", "summaries", more], env);
    await new Promise<void>((resolve) => stopped.child.stderr!.once("data", () => resolve()));
    stopped.child.kill("SIGINT");
    const { code, err } = await stopped.end;
    expect(code).toBe(130);
    expect(err).toContain("run the same command again to go on");
    const stored = await found(server, "pugmill");
    expect(stored % 50).toBe(0);
    expect(stored).toBeLessThan(many);
    const rest = await potbank("import", "summaries", more);
    expect(rest.out).toMatch(row(many, many - stored, 0, stored, 0));
    expect(await found(server, "pugmill")).toBe(many);
  });

  test("loses nothing that it stored when the server is killed under it, and says so", async () => {
    const server = await running();
    const other = join(place, "other");
    await cp(join(place, "more"), other, { recursive: true });
    for (let at = 1; at <= many; at += 1) {
      const path = join(other, `pug-${at}.md`);
      const text = (await readFile(path, "utf8")).replace("slug: pug", "slug: jigger");
      await writeFile(path, text.replaceAll("pugmill", "jolley"));
    }
    const cut = command(["import", "summaries", other], env);
    await new Promise<void>((resolve) => cut.child.stderr!.once("data", () => resolve()));
    programs.splice(0);
    await server.kill("SIGKILL");
    const { code, err } = await cut.end;
    expect(code).toBe(1);
    expect(err).toContain("has gone away");
    const rest = await potbank("import", "summaries", other);
    expect(rest.code).toBe(0);
    expect(await found(await running(), "jolley")).toBe(many);
  }, 120_000);

  test("skips a file that cannot be used, by name and reason, and ends with 3 where that matters", async () => {
    const faulty = join(place, "faulty");
    await mkdir(faulty);
    await cp(join(files, "kiln-1.md"), join(faulty, "kiln-1.md"));
    await writeFile(join(faulty, "notes.md"), "no front matter");
    const { out, code } = await potbank("import", "summaries", faulty);
    expect(out).toContain("Skipped: notes.md, line 1: it has no front matter");
    expect(out).toMatch(/^summaries +2 .* 1$/m);
    expect(code).toBe(0);
    expect((await potbank("import", "summaries", faulty, "--strict")).code).toBe(3);
    await rm(join(faulty, "kiln-1.md"));
    const none = await potbank("import", "summaries", faulty);
    expect(none.code).toBe(1);
    expect(none.err).toContain("Nothing in it could be used");
  });

  test("reads past a NUL in a file, which the database could not store", async () => {
    const odd = join(place, "odd");
    await mkdir(odd);
    const text = await readFile(join(files, "kiln-1.md"), "utf8");
    await writeFile(
      join(odd, "kiln-nul.md"),
      `${text.replace("slug: kiln-1", "slug: kiln-nul")}\nA\0B\n`,
    );
    const { out, code } = await potbank("import", "summaries", odd);
    expect(out).toMatch(/^summaries +1 +1 +0 +0 +0$/m);
    expect(code).toBe(0);
  });

  test.runIf(process.getuid?.() === 0 && process.platform === "linux")(
    "says that the disk is full, keeps what was stored, and goes on when there is room",
    async () => {
      const disk = join(place, "disk");
      await mkdir(disk);
      const mount = (...options: string[]) => promisify(execFile)("mount", options);
      await mount("-t", "tmpfs", "-o", "size=400m", "tmpfs", disk);
      try {
        const small = { POTBANK_DATA: join(disk, "data") };
        expect((await command(["migrate"], small).end).code).toBe(0);
        const { bsize, blocks, bfree } = await statfs(disk);
        const room = Math.ceil(((blocks - bfree) * bsize) / 2 ** 20) + 1;
        await mount("-o", `remount,size=${room}m`, disk);
        const full = await command(["import", "summaries", files], small).end;
        expect(full.err).toContain("disk is full");
        expect(full.code).toBe(1);
        await mount("-o", "remount,size=400m", disk);
        const rest = await command(["import", "summaries", files], small).end;
        expect(rest.code).toBe(0);
        const again = await command(["import", "summaries", files], small).end;
        expect(again.out).toMatch(row(120, 0, 0, 120, 0));
      } finally {
        await promisify(execFile)("umount", [disk]);
      }
    },
    120_000,
  );

  test.each([
    [["summaries", "seeds/schools.csv"], "it is a file; give the folder it is in"],
    [["summaries", "no-such-folder"], "there is no such folder"],
    [["summaries", "src"], "holds no summaries"],
    [["summaries", "seeds", "--dry"], "There is no option --dry"],
    [["summaries"], "PATH"],
    [["kilns", "seeds"], "kilns"],
  ])("refuses %j, and says why", async (args, words) => {
    const { code, out, err } = await potbank("import", ...args);
    expect(code).toBe(1);
    expect(out + err).toContain(words);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
