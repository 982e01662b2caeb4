import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that went through, and what the server answered. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/** What is answered in the server's place. */
export interface Instead {
  readonly status: number;
  readonly code: string;
}

/** Stands between the program and a Meilisearch: remembers what is written to it, and refuses what a test wants refused. */
export async function meilisearchProxy(target: string) {
  const state = {
    /** Writes of documents in the order in which the server answered them; searches are not kept. */
    passed: [] as Passed[],
    instead: undefined as
      | ((asked: { method: string; path: string; body: string }) => Instead | undefined)
      | undefined,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "GET", url: path = "/" } = request;
      const body = Buffer.concat(chunks).toString();
      const instead = state.instead?.({ method, path, body });
      if (instead) {
        const { status, code } = instead;
        response
          .writeHead(status, { "content-type": "application/json" })
          .end(JSON.stringify({ message: "Refused.", code, type: "x", link: "" }));
        return;
      }
      const { authorization = "", "content-type": type = "application/json" } = request.headers;
      void forward();
      async function forward() {
        try {
          const answered = await fetch(target + path, {
            method,
            headers: { authorization, "content-type": type },
            ...(body !== "" && { body }),
          });
          const answer = await answered.text();
          if (method !== "GET" && /\/documents(\/delete-batch)?(\?|$)/.test(path))
            state.passed.push({ method, path, body, status: answered.status, answer });
          response.writeHead(answered.status, { "content-type": "application/json" }).end(answer);
        } catch {
          response.socket?.destroy();
        }
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One document that was shipped: its version, or null where it was taken out. */
export interface Sent {
  readonly id: string;
  readonly version: number | null;
  readonly task: number;
}

/** What was shipped to one index, in the order in which the server works it. */
export const sentTo = (passed: readonly Passed[], index: string): Sent[] =>
  passed
    .filter(({ path, status }) => path.startsWith(`/indexes/${index}/`) && status === 202)
    .flatMap(({ path, body, answer }): Sent[] => {
      const task = (JSON.parse(answer) as { taskUid: number }).taskUid;
      if (path.includes("/delete-batch"))
        return (JSON.parse(body) as string[]).map((id) => ({ id, version: null, task }));
      return body.split("\n").map((line) => {
        const { id, version } = JSON.parse(line) as { id: string; version: number };
        return { id, version, task };
      });
    })
    .toSorted((a, b) => a.task - b.task);
