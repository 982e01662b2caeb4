import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/web",
  buildDirectory: "build/web",
  serverBuildFile: "index.js",
  ssr: true,
} satisfies Config;
