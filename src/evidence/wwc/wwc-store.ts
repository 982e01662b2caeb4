import { LockMode } from "@mikro-orm/core";
import type { Em } from "../../kernel/em.ts";
import { idFromName } from "../../kernel/ids.ts";
import { record } from "../../kernel/outbox.ts";
import { project } from "../../search/projection.ts";
import type { Term } from "../../terms/term.entity.ts";
import { EvidenceSummary, EvidenceSummaryState } from "../evidence-summary.entity.ts";
import { Finding } from "../finding.entity.ts";
import { RevisionTerm } from "../links.entity.ts";
import { ImpactMonthsStatus, SummaryRevision } from "../summary-revision.entity.ts";
import { summaryDocument } from "../summary.search.ts";
import type { WwcFinding, WwcSummary } from "./wwc-summary.ts";

/** An intervention as it should stand, without its findings. */
export interface Wanted {
  readonly wwcId: number;
  readonly slug: string;
  readonly summary: WwcSummary;
  readonly terms: readonly Term[];
  readonly contentHash: string;
}

/** A revision that is to be filled and published. */
export interface Change {
  readonly change: true;
  readonly summary: EvidenceSummary;
  readonly revision: SummaryRevision;
  /** The revision that readers see until this one is published. */
  readonly before: string | null;
  /** Findings that an import which was stopped has stored already. */
  readonly stored: number;
}

/** What the database holds of an intervention: nothing to do, or `kept` as it is and why; or a change. */
export type Standing = { readonly change: false; readonly kept?: "withdrawn" | "edited" } | Change;

export const summaryIdOf = (wwcId: number): string => idFromName("summary", `wwc/${wwcId}`);

/** The same for the same content: a run that is killed and repeated makes the records of one that was not. */
const revisionIdOf = (wwcId: number, number: number, contentHash: string): string =>
  idFromName("revision", `wwc/${wwcId}/${number}/${contentHash}`);

interface Known {
  readonly id: string;
  readonly summaryId: string;
  readonly number: number;
  readonly contentHash: string;
  readonly publishedAt: Date | null;
}

/** Reads what stands of some interventions, locked: a withdrawal that commits meanwhile must not be undone. */
export class Shelf {
  readonly #tx: Em;
  readonly #summaries: ReadonlyMap<string, EvidenceSummary>;
  readonly #revisions: ReadonlyMap<string, Known[]>;
  readonly #opened = new Map<number, Standing>();

  private constructor(tx: Em, summaries: readonly EvidenceSummary[], revisions: readonly Known[]) {
    this.#tx = tx;
    this.#summaries = new Map(summaries.map((each) => [each.id, each]));
    this.#revisions = Map.groupBy(revisions, ({ summaryId }) => summaryId);
  }

