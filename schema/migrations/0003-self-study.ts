import { Migration } from "@mikro-orm/migrations";

/** Self-study items beside dated sessions, and their kind among what search finds. */
export class Migration0003SelfStudy extends Migration {
  override up(): void {
    this.addSql(`create table "self_study_item" (
      "id" text not null,
      "slug" text not null,
      "title" text not null,
      "name" text not null,
      "headline" text not null,
      "programme" text not null,
      "module" text not null,
      "module_slug" text not null,
      "year" int null,
      "school_term" text null,
      "week" int null,
      "part" text not null,
      "position" int not null,
      "written_for" text null,
      "duration_minutes" int null,
      "sections" jsonb not null,
      "source" jsonb not null,
      "provider_id" text not null,
      "content_hash" text not null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      primary key ("id"),
      constraint "self_study_item_slug_unique" unique ("slug"),
      constraint "self_study_item_school_term_check" check ("school_term" in ('AUTUMN', 'SPRING', 'SUMMER')),
      constraint "self_study_item_written_for_check" check ("written_for" in ('EARLY_CAREER_TEACHER', 'MENTOR', 'INDUCTION_TUTOR')),
      constraint "self_study_item_week" check (week between 1 and 53),
      constraint "self_study_item_year" check (year between 1 and 9),
      constraint "self_study_item_duration" check (duration_minutes > 0),
      constraint "self_study_item_provider_id_foreign" foreign key ("provider_id") references "organisation" ("id")
    )`);
    this.addSql(`create table "self_study_term" (
      "item_id" text not null,
      "term_id" text not null,
      primary key ("item_id", "term_id"),
      constraint "self_study_term_item_id_foreign" foreign key ("item_id") references "self_study_item" ("id") on update cascade on delete cascade,
      constraint "self_study_term_term_id_foreign" foreign key ("term_id") references "term" ("id") on update cascade on delete cascade
    )`);
    this.addSql(`create table "self_study_evidence" (
      "item_id" text not null,
      "summary_id" text not null,
      primary key ("item_id", "summary_id"),
      constraint "self_study_evidence_item_id_foreign" foreign key ("item_id") references "self_study_item" ("id") on update cascade on delete cascade,
      constraint "self_study_evidence_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id") on update cascade on delete cascade
    )`);
    this.addSql(
      `create index "self_study_item_order" on "self_study_item" ("module_slug", "position", "slug")`,
    );
    this.addSql(
      `create index "self_study_item_provider_id_index" on "self_study_item" ("provider_id")`,
    );
    this.addSql(`create index "self_study_term_term_id_index" on "self_study_term" ("term_id")`);
    this.addSql(
      `create index "self_study_evidence_summary_id_index" on "self_study_evidence" ("summary_id")`,
    );
    this.addSql(
      `alter table "search_document" drop constraint "search_document_kind_check", add constraint "search_document_kind_check" check ("kind" in ('EVIDENCE_SUMMARY', 'REFLECTION', 'RESEARCH_PROJECT', 'CPD_SESSION', 'SELF_STUDY'))`,
    );
  }
}
