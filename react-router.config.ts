import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/web",
  buildDirectory: "build/web",
  serverBuildFile: "index.js",
  ssr: true,
  // All routes at once: matching a path of thousands of segments against a partial manifest takes seconds.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
