import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to the server that can be cut and mended. */
export async function line(url: URL) {
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
