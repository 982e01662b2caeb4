import { Migration } from "@mikro-orm/migrations";

const stages = {
  trainee: "TRAINEE",
  "ECT year 1": "ECT_YEAR_1",
  "ECT year 2": "ECT_YEAR_2",
  "mentor of ECT": "ECT_MENTOR",
  "class or subject teacher": "TEACHER",
  "returner or non-specialist": "RETURNER_OR_NON_SPECIALIST",
  "middle leader": "MIDDLE_LEADER",
  SENCO: "SENCO",
  "senior leader": "SENIOR_LEADER",
  headteacher: "HEADTEACHER",
  "executive leader": "EXECUTIVE_LEADER",
};
const grantedRoles = ["MENTOR", "SCHOOL_LEAD", "REVIEWER", "PUBLISHER", "ADMINISTRATOR"];
const list = (values: readonly string[]): string => values.map((each) => `'${each}'`).join(", ");

/** Who belongs to which school, who holds which role, who is invited: each with its history. */
export class Migration0009Memberships extends Migration {
  override up(): void {
    this.addSql(
      `update "person" set "career_stage" = case "career_stage" ${Object.entries(stages)
        .map(([words, stage]) => `when '${words}' then '${stage}'`)
        .join(" ")} end where "career_stage" is not null`,
    );
    this.addSql(
      `alter table "person" add constraint "person_career_stage_check" check ("career_stage" in (${list(Object.values(stages))}))`,
    );
    this.addSql(`create table "person_term" (
      "person_id" text not null references "person" ("id") on delete cascade,
      "term_id" text not null references "term" ("id"),
      primary key ("person_id", "term_id")
    )`);
    this.addSql(`create index "person_term_term_id_index" on "person_term" ("term_id")`);

    this.addSql(`create table "membership" (
      "id" text not null,
      "person_id" text not null references "person" ("id") on delete cascade,
      "school_id" text not null references "school" ("id"),
      "state" text not null,
      "basis" text null,
      "requested_at" timestamptz not null,
      "decided_at" timestamptz null,
      "decided_by_id" text null references "person" ("id") on delete set null,
      "ended_at" timestamptz null,
      "ended_by_id" text null references "person" ("id") on delete set null,
      primary key ("id"),
      constraint "membership_state_check" check ("state" in ('REQUESTED', 'ACTIVE', 'DECLINED', 'CANCELLED', 'LEFT')),
      constraint "membership_basis_check" check ("basis" in ('APPROVAL', 'EMAIL_DOMAIN', 'INVITATION', 'RECORD')),
      constraint "membership_dates" check (
        ("state" = 'REQUESTED') = ("decided_at" is null)
        and ("state" = 'LEFT') = ("ended_at" is not null)
        and ("state" in ('ACTIVE', 'LEFT')) = ("basis" is not null))
    )`);
    this.addSql(`create index "membership_person_id_index" on "membership" ("person_id")`);
    this.addSql(`create index "membership_school_id_index" on "membership" ("school_id")`);
    this.addSql(
      `create unique index "membership_one_requested" on "membership" ("person_id") where "state" = 'REQUESTED'`,
    );
    this.addSql(
      `create unique index "membership_one_active" on "membership" ("person_id") where "state" = 'ACTIVE'`,
    );

    this.addSql(`create table "school_domain" (
      "id" text not null,
      "school_id" text not null references "school" ("id"),
      "domain" text not null,
      "added_at" timestamptz not null,
      "added_by_id" text null references "person" ("id") on delete set null,
      primary key ("id"),
      constraint "school_domain_form" check ("domain" ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$')
    )`);
    this.addSql(
      `alter table "school_domain" add constraint "school_domain_domain_unique" unique ("domain")`,
    );
    this.addSql(`create index "school_domain_school_id_index" on "school_domain" ("school_id")`);

    this.addSql(`create table "role_grant" (
      "id" text not null,
      "person_id" text not null references "person" ("id") on delete cascade,
      "role" text not null,
      "school_id" text null references "school" ("id"),
      "granted_at" timestamptz not null,
      "granted_by_id" text null references "person" ("id") on delete set null,
      "revoked_at" timestamptz null,
      "revoked_by_id" text null references "person" ("id") on delete set null,
      primary key ("id"),
      constraint "role_grant_role_check" check ("role" in (${list(grantedRoles)})),
      constraint "role_grant_school" check (("role" = 'SCHOOL_LEAD') = ("school_id" is not null))
    )`);
    this.addSql(`create index "role_grant_person_id_index" on "role_grant" ("person_id")`);
    this.addSql(`create index "role_grant_school_id_index" on "role_grant" ("school_id")`);
    this.addSql(
      `create unique index "role_grant_one_held" on "role_grant" ("person_id", "role", coalesce("school_id", '')) where "revoked_at" is null`,
    );
    this.addSql(
      `create index "role_grant_held" on "role_grant" ("role") where "revoked_at" is null`,
    );

    this.addSql(`create table "invitation" (
      "id" text not null,
      "email" text not null,
      "name" text null,
      "role" text not null,
      "school_id" text null references "school" ("id"),
      "invited_by_id" text null references "person" ("id") on delete set null,
      "token_hash" text not null,
      "state" text not null,
      "created_at" timestamptz not null,
      "expires_at" timestamptz not null,
      "closed_at" timestamptz null,
      "accepted_by_id" text null references "person" ("id") on delete set null,
      "batch_id" text null,
      primary key ("id"),
      constraint "invitation_role_check" check ("role" in (${list(["TEACHER", ...grantedRoles])})),
      constraint "invitation_state_check" check ("state" in ('PENDING', 'ACCEPTED', 'REVOKED')),
      constraint "invitation_lead_of_school" check ("role" <> 'SCHOOL_LEAD' or "school_id" is not null)
    )`);
    this.addSql(
      `alter table "invitation" add constraint "invitation_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "invitation_school_id_index" on "invitation" ("school_id")`);
    this.addSql(`create index "invitation_invited_by_id_index" on "invitation" ("invited_by_id")`);
    this.addSql(
      `create index "invitation_batch_id" on "invitation" ("batch_id") where "batch_id" is not null`,
    );
    this.addSql(
      `create unique index "invitation_one_pending" on "invitation" ("email", "role", coalesce("school_id", '')) where "state" = 'PENDING'`,
    );
    // Who stands in the record with a school is a member of it.
    this
      .addSql(`insert into "membership" ("id", "person_id", "school_id", "state", "basis", "requested_at", "decided_at")
      select 'membership_' || substr("id", length('person_') + 1), "id", "school_id", 'ACTIVE', 'RECORD', now(), now()
      from "person" where "school_id" is not null`);
  }
}
