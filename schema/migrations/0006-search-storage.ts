import { Migration } from "@mikro-orm/migrations";

/** What every ranked or counted row is read for. The text may lie elsewhere: a page of hits reads twenty of them. */
const read = ["id", "kind", "title", "content_hash", "audience"];
const lists = ["topics", "subjects", "phases", "key_stages", "pupil_groups"];

/**
 * Keeps the facets in the row. Beside a vector of 2 kB, PostgreSQL moves every other column out of line, even a list of two
 * words: counting the facets of 100,000 documents then looked up 9 million pages (3.1 s of work; 0.3 s from the row).
 */
export class Migration0006SearchStorage extends Migration {
  override up(): void {
    const columns = [...read, ...lists];
    this.addSql(
      `alter table "search_document" ${columns.map((name) => `alter column "${name}" set storage main`).join(", ")}`,
    );
    // The rows there are: written anew, as only an expression brings a value back into the row. Without the index
    // meanwhile, which would follow every row (and on the embedded database keep the old entries for good).
    this.addSql(`drop index "search_document_tsv"`);
    this.addSql(
      `update "search_document" set ${[
        ...read.filter((name) => name !== "audience").map((name) => `"${name}" = "${name}" || ''`),
        ...["audience", ...lists].map((name) => `"${name}" = "${name}" || '{}'::text[]`),
      ].join(", ")}`,
    );
    this.addSql(
      `create index "search_document_tsv" on "search_document" using gin ("tsv") with (fastupdate = off)`,
    );
  }
}
