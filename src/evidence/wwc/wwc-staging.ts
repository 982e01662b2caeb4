import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { ImportError } from "../../kernel/import-error.ts";
import type { Outcome } from "../../kernel/import-run.ts";
import type { FindingRow, ReportRow, StudyRow } from "./wwc-rows.ts";

/** Where a row stood in its file. */
interface Staged<Row> {
  readonly line: number;
  readonly row: Row;
}

/** A finding and the study it comes from, as far as that is known. */
export interface StagedFinding {
  readonly finding: FindingRow;
  readonly study: number | null;
  /** What the file of studies says of the study's design. */
  readonly rating: string;
  /** The file of studies has a row for this very finding. */
  readonly ownStudyRow: boolean;
}

/**
 * Rows of an export, put in order on disk: the files are not sorted by intervention, and may be larger than memory.
 * A temporary database without a name, so that nothing is left of it however the process ends.
 */
export class Staging {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor() {
    this.#database = new DatabaseSync("");
    this.#database.exec(`
      pragma cache_size = -8000;
      create table finding (id integer primary key, intervention integer, review integer, place text, line integer, row text);
      create index finding_intervention on finding (intervention, place, id);
      create index finding_review on finding (review);
      create table report (intervention integer, key text, line integer, row text, primary key (intervention, key)) without rowid;
      create table study (finding integer primary key, review integer, study integer, line integer, row text);
      create index study_study on study (study, finding);
      create table review (id integer primary key, study integer, rating text);
      create table done (study integer primary key, outcome text);
      begin`);
  }

  close(): void {
    this.#database.close();
  }

  /** The line on which the same finding stood before, or undefined when it is new and kept. */
  addFinding({ line, row }: Staged<FindingRow>): number | undefined {
    // Whole groups before their parts, then domain by domain.
    const place = `${row.isSubgroup === true ? 1 : 0} ${row.domain}`;
    const { changes } = this.#run("insert or ignore into finding values (?, ?, ?, ?, ?, ?)", [
      row.findingId,
      row.interventionId,
      row.reviewId,
      place,
      line,
      JSON.stringify(row),
    ]);
    return changes === 1
      ? undefined
      : this.#value<number>("select line as value from finding where id = ?", [row.findingId]);
  }

  addReport({ line, row }: Staged<ReportRow>): number | undefined {
    const key = JSON.stringify([row.domain, row.protocol, row.version]);
    const { changes } = this.#run("insert or ignore into report values (?, ?, ?, ?)", [
      row.interventionId,
      key,
      line,
      JSON.stringify(row),
    ]);
    return changes === 1
      ? undefined
      : this.#value<number>("select line as value from report where intervention = ? and key = ?", [
          row.interventionId,
          key,
        ]);
  }

  addStudy({ line, row }: Staged<StudyRow>): number | undefined {
    const { changes } = this.#run("insert or ignore into study values (?, ?, ?, ?, ?)", [
      row.findingId,
      row.reviewId,
      row.studyId,
      line,
      JSON.stringify(row),
    ]);
    return changes === 1
      ? undefined
      : this.#value<number>("select line as value from study where finding = ?", [row.findingId]);
  }

  /**
   * Call it when every row is in. A review is of one study, so that a finding whose own row is missing is attached
   * through its review; where a file contradicts that, it is not.
   */
  seal(): void {
    this.#run(
      `insert into review select review, min(study), iif(min(row ->> 'rating') = max(row ->> 'rating'), min(row ->> 'rating'), '')
       from study where review is not null group by review having min(study) = max(study)`,
      [],
    );
  }

  /** Lines of the file of studies that lead to no finding here. */
  unmatchedStudies(): Generator<{ line: number; finding: number }> {
    return this.#rows(
      "select line, finding from study where finding not in (select id from finding) order by line",
      [],
    );
  }

  /** Every intervention that has findings or reports, by number. */
  interventions(): Generator<{ id: number; reports: number }> {
    return this.#rows(
      `select id, sum(reports) as reports from (
         select distinct intervention as id, 0 as reports from finding
         union all select intervention, count(*) from report group by 1)
       group by id order by id`,
      [],
    );
  }

  *reports(intervention: number): Generator<ReportRow> {
    const rows = this.#rows<{ row: string }>(
      "select row from report where intervention = ? order by key",
      [intervention],
    );
    for (const { row } of rows) yield JSON.parse(row) as ReportRow;
  }

  /** The findings of an intervention with the study of each, in the order in which they are shown. */
  *findings(intervention: number): Generator<StagedFinding> {
    const rows = this.#rows<{
      row: string;
      study: number | null;
      rating: string | null;
      own: number;
    }>(
      `select finding.row, coalesce(study.study, review.study) as study, study.finding is not null as own,
         coalesce(nullif(study.row ->> 'rating', ''), review.rating) as rating
       from finding left join study on study.finding = finding.id left join review on review.id = finding.review
       where finding.intervention = ? order by finding.place, finding.id`,
      [intervention],
    );
    for (const { row, study, rating, own } of rows)
      yield {
        finding: JSON.parse(row) as FindingRow,
        study,
        rating: rating ?? "",
        ownStudyRow: own === 1,
      };
  }

  reviews(intervention: number): number {
    return this.#value<number>(
      "select count(distinct review) as value from finding where intervention = ?",
      [intervention],
    )!;
  }

  /** Rows about one study, in an order that does not hang on the file's. */
  *study(id: number): Generator<StudyRow> {
    const rows = this.#rows<{ row: string }>(
      "select row from study where study = ? order by finding",
      [id],
    );
    for (const { row } of rows) yield JSON.parse(row) as StudyRow;
  }

  /** Names that the file of studies gives to what an intervention's findings are about. */
  otherNames(intervention: number): string[] {
    const rows = this.#rows<{ name: string }>(
      `select distinct study.row ->> 'interventionName' as name from study join finding on finding.id = study.finding
       where finding.intervention = ? and name <> '' order by name`,
      [intervention],
    );
    return [...rows].map(({ name }) => name);
  }

  /** What became of a study in this run: what was said the first time. */
  outcomeOf(study: number, outcome: Outcome): Outcome {
    this.#run("insert or ignore into done values (?, ?)", [study, outcome]);
    return this.#value<Outcome>("select outcome as value from done where study = ?", [study])!;
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  #run(sql: string, values: SQLInputValue[]): { changes: number } {
    return telling(() => this.#prepared(sql).run(...values) as { changes: number });
  }

  #value<T>(sql: string, values: SQLInputValue[]): T | undefined {
    const row = telling(() => this.#prepared(sql).get(...values)) as { value: T } | undefined;
    return row?.value;
  }

  /** A statement of its own: one may be read while the same is asked again. */
  *#rows<Row>(sql: string, values: SQLInputValue[]): Generator<Row> {
    try {
      yield* this.#database.prepare(sql).iterate(...values) as Iterable<Row>;
    } catch (error) {
      throw told(error);
    }
  }
}

const diskFull = 13;

function telling<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw told(error);
  }
}

function told(error: unknown): unknown {
  if ((error as { errcode?: number }).errcode !== diskFull) return error;
  return new ImportError(
    "The disk of the folder for temporary files is full: the import puts the export's rows in order there. Make room (about as much as the files take), or name another folder in SQLITE_TMPDIR.",
  );
}
