import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { openPostgreSql } from "../src/app/database.ts";
import { testApi } from "./support/api.ts";
import { serverUrl } from "./support/server.ts";

/** A line to the server that can be cut and mended. */
async function line(url: URL) {
  const open = new Set<Socket>();
  let cut = false;
  const proxy = createServer((client) => {
    if (cut) return void client.destroy();
    const server = connect(Number(url.port || 5432), url.hostname);
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    cut() {
      cut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      cut = false;
    },
    close: () => proxy.close(),
  };
}

// The embedded database lives in the process and cannot be lost on the way.
describe.skipIf(!serverUrl())("a database that is lost while the server runs", () => {
  test("makes requests fail cleanly and readiness say so, and is found again by itself", async () => {
    const proxies: Awaited<ReturnType<typeof line>>[] = [];
    const api = await testApi({
      async reopen(url) {
        const proxy = await line(new URL(url));
        proxies.push(proxy);
        const through = new URL(url);
        through.hostname = "127.0.0.1";
        through.port = String(proxy.port);
        return openPostgreSql(through.href, { poolMax: 3 });
      },
    });
    const [proxy] = proxies;
    const ask = () => api.post({ query: "{ terms { id } }" });
    const ready = async () => (await fetch(`${api.url}/health/ready`)).status;
    expect((await ask()).json.data).toEqual({ terms: [] });
    expect(await ready()).toBe(200);

    proxy!.cut();
    const lost = await ask();
    expect(lost.status).toBe(200);
    expect(lost.json.errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(lost.text).not.toMatch(/ECONN|socket|127\.0\.0\.1/);
    expect(await ready()).toBe(503);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);

    proxy!.mend();
    expect((await ask()).json.data).toEqual({ terms: [] });
    expect(await ready()).toBe(200);
    proxy!.close();
  });
});
