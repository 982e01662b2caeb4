import { gzipSync } from "node:zlib";
import express from "express";

// What bench:pages measures the pages beside: an Express route that answers the very bytes of a page from memory.

const site = String(process.env.BARE_SITE);
const paths = JSON.parse(String(process.env.BARE_PATHS)) as string[];
const bodies = await Promise.all(
  paths.map(async (path) => gzipSync(await (await fetch(site + path)).text())),
);
const app = express();
app.get("/:number", (request, response) => {
  const body = bodies[Number(request.params.number)];
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-encoding", "gzip");
  response.send(body);
});
const server = app.listen(Number(process.env.PORT));
process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
