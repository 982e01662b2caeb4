import { Migration } from "@mikro-orm/migrations";

/** The search document, its index and the lexicon. */
export class Migration0002Search extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists unaccent`);
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`create extension if not exists fuzzystrmatch`);
    this.addSql(
      `create table "search_document" ("id" text not null, "kind" text not null, "title" text not null, "headline" text not null, "keywords" text not null, "parts" jsonb not null, "body" text not null, "topics" text[] not null, "subjects" text[] not null, "phases" text[] not null, "key_stages" text[] not null, "pupil_groups" text[] not null, "cost_band" int null, "evidence_strength" int null, "impact_months" int null, "audience" text[] not null, "published_at" timestamptz null, "updated_at" timestamptz not null, "version" bigint not null default '0', "content_hash" text not null, "deleted_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "search_document_version" on "search_document" ("version")`);
    this.addSql(
      `alter table "search_document" add constraint "search_document_kind_check" check ("kind" in ('EVIDENCE_SUMMARY', 'REFLECTION', 'RESEARCH_PROJECT', 'CPD_SESSION'))`,
    );
  }
}
