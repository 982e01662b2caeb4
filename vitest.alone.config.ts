import { defineConfig, mergeConfig } from "vitest/config";
import shared from "./vitest.config.ts";

/** What has to have the machine to itself, or makes files: left out of `npm test`, run by its own command. */
export default mergeConfig(
  { ...shared, test: { ...shared.test, include: [] } },
  defineConfig({ test: { include: ["tests/**/*.alone.ts"], fileParallelism: false } }),
);