  static async read(tx: Em, wwcIds: readonly number[]): Promise<Shelf> {
    const ids = wwcIds.map(summaryIdOf);
    const summaries = await tx.find(
      EvidenceSummary,
      { id: { $in: ids } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const revisions = await tx
      .createQueryBuilder(SummaryRevision)
      .select(["id", "summaryId", "number", "contentHash", "publishedAt"])
      .where({ summaryId: { $in: ids } })
      .orderBy({ number: "asc" })
      .execute();
    return new Shelf(tx, summaries, revisions as unknown as Known[]);
  }

  /** Compares, and opens a revision where something is new: one, however often it is asked for. */
  async open(wanted: Wanted): Promise<Standing> {
    const standing = this.#opened.get(wanted.wwcId) ?? (await this.#compare(wanted));
    this.#opened.set(wanted.wwcId, standing);
    return standing;
  }

  async #compare(wanted: Wanted): Promise<Standing> {
    const { wwcId, contentHash } = wanted;
    const id = summaryIdOf(wwcId);
    const summary = this.#summaries.get(id);
    const revisions = this.#revisions.get(id) ?? [];
    const ours = revisions.filter(
      (each) => each.id === revisionIdOf(wwcId, each.number, each.contentHash),
    );
    if (summary && summary.publishedAt !== null) {
      if (summary.state !== EvidenceSummaryState.PUBLISHED)
        return { change: false, kept: "withdrawn" };
      const shown = revisions.find((each) => each.id === summary.publishedRevisionId);
      if (shown?.contentHash === contentHash) return { change: false };
      if (shown && !ours.includes(shown)) return { change: false, kept: "edited" };
    }
    const begun = ours.filter((each) => each.publishedAt === null);
    const resumed = begun.find((each) => each.contentHash === contentHash);
    await this.#discard(begun.filter((each) => each !== resumed));
    const published = revisions.filter((each) => !begun.includes(each));
    const number = resumed?.number ?? Math.max(0, ...published.map((each) => each.number)) + 1;
    const kept = summary ?? this.#tx.create(EvidenceSummary, { id, slug: wanted.slug });
    return {
      change: true,
      summary: kept,
      revision: resumed
        ? await this.#tx.findOneOrFail(SummaryRevision, { id: resumed.id })
        : createRevision(this.#tx, wanted, number),
      before: kept.publishedRevisionId,
      stored: resumed ? await this.#tx.count(Finding, { revisionId: resumed.id }) : 0,
    };
  }

  /** Takes away what an import of another content began and never published. */
  async #discard(revisions: readonly Known[]): Promise<void> {
    if (revisions.length === 0) return;
    const ids = revisions.map(({ id }) => id);
    await this.#tx.nativeDelete(Finding, { revisionId: { $in: ids } });
    await this.#tx.nativeDelete(RevisionTerm, { revisionId: { $in: ids } });
    await this.#tx.nativeDelete(SummaryRevision, { id: { $in: ids } });
  }
}

function createRevision(
  tx: Em,
  { wwcId, summary, contentHash, terms }: Wanted,
  number: number,
): SummaryRevision {
  const revision = tx.create(SummaryRevision, {
    id: revisionIdOf(wwcId, number, contentHash),
    summaryId: summaryIdOf(wwcId),
    number,
    title: summary.title,
    headline: summary.headline,
    impactMonths: null,
    impactMonthsStatus: ImpactMonthsStatus.NOT_RATED_IN_MONTHS,
    costBand: null,
    evidenceStrength: null,
    sections: summary.sections,
    references: [],
    source: summary.source,
    contentHash,
    reviewerId: null,
    publishedAt: null,
  });
  for (const term of terms) tx.create(RevisionTerm, { revisionId: revision.id, termId: term.id });
  return revision;
}

/** What became of the findings stored together. */
export interface FindingCount {
  created: number;
  updated: number;
  unchanged: number;
}

/** Adds findings to revisions that nobody sees yet, and tells what is new in them from the revisions before. */
export async function storeFindings(
  tx: Em,
  findings: readonly { finding: WwcFinding; position: number; standing: Change }[],
): Promise<FindingCount> {
  const count: FindingCount = { created: 0, updated: 0, unchanged: 0 };
  if (findings.length === 0) return count;
  await tx.insertMany(
    Finding,
    findings.map(({ finding, position, standing: { revision } }) => ({
      ...finding,
      id: idFromName("finding", `${revision.id}/${finding.sourceReference}`),
      revisionId: revision.id,
      position,
    })),
  );
  const earlier = await earlierFindings(tx, findings);
  for (const { finding, standing } of findings) {
    const known = earlier.get(`${standing.before}/${finding.sourceReference}`);
    count[known === undefined ? "created" : same(known, finding) ? "unchanged" : "updated"] += 1;
  }
  return count;
}

/** The same findings in the revisions before, by revision and reference. */
async function earlierFindings(
  tx: Em,
  findings: readonly { finding: WwcFinding; standing: Change }[],
): Promise<Map<string, Finding>> {
  const revisions = [...new Set(findings.flatMap(({ standing: { before } }) => before ?? []))];
  if (revisions.length === 0) return new Map();
  const rows = (await tx
    .createQueryBuilder(Finding)
    .where({
      revisionId: { $in: revisions },
      sourceReference: { $in: findings.map(({ finding }) => finding.sourceReference) },
    })
    .execute()) as Finding[];
  return new Map(rows.map((row) => [`${row.revisionId}/${row.sourceReference}`, row]));
}

const same = (known: Finding, finding: WwcFinding): boolean =>
  (Object.keys(finding) as (keyof WwcFinding)[]).every((key) => known[key] === finding[key]);

/** Puts revisions whose findings are complete before readers and searchers. */
export async function publishRevisions(
  tx: Em,
  complete: readonly { standing: Change; terms: readonly Term[] }[],
  at: Date,
): Promise<void> {
  for (const { standing } of complete) {
    standing.summary.publish(standing.revision, at);
    record(tx, "summary.published", standing.summary.id);
  }
  await tx.flush();
  await project(
    tx,
    complete.map(({ standing: { summary, revision }, terms }) =>
      summaryDocument(summary, revision, terms),
    ),
  );
}
