import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** How a server in Meilisearch's place behaves. */
export type Manner =
  | "right"
  | "hangs"
  | "resets"
  | "slow body"
  | "busy"
  | "garbage"
  | "key refused"
  | "no index"
  | "bad filter";

const refusals: Partial<Record<Manner, [status: number, code: string]>> = {
  busy: [503, "too_many_search_requests"],
  "key refused": [403, "invalid_api_key"],
  "no index": [404, "index_not_found"],
  "bad filter": [400, "invalid_search_filter"],
};

/** A server on loopback that speaks like Meilisearch as far as it is told to. Closed after the file's last test. */
export async function badServer() {
  const state = {
    manner: "right" as Manner,
    /** Requests for a search, and those that were given up by whoever sent them. */
    searches: 0,
    givenUp: 0,
    /** What the requests carried. */
    bodies: [] as string[],
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      state.bodies.push(Buffer.concat(chunks).toString());
      if (request.url?.endsWith("/multi-search")) state.searches += 1;
      response.on("close", () => {
        if (!response.writableFinished) state.givenUp += 1;
      });
      behave(state.manner, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  afterAll(stop);
  return { state, stop, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function behave(manner: Manner, response: ServerResponse): void {
  const json = (status: number, body: unknown) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const refusal = refusals[manner];
  if (refusal) {
    const [status, code] = refusal;
    json(status, { message: "It said `private words` of the request.", code, type: "x", link: "" });
  } else if (manner === "right") json(200, { results: [{ hits: [], estimatedTotalHits: 7 }] });
  else if (manner === "resets") response.socket?.resetAndDestroy();
  else if (manner === "garbage") response.writeHead(200).end("<html>private words</html>");
  else if (manner === "slow body") response.writeHead(200).write('{"results":[');
}
