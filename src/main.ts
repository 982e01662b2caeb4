import "reflect-metadata";
import { startApplication } from "./app/application.ts";
import { readEnv, toConfig } from "./app/config.ts";
import { runToEnd } from "./app/run.ts";
import { createLog } from "./kernel/log.ts";

await runToEnd(async () => {
  const { config, secrets } = toConfig(readEnv(), { serving: true });
  const log = createLog(config.logLevel);
  const application = await startApplication(config, secrets, log);
  log.info(
    {
      port: application.port,
      ...(application.metricsPort !== undefined && {
        metrics: `http://${config.metricsHost}:${application.metricsPort}/metrics`,
      }),
      database: config.database,
      demonstration: config.demonstration,
    },
    `Potbank is ready at ${config.publicUrl}`,
  );
  return application;
});
