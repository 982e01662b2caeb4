import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { StartError } from "../start-error.ts";
import { type Order, type Reply, socketAddress } from "./address.ts";

/**
 * Has the server that runs on this data folder do a command. Answers `undefined` where no server takes commands there.
 * Throws a `StartError` with the server's words where it could not, and where the server went away meanwhile.
 */
export async function handOver(
  dataFolder: string,
  order: Order,
  hear: (event: unknown) => void,
  signal: AbortSignal,
): Promise<{ done: unknown } | undefined> {
  const socket = await reach(socketAddress(dataFolder));
  if (!socket) return undefined;
  // Closing is how the server learns that it is to stop; it answers once it has.
  const stop = () => socket.end();
  signal.addEventListener("abort", stop);
  try {
    socket.write(`${JSON.stringify(order)}\n`);
    for await (const line of createInterface({ input: socket })) {
      const reply = JSON.parse(line) as Reply;
      if ("told" in reply) hear(reply.told);
      else if ("done" in reply) return { done: reply.done };
      else throw new StartError(reply.failed);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    socket.destroy();
  }
  throw new StartError(
    "The server that was doing it has gone away. What had been stored stays; run the same command again to go on.",
  );
}

function reach(address: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}
