import { type AddressInfo, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll } from "vitest";

/** A message that arrived, and for whom. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly mail: ParsedMail;
}

/**
 * A mail server on loopback: RFC 5321 as far as one sender goes, over TCP. `answers` replaces its answer to a command
 * (`RCPT`, `MAIL`, `.` for the end of a message); an answer of null hangs up.
 */
export async function mailServer(
  answers: (command: string, line: string) => string | null | undefined = () => undefined,
) {
  const arrived: Arrived[] = [];
  const open = new Set<Socket>();
  const commands: string[] = [];
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let from = "";
    let to: string[] = [];
    let lines: string[] | undefined;
    const answer = async (command: string, line: string, otherwise: string) => {
      const own = answers(command, line);
      if (own === null) return void socket.destroy();
      say(own ?? otherwise);
      return own === undefined;
    };
    const take = async (line: string) => {
      if (lines) {
        if (line !== ".") return void lines.push(line.replace(/^\./, ""));
        const source = lines.map((each) => `${each}\r\n`).join("");
        lines = undefined;
        const mail = await simpleParser(source);
        if (await answer(".", line, "250 2.0.0 taken")) arrived.push({ from, to, mail });
        return;
      }
      const command = line.split(/[ :]/, 1)[0]!.toUpperCase();
      commands.push(command);
      if (command === "EHLO") return void say("250-loopback\r\n250 8BITMIME");
      if (command === "QUIT") return void socket.end("221 2.0.0 bye\r\n");
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      if (command === "MAIL") {
        from = address;
        to = [];
        return void (await answer(command, line, "250 2.1.0 ok"));
      }
      if (command === "RCPT") {
        if (await answer(command, line, "250 2.1.5 ok")) to.push(address);
        return;
      }
      if (command === "DATA") {
        if (await answer(command, line, "354 go on")) lines = [];
        return;
      }
      say(command === "RSET" || command === "NOOP" ? "250 2.0.0 ok" : "502 5.5.2 unknown");
    };
    say("220 loopback ESMTP");
    // One line after the other, as they came.
    let done = Promise.resolve();
    createInterface({ input: socket, crlfDelay: Infinity }).on("line", (line) => {
      done = done.then(() => take(line));
    });
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  afterAll(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What has arrived, in its order. */
    arrived,
    commands,
    close,
    reopen: () => listen(port),
  };
}
