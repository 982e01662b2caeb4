import { chmodSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import type { Logger } from "../../kernel/log.ts";
import { isForPeople } from "../run.ts";
import { type Order, type Reply, socketAddress } from "./address.ts";

/** Verbs that are told whom they are about: nobody's address belongs in a log. */
const discreet: ReadonlySet<string> = new Set(["administrator"]);

/** Does one command. What it tells reaches the terminal while it works; `signal` asks it to stop. */
export type Perform = (
  order: Order,
  tell: (event: unknown) => void,
  signal: AbortSignal,
) => Promise<unknown>;

/** Takes commands until closed; closing asks those under way to stop and waits for them. */
export interface OrderTaker {
  close(): Promise<void>;
}

/** An order is a name and a path or two. */
const orderMax = 65_536;

/**
 * Takes commands on the socket of the data folder: the embedded database has one process, and while that is the server
 * it does the work. A command whose terminal goes away is asked to stop. Call it with the data lock held.
 */
export async function takeOrders(
  dataFolder: string,
  perform: Perform,
  log: Logger,
): Promise<OrderTaker> {
  const address = socketAddress(dataFolder);
  const underWay = new Map<Socket, { stop: AbortController; end: Promise<void> }>();
  // Half open: a terminal that wants to stop closes its side and still hears how it ended.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const stop = new AbortController();
    for (const event of ["end", "close", "error"]) socket.on(event, () => stop.abort());
    const end = answer(socket, perform, stop.signal, log).finally(() => underWay.delete(socket));
    underWay.set(socket, { stop, end });
  });
  try {
    // The lock is ours, so a socket that is there belongs to a process that is not.
    if (process.platform !== "win32") rmSync(address, { force: true });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(address, resolve);
    });
    if (process.platform !== "win32") chmodSync(address, 0o600);
  } catch (error) {
    // Some shared folders hold no sockets. Readers can be served all the same.
    log.warn({ err: error }, "commands cannot be handed over to this server");
    server.close();
    return { async close() {} };
  }
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { stop } of underWay.values()) stop.abort();
      await Promise.all([...underWay.values()].map(({ end }) => end));
      await closed;
    },
  };
}

async function answer(
  socket: Socket,
  perform: Perform,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  const reply = (message: Reply) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  try {
    const order = await readOrder(socket);
    log.info(
      { verb: order.verb, ...(!discreet.has(order.verb) && { args: order.args }) },
      "a command was handed over",
    );
    const done = await perform(order, (told) => reply({ told }), signal);
    reply({ done: done ?? null });
  } catch (error) {
    const told = isForPeople(error);
    if (!told) log.error({ err: error }, "a command that was handed over failed");
    reply({
      failed: told ? (error as Error).message : "The server could not do it; its log says why.",
    });
  } finally {
    socket.end();
  }
}

/** The first line that comes. The socket is read on, so that its end is noticed. */
function readOrder(socket: Socket): Promise<Order> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text = (text + chunk).slice(0, orderMax);
      const end = text.indexOf("\n");
      if (end !== -1)
        try {
          resolve(JSON.parse(text.slice(0, end)) as Order);
        } catch (error) {
          reject(error as Error);
        }
      else if (text.length === orderMax) reject(new Error("The command is too long."));
    });
    for (const event of ["end", "close", "error"])
      socket.on(event, () => reject(new Error("The connection closed before a command came.")));
  });
}
