import { Migration } from "@mikro-orm/migrations";

/** What separates words for us and not for PostgreSQL's parser, which sees "reading/writing" as the name of a file. */
const indexed = (column: string) => `translate("${column}", '/_-–—', '     ')`;

/** The search document, its index and the lexicon. All three extensions are trusted: the owner of the database may make them. */
export class Migration0002Search extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists unaccent`);
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`create extension if not exists fuzzystrmatch`);
    this.configurations();
    this.documents();
    this.lexicon();
  }

  /** `potbank` makes lexemes (English stems); `potbank_words` keeps words as they are written. Both know no accents. */
  private configurations(): void {
    const tokens = "asciiword, asciihword, hword_asciipart, word, hword, hword_part";
    this.addSql(`create text search configuration potbank (copy = english)`);
    this.addSql(
      `alter text search configuration potbank alter mapping for ${tokens} with unaccent, english_stem`,
    );
    this.addSql(`create text search configuration potbank_words (copy = simple)`);
    this.addSql(
      `alter text search configuration potbank_words alter mapping for ${tokens} with unaccent, simple`,
    );
  }

  private documents(): void {
    this.addSql(`create sequence "search_document_version_seq"`);
    this.addSql(`create table "search_document" (
      "id" text not null,
      "kind" text not null,
      "title" text not null,
      "headline" text not null,
      "keywords" text not null,
      "parts" jsonb not null,
      "body" text not null,
      "topics" text[] not null,
      "subjects" text[] not null,
      "phases" text[] not null,
      "key_stages" text[] not null,
      "pupil_groups" text[] not null,
      "cost_band" int null,
      "evidence_strength" int null,
      "impact_months" int null,
      "audience" text[] not null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      "version" bigint not null,
      "content_hash" text not null,
      "deleted_at" timestamptz null,
      "tsv" tsvector not null,
      "words" tsvector not null generated always as (
        strip(to_tsvector('potbank_words', ${["title", "headline", "keywords", "body"].map(indexed).join(" || ' ' || ")}))
      ) stored,
      primary key ("id"),
      constraint "search_document_kind_check" check ("kind" in ('EVIDENCE_SUMMARY', 'REFLECTION', 'RESEARCH_PROJECT', 'CPD_SESSION'))
    )`);
    // The projection makes "tsv": it takes acronyms for what they are, which no expression over columns can.
    // Every ranked row is unpacked: keep the vector in the row, and let the text go out of line instead.
    this.addSql(`alter table "search_document" alter column "tsv" set storage main`);
    // Nothing vacuums the embedded database, and a pending list is read whole by every search until something does.
    this.addSql(
      `create index "search_document_tsv" on "search_document" using gin ("tsv") with (fastupdate = off)`,
    );
    this.addSql(
      `create index "search_document_version" on "search_document" ("version") include ("id")`,
    );
  }

  /** Made of public documents alone: see src/search/lexicon.ts. */
  private lexicon(): void {
    this.addSql(
      `create table "search_lexeme" ("lexeme" text not null, "documents" int not null, primary key ("lexeme"))`,
    );
    this.addSql(
      `create table "search_word" ("word" text not null, "lexeme" text not null, "documents" int not null, primary key ("word"))`,
    );
    // For words half typed; not for spelling, where "mtah" and "math" share one of nine.
    this.addSql(
      `create index "search_word_trigrams" on "search_word" using gin ("word" gin_trgm_ops)`,
    );
    this.addSql(`create table "search_lexicon" (
      "id" boolean not null default true check ("id"),
      "documents" int not null,
      "fingerprint" text not null,
      primary key ("id")
    )`);
  }
}
