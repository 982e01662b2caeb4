import { Migration } from "@mikro-orm/migrations";

/** What each Meilisearch index holds of the search documents. */
export class Migration0015SearchShipping extends Migration {
  override up(): void {
    // When the document was written, by the database's clock: how long it has waited to be shipped.
    this.addSql(
      `alter table "search_document" add column "written_at" timestamptz not null default now()`,
    );
    // One row for an index as the server knows it: the moment of its making travels with it through every swap.
    this.addSql(`create table "search_index" (
      "generation" text not null,
      "mark" bigint not null default 0,
      "candidate" bigint null,
      "candidate_xid" xid8 null,
      "highest_task" bigint not null default -1,
      "live_since" timestamptz null,
      "filled_at" timestamptz null,
      "doubted_at" timestamptz null,
      "verified_at" timestamptz null,
      "missing" int null,
      "stale" int null,
      "extra" int null,
      "settings" text[] not null default '{}',
      primary key ("generation")
    )`);
    // Narrow, touched by shippers alone; room on the page for its updates.
    this.addSql(`create table "search_shipment" (
      "generation" text not null references "search_index" ("generation") on delete cascade,
      "id" text not null,
      "version" bigint not null,
      "due_at" timestamptz null,
      "attempts" int not null default 0,
      "failed_version" bigint null,
      "reason" text null,
      primary key ("generation", "id")
    ) with (fillfactor = 80)`);
    this.addSql(
      `create index "search_shipment_due" on "search_shipment" ("generation", "due_at") where "due_at" is not null`,
    );
  }
}
