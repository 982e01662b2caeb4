import type { Server } from "node:http";
import { StartError } from "./start-error.ts";

/** Starts to listen; what a person can mend becomes a `StartError` that names the variable to change. */
export function listen(
  server: Server,
  { port, host, variable }: { port: number; host: string | undefined; variable: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(
          new StartError(
            `Port ${port} is in use by another program. Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
          ),
        );
      else if (error.code === "EACCES")
        reject(
          new StartError(
            `Port ${port} needs rights this user does not have. Choose one above 1023 with ${variable}.`,
          ),
        );
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}
