import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";
export default defineConfig({
  ...(base as any),
  test: { include: ["zz-*.ts"], testTimeout: 600000, globalSetup: [] },
});
