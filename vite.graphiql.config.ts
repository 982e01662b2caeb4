import { defineConfig } from "vite";

/** The page that browsers get at /graphql: static, and served under a path of its own. */
export default defineConfig({
  root: "src/web/graphiql",
  base: "/graphiql-assets/",
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  // Two copies of graphql refuse one another's schemas.
  resolve: { dedupe: ["graphql", "react", "react-dom"] },
  build: {
    outDir: "../../../build/graphiql",
    emptyOutDir: true,
    chunkSizeWarningLimit: 2_000,
    rollupOptions: {
      // "use client" means nothing where everything is.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
