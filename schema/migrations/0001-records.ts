import { Migration } from "@mikro-orm/migrations";

/** Every record of the first release and their relations; search has a migration of its own. */
export class Migration0001Records extends Migration {
  override up(): void {
    this.addSql(`create table "guidance_report" (
      "id" text not null,
      "slug" text not null,
      "title" text not null,
      "publisher" text not null,
      "year" int null,
      "edition" text null,
      "recommendations" int null,
      "url" text null,
      primary key ("id")
    )`);
    this.addSql(`create table "organisation" (
      "id" text not null,
      "slug" text not null,
      "name" text not null,
      "organisation_kind" text not null,
      "website" text null,
      primary key ("id")
    )`);
    this.addSql(`create table "cpd_session" (
      "id" text not null,
      "slug" text not null,
      "title" text not null,
      "description" text not null,
      "starts_at" timestamptz not null,
      "ends_at" timestamptz not null,
      "mode" text not null,
      "venue" text null,
      "capacity" int null,
      "places_taken" int not null default 0,
      "audience" text null,
      "provider_id" text not null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      primary key ("id")
    )`);
    this.addSql(`create table "outbox_event" (
      "id" text not null,
      "name" text not null,
      "subject" text not null,
      "recorded_at" timestamptz not null,
      "handled_at" timestamptz null,
      "attempts" int not null default 0,
      "last_error" text null,
      primary key ("id")
    )`);
    this.addSql(`create table "study" (
      "id" text not null,
      "title" text null,
      "year" int null,
      "design" text null,
      "citation" text null,
      "url" text null,
      primary key ("id")
    )`);
    this.addSql(`create table "synonym_group" (
      "id" text not null,
      "words" text[] not null,
      primary key ("id")
    )`);
    this.addSql(`create table "term" (
      "id" text not null,
      "scheme" text not null,
      "slug" text not null,
      "label" text not null,
      "aliases" text[] not null,
      "group" text null,
      "position" int not null,
      primary key ("id")
    )`);
    this.addSql(`create table "session_term" (
      "session_id" text not null,
      "term_id" text not null,
      primary key ("session_id", "term_id")
    )`);
    this.addSql(`create table "school" (
      "id" text not null,
      "urn" int not null,
      "name" text not null,
      "town" text null,
      "postcode" text null,
      "phase_id" text null,
      "pupils" int null,
      "pupil_premium_percent" double precision null,
      primary key ("id")
    )`);
    this.addSql(`create table "person" (
      "id" text not null,
      "name" text not null,
      "school_id" text null,
      "career_stage" text null,
      primary key ("id")
    )`);
    this.addSql(`create table "evidence_summary" (
      "id" text not null,
      "slug" text not null,
      "state" text not null default 'DRAFT',
      "published_revision_id" text null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      "withdrawal_reason" text null,
      "withdrawn_at" timestamptz null,
      primary key ("id")
    )`);
    this.addSql(`create table "summary_revision" (
      "id" text not null,
      "summary_id" text not null,
      "number" int not null,
      "title" text not null,
      "headline" text not null,
      "impact_months" int null,
      "impact_months_status" text not null,
      "cost_band" int null,
      "evidence_strength" int null,
      "sections" jsonb not null,
      "references" jsonb not null,
      "source" jsonb not null,
      "content_hash" text not null,
      "reviewer_id" text null,
      "created_at" timestamptz not null,
      "published_at" timestamptz null,
      primary key ("id")
    )`);
    this.addSql(`create table "revision_guidance" (
      "revision_id" text not null,
      "guidance_id" text not null,
      primary key ("revision_id", "guidance_id")
    )`);
    this.addSql(`create table "finding" (
      "id" text not null,
      "revision_id" text not null,
      "study_id" text null,
      "position" int not null,
      "outcome" text not null,
      "comparison" text null,
      "sample_description" text null,
      "sample_size" int null,
      "effect_size" double precision null,
      "statistically_significant" boolean null,
      primary key ("id")
    )`);
    this.addSql(`create table "session_evidence" (
      "session_id" text not null,
      "summary_id" text not null,
      primary key ("session_id", "summary_id")
    )`);
    this.addSql(`create table "revision_related" (
      "revision_id" text not null,
      "summary_id" text not null,
      primary key ("revision_id", "summary_id")
    )`);
    this.addSql(`create table "research_project" (
      "id" text not null,
      "slug" text not null,
      "title" text not null,
      "question" text not null,
      "status" text not null,
      "school_id" text null,
      "lead_id" text null,
      "context" text null,
      "aims" text null,
      "method" text null,
      "comparison" text null,
      "participants" text null,
      "findings" text null,
      "limits" text null,
      "implications" text null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      "withdrawal_reason" text null,
      "withdrawn_at" timestamptz null,
      primary key ("id")
    )`);
    this.addSql(`create table "project_evidence" (
      "project_id" text not null,
      "summary_id" text not null,
      primary key ("project_id", "summary_id")
    )`);
    this.addSql(`create table "reflection" (
      "id" text not null,
      "title" text not null,
      "visibility" text not null default 'PRIVATE',
      "author_id" text null,
      "school_id" text null,
      "context" text not null,
      "tried" text not null,
      "happened" text not null,
      "next" text null,
      "summary_id" text null,
      "session_id" text null,
      "created_at" timestamptz not null,
      "published_at" timestamptz null,
      "updated_at" timestamptz not null,
      primary key ("id")
    )`);
    this.addSql(`create table "revision_term" (
      "revision_id" text not null,
      "term_id" text not null,
      primary key ("revision_id", "term_id")
    )`);
    this.addSql(`create table "project_term" (
      "project_id" text not null,
      "term_id" text not null,
      primary key ("project_id", "term_id")
    )`);
    this.addSql(`create index "cpd_session_starts_at_index" on "cpd_session" ("starts_at")`);
    this.addSql(`create index "cpd_session_provider_id_index" on "cpd_session" ("provider_id")`);
    this.addSql(`create index outbox_event_waiting on outbox_event (id) where handled_at is null`);
    this.addSql(`create index "session_term_term_id_index" on "session_term" ("term_id")`);
    this.addSql(`create index "person_school_id_index" on "person" ("school_id")`);
    this.addSql(
      `create index "evidence_summary_published_revision_id_index" on "evidence_summary" ("published_revision_id")`,
    );
    this.addSql(
      `create index "revision_guidance_guidance_id_index" on "revision_guidance" ("guidance_id")`,
    );
    this.addSql(`create index "finding_revision_id_index" on "finding" ("revision_id")`);
    this.addSql(`create index "finding_study_id_index" on "finding" ("study_id")`);
    this.addSql(
      `create index "session_evidence_summary_id_index" on "session_evidence" ("summary_id")`,
    );
    this.addSql(
      `create index "revision_related_summary_id_index" on "revision_related" ("summary_id")`,
    );
    this.addSql(
      `create index "research_project_school_id_index" on "research_project" ("school_id")`,
    );
    this.addSql(`create index "research_project_lead_id_index" on "research_project" ("lead_id")`);
    this.addSql(
      `create index "research_project_published_at_index" on "research_project" ("published_at")`,
    );
    this.addSql(
      `create index "project_evidence_summary_id_index" on "project_evidence" ("summary_id")`,
    );
    this.addSql(`create index "reflection_author_id_index" on "reflection" ("author_id")`);
    this.addSql(`create index "reflection_school_id_index" on "reflection" ("school_id")`);
    this.addSql(`create index "reflection_summary_id_index" on "reflection" ("summary_id")`);
    this.addSql(`create index "reflection_session_id_index" on "reflection" ("session_id")`);
    this.addSql(`create index "reflection_published_at_index" on "reflection" ("published_at")`);
    this.addSql(`create index "revision_term_term_id_index" on "revision_term" ("term_id")`);
    this.addSql(`create index "project_term_term_id_index" on "project_term" ("term_id")`);
    this.addSql(
      `alter table "guidance_report" add constraint "guidance_report_slug_unique" unique ("slug")`,
    );
    this.addSql(
      `alter table "organisation" add constraint "organisation_slug_unique" unique ("slug")`,
    );
    this.addSql(
      `alter table "organisation" add constraint "organisation_organisation_kind_check" check ("organisation_kind" in ('RESEARCH_SCHOOL', 'PROVIDER', 'HUB', 'UNIVERSITY'))`,
    );
    this.addSql(
      `alter table "cpd_session" add constraint "cpd_session_slug_unique" unique ("slug")`,
    );
    this.addSql(
      `alter table "cpd_session" add constraint "cpd_session_places" check (places_taken >= 0 and (capacity is null or places_taken <= capacity))`,
    );
    this.addSql(
      `alter table "cpd_session" add constraint "cpd_session_order" check (ends_at > starts_at)`,
    );
    this.addSql(
      `alter table "cpd_session" add constraint "cpd_session_mode_check" check ("mode" in ('IN_PERSON', 'ONLINE', 'HYBRID'))`,
    );
    this.addSql(
      `alter table "term" add constraint "term_scheme_slug_unique" unique ("scheme", "slug")`,
    );
    this.addSql(
      `alter table "term" add constraint "term_scheme_check" check ("scheme" in ('TOPIC', 'SUBJECT', 'PHASE', 'KEY_STAGE', 'PUPIL_GROUP', 'PD_MECHANISM'))`,
    );
    this.addSql(`alter table "school" add constraint "school_urn_unique" unique ("urn")`);
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_slug_unique" unique ("slug")`,
    );
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_state_check" check ("state" in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED', 'ARCHIVED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_summary_id_number_unique" unique ("summary_id", "number")`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_padlocks" check (evidence_strength between 0 and 5)`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_cost" check (cost_band between 1 and 5)`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_months" check ((impact_months is not null) = (impact_months_status = 'RATED'))`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_impact_months_status_check" check ("impact_months_status" in ('RATED', 'INSUFFICIENT_EVIDENCE', 'NOT_RATED_IN_MONTHS'))`,
    );
    this.addSql(
      `alter table "research_project" add constraint "research_project_slug_unique" unique ("slug")`,
    );
    this.addSql(
      `alter table "research_project" add constraint "research_project_status_check" check ("status" in ('PROPOSED', 'RUNNING', 'REPORTED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_subject" check (num_nonnulls(summary_id, session_id) = 1)`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_visibility_check" check ("visibility" in ('PRIVATE', 'SCHOOL', 'PUBLIC'))`,
    );
    this.addSql(
      `alter table "cpd_session" add constraint "cpd_session_provider_id_foreign" foreign key ("provider_id") references "organisation" ("id")`,
    );
    this.addSql(
      `alter table "session_term" add constraint "session_term_session_id_foreign" foreign key ("session_id") references "cpd_session" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "session_term" add constraint "session_term_term_id_foreign" foreign key ("term_id") references "term" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "school" add constraint "school_phase_id_foreign" foreign key ("phase_id") references "term" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "person" add constraint "person_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "evidence_summary" add constraint "evidence_summary_published_revision_id_foreign" foreign key ("published_revision_id") references "summary_revision" ("id") on delete set null deferrable initially deferred`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id")`,
    );
    this.addSql(
      `alter table "summary_revision" add constraint "summary_revision_reviewer_id_foreign" foreign key ("reviewer_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "revision_guidance" add constraint "revision_guidance_revision_id_foreign" foreign key ("revision_id") references "summary_revision" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "revision_guidance" add constraint "revision_guidance_guidance_id_foreign" foreign key ("guidance_id") references "guidance_report" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_revision_id_foreign" foreign key ("revision_id") references "summary_revision" ("id")`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_study_id_foreign" foreign key ("study_id") references "study" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "session_evidence" add constraint "session_evidence_session_id_foreign" foreign key ("session_id") references "cpd_session" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "session_evidence" add constraint "session_evidence_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "revision_related" add constraint "revision_related_revision_id_foreign" foreign key ("revision_id") references "summary_revision" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "revision_related" add constraint "revision_related_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "research_project" add constraint "research_project_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "research_project" add constraint "research_project_lead_id_foreign" foreign key ("lead_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "project_evidence" add constraint "project_evidence_project_id_foreign" foreign key ("project_id") references "research_project" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "project_evidence" add constraint "project_evidence_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_author_id_foreign" foreign key ("author_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_school_id_foreign" foreign key ("school_id") references "school" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_summary_id_foreign" foreign key ("summary_id") references "evidence_summary" ("id")`,
    );
    this.addSql(
      `alter table "reflection" add constraint "reflection_session_id_foreign" foreign key ("session_id") references "cpd_session" ("id")`,
    );
    this.addSql(
      `alter table "revision_term" add constraint "revision_term_revision_id_foreign" foreign key ("revision_id") references "summary_revision" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "revision_term" add constraint "revision_term_term_id_foreign" foreign key ("term_id") references "term" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "project_term" add constraint "project_term_project_id_foreign" foreign key ("project_id") references "research_project" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "project_term" add constraint "project_term_term_id_foreign" foreign key ("term_id") references "term" ("id") on update cascade on delete cascade`,
    );
  }
}
