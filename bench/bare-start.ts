import { PGlite } from "@electric-sql/pglite";
import { fuzzystrmatch } from "@electric-sql/pglite/contrib/fuzzystrmatch";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import express from "express";

// The least that a program of this kind can do before it answers: load Node, Express and the embedded database, open the
// folder, ask it one thing. What bench:start measures the program beside.

const pglite = await PGlite.create({
  dataDir: String(process.env.BARE_FOLDER),
  extensions: { pg_trgm, unaccent, fuzzystrmatch },
});
const app = express();
app.get("/", async (_request, response) => {
  const { rows } = await pglite.query("select count(*) from search_document");
  response.json(rows);
});
const server = app.listen(Number(process.env.PORT));
process.once("SIGTERM", () => {
  server.close(async () => {
    await pglite.close();
    process.exit(0);
  });
  server.closeAllConnections();
});
