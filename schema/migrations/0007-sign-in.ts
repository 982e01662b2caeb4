import { Migration } from "@mikro-orm/migrations";

/**
 * Accounts, what they sign in with, and sessions: better-auth's tables, under our names (decision 0017). Times are
 * timestamptz; ids are text with a prefix, as everywhere.
 */
export class Migration0007SignIn extends Migration {
  override up(): void {
    this.addSql(`create table "account" (
      "id" text not null,
      "name" text not null default '',
      "email" text not null,
      "email_verified" boolean not null default false,
      "image" text null,
      "two_factor_enabled" boolean not null default false,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      primary key ("id"),
      constraint "account_email_unique" unique ("email"),
      constraint "account_id_foreign" foreign key ("id") references "person" ("id") on delete cascade
    )`);
    this.addSql(`create table "credential" (
      "id" text not null,
      "account_id" text not null,
      "provider" text not null,
      "subject" text not null,
      "password_hash" text null,
      "access_token" text null,
      "refresh_token" text null,
      "id_token" text null,
      "access_token_expires_at" timestamptz null,
      "refresh_token_expires_at" timestamptz null,
      "scope" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      primary key ("id"),
      constraint "credential_provider_subject_unique" unique ("provider", "subject"),
      constraint "credential_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade
    )`);
    this.addSql(`create index "credential_account_id_index" on "credential" ("account_id")`);
    this.addSql(`create table "login_session" (
      "id" text not null,
      "account_id" text not null,
      "token" text not null,
      "expires_at" timestamptz not null,
      "ip_address" text null,
      "user_agent" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      primary key ("id"),
      constraint "login_session_token_unique" unique ("token"),
      constraint "login_session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade
    )`);
    this.addSql(`create index "login_session_account_id_index" on "login_session" ("account_id")`);
    this.addSql(`create index "login_session_expires_at_index" on "login_session" ("expires_at")`);
    this.addSql(`create table "login_verification" (
      "id" text not null,
      "identifier" text not null,
      "value" text not null,
      "expires_at" timestamptz not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      primary key ("id")
    )`);
    this.addSql(
      `create index "login_verification_identifier_index" on "login_verification" ("identifier")`,
    );
    this.addSql(
      `create index "login_verification_expires_at_index" on "login_verification" ("expires_at")`,
    );
    this.addSql(`create table "second_factor" (
      "id" text not null,
      "account_id" text not null,
      "secret" text not null,
      "backup_codes" text not null,
      "verified" boolean not null default true,
      "failed_verification_count" int not null default 0,
      "locked_until" timestamptz null,
      primary key ("id"),
      constraint "second_factor_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade
    )`);
    this.addSql(`create index "second_factor_account_id_index" on "second_factor" ("account_id")`);
    // Its key is a hash of what is limited: no address stands in it. The columns and their order are
    // rate-limiter-flexible's; "expire" is milliseconds since 1970.
    this.addSql(`create table "rate_limit" (
      "key" text not null,
      "points" int not null default 0,
      "expire" bigint null,
      primary key ("key")
    )`);
    this.person();
  }

  /**
   * An account and its person are made by one statement, whoever makes the account: a sign-up, a link in a mail, another
   * site's sign-in. The name is then the person's alone, so that there is one place to change it and to erase it.
   */
  private person(): void {
    this.addSql(`create function account_has_person() returns trigger language plpgsql as $$
      begin
        insert into "person" ("id", "name")
        values (new.id, coalesce(nullif(trim(new.name), ''), 'A new member'))
        on conflict ("id") do nothing;
        new.name := '';
        return new;
      end
    $$`);
    this.addSql(`create trigger "account_has_person" before insert on "account"
      for each row execute function account_has_person()`);
  }
}
