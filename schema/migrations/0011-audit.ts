import { Migration } from "@mikro-orm/migrations";

/**
 * The audit trail, to which lines can only be added, and apart from it who its actors are, which can be erased: see
 * decision 0021.
 */
export class Migration0011Audit extends Migration {
  override up(): void {
    // No key to any other table: a line stands whatever becomes of what it is about.
    this.addSql(`create table "audit_event" (
      "id" text not null primary key,
      "at" timestamptz not null,
      "act" text not null,
      "subject" text not null,
      "actor" text null,
      "detail" jsonb not null)`);
    this.addSql(`create index "audit_event_at" on "audit_event" ("at", "id")`);
    for (const column of ["act", "subject", "actor"])
      this.addSql(
        `create index "audit_event_${column}" on "audit_event" ("${column}", "at", "id")`,
      );
    this.addSql(`create table "audit_identity" (
      "actor" text not null primary key,
      "person_id" text not null unique references "person" ("id") on update cascade on delete cascade,
      "name" text not null,
      "address" text null)`);
    this.appendOnly();
    this.retention();
  }

  private appendOnly(): void {
    this.addSql(`create function audit_event_refused() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit trail can only be added to: % is refused.', tg_op
          using errcode = 'insufficient_privilege';
      end
    $$`);
    // For each statement, so that one which finds no row is refused as well.
    this
      .addSql(`create trigger "audit_event_append_only" before update or delete or truncate on "audit_event"
      for each statement execute function audit_event_refused()`);
  }

  /**
   * The one way out: whole months, oldest first, by a function that only the tables' owner may call. It lifts the trigger
   * within its own transaction, as the owner alone can; there is no setting that another role could turn.
   */
  private retention(): void {
    this.addSql(`create function audit_remove_months(before_month date) returns bigint
      language plpgsql security definer as $$
        declare
          edge timestamptz := before_month::timestamp at time zone 'UTC';
          removed bigint;
        begin
          if before_month is null or before_month <> date_trunc('month', before_month::timestamp) then
            raise exception 'The audit trail is removed by whole months: % is not the first day of one.', before_month
              using errcode = 'invalid_parameter_value';
          end if;
          if edge > date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' then
            raise exception 'The month before % is not over: it stays in the audit trail.', before_month
              using errcode = 'invalid_parameter_value';
          end if;
          alter table "audit_event" disable trigger "audit_event_append_only";
          delete from "audit_event" where "at" < edge;
          get diagnostics removed = row_count;
          alter table "audit_event" enable trigger "audit_event_append_only";
          return removed;
        end
      $$`);
    // Whoever may be granted it must not smuggle in tables of a temporary schema, which is otherwise looked at first.
    this.addSql(`do $$ begin
      execute format('alter function audit_remove_months(date) set search_path = %I, pg_temp', current_schema());
    end $$`);
    this.addSql(`revoke execute on function audit_remove_months(date) from public`);
  }
}
