import { Migration } from "@mikro-orm/migrations";

/** What a finding was computed from, so that anyone can compute it again. */
export class Migration0004FindingsOfStudies extends Migration {
  override up(): void {
    this.addSql(`alter table "finding"
      add column "source_reference" text null,
      add column "outcome_domain" text null,
      add column "period" text null,
      add column "is_subgroup" boolean null,
      add column "intervention_sample_size" int null,
      add column "comparison_sample_size" int null,
      add column "intervention_clusters" int null,
      add column "comparison_clusters" int null,
      add column "intervention_mean" double precision null,
      add column "comparison_mean" double precision null,
      add column "intervention_standard_deviation" double precision null,
      add column "comparison_standard_deviation" double precision null,
      add column "effect_size_as_published" double precision null,
      add column "effect_size_of_study" double precision null,
      add column "effect_size_basis" text null,
      add column "improvement_index" double precision null,
      add column "p_value" double precision null,
      add column "design_rating" text null`);
    this.addSql(
      `alter table "finding" add constraint "finding_improvement_index" check (improvement_index between -50 and 50)`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_p_value" check (p_value between 0 and 1)`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_effect_size_basis_check" check ("effect_size_basis" in ('AS_PUBLISHED', 'REVERSED', 'STUDY_REPORTED', 'UNCLEAR'))`,
    );
    this.addSql(
      `alter table "finding" add constraint "finding_design_rating_check" check ("design_rating" in ('MEETS_WITHOUT_RESERVATIONS', 'MEETS_WITH_RESERVATIONS', 'DOES_NOT_MEET'))`,
    );
  }
}
