import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig(({ command }) => ({
  plugins: [reactRouter()],
  // Inlining a font or an image as data: would need a wider content security policy.
  build: { assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: { rollupOptions: { input: "./src/web/handler.ts" } },
      // One file starts faster than the thousand modules of a component library.
      ...(command === "build"
        ? {
            resolve: { noExternal: true },
            // A build is for production, whatever the environment says when it is run.
            define: { "process.env.NODE_ENV": JSON.stringify("production") },
          }
        : {}),
    },
  },
}));
