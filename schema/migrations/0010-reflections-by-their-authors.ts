import { Migration } from "@mikro-orm/migrations";

/** What a reflection needs to be written, shared, moderated and taken back by persons who are signed in. */
export class Migration0010ReflectionsByTheirAuthors extends Migration {
  override up(): void {
    this.addSql(`alter table "reflection"
      add column "moderation" text not null default 'NONE',
      add column "moderation_note" text null,
      add column "submitted_at" timestamptz null,
      add column "revision" int not null default 1,
      add column "pending" jsonb null,
      add column "confirmed_marks" jsonb not null default '[]',
      add column "once_public" boolean not null default false,
      add column "edited_at" timestamptz null`);
    this.addSql(`update "reflection" set "edited_at" = "updated_at"`);
    this.addSql(`alter table "reflection" alter column "edited_at" set not null`);
    this.addSql(
      `update "reflection" set "moderation" = 'ACCEPTED', "once_public" = true
       where "visibility" = 'PUBLIC' and "published_at" is not null`,
    );
    // What waited to become public was read by the school until then.
    this.addSql(
      `update "reflection" set "moderation" = 'SUBMITTED', "submitted_at" = "updated_at",
         "visibility" = case when "school_id" is null then 'PRIVATE' else 'SCHOOL' end
       where "visibility" = 'PUBLIC' and "published_at" is null`,
    );
    this.addSql(
      `update "reflection" set "published_at" = null where "visibility" <> 'PUBLIC' and "published_at" is not null`,
    );
    this.addSql(`alter table "reflection"
      add constraint "reflection_moderation_check" check ("moderation" in ('NONE', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
      add constraint "reflection_public" check ((visibility = 'PUBLIC') = (published_at is not null)),
      add constraint "reflection_submitted" check ((moderation = 'SUBMITTED') = (submitted_at is not null))`);
    this.addSql(`create index "reflection_submitted_at_index" on "reflection" ("submitted_at")`);
  }
}
