import { Migration } from "@mikro-orm/migrations";

/** What is searched for, by nobody in particular; and names that publishers add to the vocabulary: see decision 0026. */
export class Migration0014SearchInsight extends Migration {
  override up(): void {
    this.addSql(`create table "asked_search" (
      "id" text not null primary key,
      "day" date not null,
      "words" text not null,
      "hits" integer not null,
      "position" integer null)`);
    this.addSql(`create index "asked_search_day" on "asked_search" ("day", "words")`);
    this.addSql(`alter table "synonym_group" add column "added_at" timestamptz null`);
  }
}
