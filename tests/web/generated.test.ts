import { readFileSync } from "node:fs";
import { generate } from "@graphql-codegen/cli";
import { expect, test } from "vitest";
import config from "../../codegen.ts";

test("the typed documents are what the schema and the queries give today", async () => {
  const files = (await generate({ ...config, silent: true }, false)) as {
    filename: string;
    content: string;
  }[];
  expect(files.length).toBeGreaterThan(0);
  for (const { filename, content } of files)
    expect(readFileSync(filename, "utf8"), `run: npx graphql-codegen --config codegen.ts`).toBe(
      content,
    );
});
