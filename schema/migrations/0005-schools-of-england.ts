import { Migration } from "@mikro-orm/migrations";

/** Latin letters with marks, and what they are without; both cases, because lower() of some databases knows only ASCII. */
const accents = [
  ["a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄ"],
  ["c", "çćĉċčÇĆĈĊČ"],
  ["d", "ďđĎĐ"],
  ["e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"],
  ["g", "ĝğġģĜĞĠĢ"],
  ["h", "ĥħĤĦ"],
  ["i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"],
  ["l", "ĺļľłĹĻĽŁ"],
  ["n", "ñńņňÑŃŅŇ"],
  ["o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"],
  ["r", "ŕŗřŔŖŘ"],
  ["s", "śŝşšŚŜŞŠ"],
  ["t", "ţťŧŢŤŦ"],
  ["u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"],
  ["w", "ŵŴ"],
  ["y", "ýÿŷÝŶŸ"],
  ["z", "źżžŹŻŽ"],
] as const;
const marked = accents.map(([, letters]) => letters).join("");
const plain = accents.map(([letter, { length }]) => letter.repeat(length)).join("");

/** All apostrophes that registers use. */
const apostrophes = "''’‘`´′";

/**
 * What an import knows of every school of England, and the words that a school is found by. The words are computed by
 * the database, so that no writer can forget them: see decision 0010.
 */
export class Migration0005SchoolsOfEngland extends Migration {
  override up(): void {
    this.addSql(`alter table "school"
      add column "local_authority_code" text null,
      add column "local_authority" text null,
      add column "establishment_type" text null,
      add column "pupils_year" int null,
      add column "pupils_source" text null,
      add column "status" text not null default 'OPEN',
      add column "closed_on" text null,
      add column "as_of" text null`);
    // Days are text: the two drivers disagree on what a date is in JavaScript, and these sort and compare alike.
    for (const column of ["closed_on", "as_of"])
      this.addSql(
        `alter table "school" add constraint "school_${column}_check" check ("${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,
      );
    this.addSql(
      `alter table "school" add constraint "school_status_check" check ("status" in ('OPEN', 'PROPOSED_TO_CLOSE', 'PROPOSED_TO_OPEN', 'CLOSED'))`,
    );
    this.functions();
    // "C" sorts and compares alike on every database, and lets LIKE 'x%' use the index.
    this.addSql(`alter table "school"
      add column "name_key" text collate "C" not null generated always as (school_name_key("name")) stored,
      add column "words" tsvector not null generated always as (school_words("name", "town", "postcode", "urn")) stored`);
    this.addSql(`create index "school_name_key" on "school" ("name_key", "id")`);
    // Nothing vacuums the embedded database, and a pending list is read whole by every search until something does.
    this.addSql(
      `create index "school_words" on "school" using gin ("words") with (fastupdate = off)`,
    );
  }

  /** In PL/pgSQL, because functions in SQL that call one another cost five times as much here. */
  private functions(): void {
    // Lower case, no accents, nothing but letters, digits and single blanks.
    this.addSql(`create function school_plain(value text) returns text
      language plpgsql immutable parallel safe strict as $$
        begin
          -- Few names have any: looking for 200 letters in every name takes most of the time.
          if octet_length(value) > length(value) then
            value := translate(value, '${marked}', '${plain}');
          end if;
          return trim(regexp_replace(lower(value), '[^a-z0-9]+', ' ', 'g'));
        end
      $$`);
    // One spelling of what registers spell in many: St Mary's C.E. and Saint Marys Church of England have one key.
    this.addSql(`create function school_name_key(name text) returns text
      language plpgsql immutable parallel safe strict as $$
        declare
          key text := school_plain(replace(translate(name, '${apostrophes}', ''), '&', ' and '));
        begin
          key := regexp_replace(key, '\\m(?:church of england|c ?of ?e|c e)\\M', 'ce', 'g');
          key := regexp_replace(key, '\\m(?:roman catholic|r c)\\M', 'rc', 'g');
          return regexp_replace(key, '\\m(?:saint|sts|ss)\\M', 'st', 'g');
        end
      $$`);
    // Every word a person may type for it; A of the name, B of the town, C of the postcode, D of the URN.
    this
      .addSql(`create function school_words(name text, town text, postcode text, urn int) returns tsvector
      language plpgsql immutable parallel safe as $$
        declare
          key text := school_name_key(name);
          named text := key || ' ' || school_plain(name);
          placed text := coalesce(school_plain(town), '');
          post text := coalesce(lower(postcode), '');
        begin
          if name ~ '[${apostrophes}]' then
            named := named || ' ' || school_plain(translate(name, '${apostrophes}', ''));
          end if;
          if town ~ '[${apostrophes}]' then
            placed := placed || ' ' || school_plain(translate(town, '${apostrophes}', ''));
          end if;
          if position('-' in name) > 0 then
            named := named || ' ' || school_plain(replace(name, '-', ''));
          end if;
          if position('.' in name) > 0 then
            named := named || ' ' || school_plain(replace(name, '.', ''));
          end if;
          if key ~ '\\mce\\M' then named := named || ' church of england cofe c e'; end if;
          if key ~ '\\m(?:rc|catholic)\\M' then named := named || ' rc roman catholic'; end if;
          if key ~ '\\mst\\M' then named := named || ' saint'; end if;
          return (
            regexp_replace(named, '([a-z0-9]+)', '\\1:1A', 'g')
            || ' ' || regexp_replace(placed, '([a-z0-9]+)', '\\1:1B', 'g')
            || ' ' || regexp_replace(regexp_replace(post || ' ' || replace(post, ' ', ''), '[^a-z0-9]+', ' ', 'g'), '([a-z0-9]+)', '\\1:1C', 'g')
            || ' ' || urn::text || ':1D'
          )::tsvector;
        end
      $$`);
  }
}
