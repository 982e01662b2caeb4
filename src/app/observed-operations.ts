import { performance } from "node:perf_hooks";
import type { ApolloServerPlugin } from "@apollo/server";
import type { Context } from "../kernel/context.ts";
import { origin } from "../kernel/log.ts";
import type { Metrics } from "./metrics.ts";

/** Longest operation name that is written down. */
const nameMax = 64;

/** Names the operation as the origin of its statements, and counts it where metrics are kept. */
export const observeOperations = (metrics: Metrics | undefined): ApolloServerPlugin<Context> => ({
  async requestDidStart({ request }) {
    const start = performance.now();
    let operation = "invalid";
    return {
      async didResolveOperation({ operationName }) {
        operation = operationName?.slice(0, nameMax) ?? "anonymous";
        const from = origin.getStore();
        if (from) from.operation = operation;
      },
      ...(metrics && {
        async willSendResponse({ response: { body } }) {
          const errors = body.kind === "single" ? body.singleResult.errors : undefined;
          metrics.operationAnswered({
            operation,
            via: request.http ? "api" : "page",
            tookMs: performance.now() - start,
            codes: (errors ?? []).map(({ extensions }) => String(extensions?.code)),
          });
        },
      }),
    };
  },
});
