import { expect, test } from "vitest";
import { type ConfigError, toConfig } from "../src/app/config.ts";

const key = "a-key-that-is-long-enough";
const right = { MEILI_URL: "http://127.0.0.1:7700/", MEILI_API_KEY: key };

const faults = (env: Record<string, string>): readonly string[] => {
  try {
    toConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

test("without MEILI_URL there is no Meilisearch, whatever else is set", () => {
  const { config, secrets } = toConfig({ MEILI_API_KEY: "x", MEILI_INDEX: "No!" });
  expect(config.meilisearch).toBeUndefined();
  expect(secrets.meilisearchKeys).toBeUndefined();
});

test("its address has defaults, and its keys stand in nothing that may be logged", () => {
  const search = "another-key-that-is-long";
  const { config, secrets } = toConfig({ ...right, MEILI_SEARCH_KEY: search });
  expect(config.meilisearch).toEqual({
    url: "http://127.0.0.1:7700",
    publicUrl: "http://127.0.0.1:7700",
    index: "potbank",
    timeoutMs: 300,
  });
  expect(secrets.meilisearchKeys).toEqual({ apiKey: key, searchKey: search });
  expect(JSON.stringify(config)).not.toMatch(new RegExp(`${key}|${search}`));
});

test("faults in its settings are said, each with what would be right, and never a key", () => {
  expect(faults({ MEILI_URL: right.MEILI_URL })).toEqual([
    expect.stringMatching(/^MEILI_API_KEY is missing; .*potbank search setup/),
  ]);
  expect(
    toConfig({ MEILI_URL: right.MEILI_URL }, { keysLater: true }).config.meilisearch,
  ).toBeDefined();
  for (const [name, wrong] of [
    ["MEILI_URL", "127.0.0.1:7700"],
    ["MEILI_URL", "http://user:hunter2@127.0.0.1:7700"],
    ["MEILI_PUBLIC_URL", "search.example"],
    ["MEILI_INDEX", "potbank-2"],
    ["MEILI_TIMEOUT_MS", "0"],
    ["MEILI_API_KEY", "hunter2"],
    ["MEILI_SEARCH_KEY", "hunter2 hunter2 hunter2"],
  ] as const) {
    const said = faults({ ...right, [name]: wrong });
    expect(said, wrong).toEqual([expect.stringMatching(new RegExp(`^${name} .*must be`))]);
    expect(said.join()).not.toContain("hunter2");
  }
  expect(faults({ ...right, MEILI_MASTER_KEY: key })).toEqual([
    expect.stringMatching(/^MEILI_API_KEY is the master key/),
  ]);
});
