import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  // `graphql` ships both .js and .mjs; Node (type-graphql) loads .js, so tests must too.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    // Decorators need it before the first class is read, whichever file a test imports first.
    setupFiles: ["reflect-metadata"],
    globalSetup: ["tests/support/global-setup.ts", "tests/support/served.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
