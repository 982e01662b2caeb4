import { Migration } from "@mikro-orm/migrations";

/** Summaries have an author, and a revision that those may read who see a summary before it is published. */
export class Migration0012UnpublishedWork extends Migration {
  override up(): void {
    this.addSql(`alter table "evidence_summary"
      add column "author_id" text null,
      add column "draft_revision_id" text null`);
    // Generated, so that the two can never disagree about what a reader is shown.
    this.addSql(`alter table "evidence_summary"
      add column "shown_revision_id" text generated always as (coalesce(published_revision_id, draft_revision_id)) stored`);
    for (const column of ["author_id", "draft_revision_id", "shown_revision_id"])
      this.addSql(
        `create index "evidence_summary_${column}_index" on "evidence_summary" ("${column}")`,
      );
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_author_id_foreign" foreign key ("author_id") references "person" ("id") on update cascade on delete set null`,
    );
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_draft_revision_id_foreign" foreign key ("draft_revision_id") references "summary_revision" ("id") on delete set null deferrable initially deferred`,
    );
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_published" check ((published_at is not null) = (state in ('PUBLISHED', 'ARCHIVED', 'WITHDRAWN')))`,
    );
  }
}
