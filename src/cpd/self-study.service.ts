import { createHash } from "node:crypto";
import type { Source } from "../evidence/evidence-summary.view.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import type { Outcome } from "../kernel/import-run.ts";
import { record } from "../kernel/outbox.ts";
import { project } from "../search/projection.ts";
import type { Term } from "../terms/term.entity.ts";
import {
  type SchoolTerm,
  type SelfStudyAudience,
  SelfStudyEvidence,
  SelfStudyItem,
  type SelfStudySection,
  SelfStudyTerm,
} from "./self-study.entity.ts";
import { selfStudyDocuments } from "./self-study.search.ts";

/** A self-study item as its programme publishes it. */
export interface SelfStudyDraft {
  readonly slug: string;
  /** The title without its place in the programme. */
  readonly name: string;
  readonly programme: string;
  readonly module: string;
  readonly moduleSlug: string;
  readonly year: number | null;
  readonly schoolTerm: SchoolTerm | null;
  readonly week: number | null;
  readonly part: string;
  /** Where it stands in its module. */
  readonly position: number;
  readonly writtenFor: SelfStudyAudience | null;
  readonly durationMinutes: number | null;
  /** One plain sentence. */
  readonly headline: string;
  readonly sections: readonly SelfStudySection[];
  readonly source: Source;
  readonly providerId: string;
  readonly terms: readonly Term[];
  /** Slugs of the summaries its text points to; one that is not here is left out. */
  readonly evidence: readonly string[];
}

/** "year 1, autumn week 3"; empty where the programme says nothing. */
export function placeInWords({
  year,
  schoolTerm,
  week,
}: Pick<SelfStudyDraft, "year" | "schoolTerm" | "week">): string {
  const when = [schoolTerm?.toLowerCase(), week === null ? undefined : `week ${week}`]
    .filter(Boolean)
    .join(" ");
  const term = week === null && schoolTerm !== null ? `${when} term` : when;
  return [year === null ? "" : `year ${year}`, term].filter(Boolean).join(", ");
}

/**
 * Publishes items, or brings published ones up to date, by slug, inside the caller's transaction. What is as it was is
 * not written at all. Answers what became of each, in their order.
 */
export async function saveSelfStudy(
  tx: Em,
  drafts: readonly SelfStudyDraft[],
  at: Date,
): Promise<Outcome[]> {
  const summaries = await summaryIds(tx, new Set(drafts.flatMap(({ evidence }) => evidence)));
  const wanted = drafts.map(({ terms, evidence, ...fields }) => {
    const place = placeInWords(fields);
    const links = {
      terms: [...new Set(terms.map(({ id }) => id))].sort(),
      // By slug: a summary's id is given at random, and two databases with the same content must have the same hash.
      evidence: [...new Set(evidence)].filter((slug) => summaries.has(slug)).sort(),
    };
    const row = { ...fields, title: place ? `${fields.name} (${place})` : fields.name };
    return {
      id: idFromName("selfstudy", fields.slug),
      row,
      links,
      contentHash: createHash("sha256").update(JSON.stringify({ row, links })).digest("hex"),
    };
  });
  const stored = await tx
    .createQueryBuilder(SelfStudyItem)
    .select(["id", "contentHash"])
    .where({ id: { $in: wanted.map(({ id }) => id) } })
    .execute();
  const hashes = new Map(stored.map(({ id, contentHash }) => [id as string, contentHash]));
  const outcomes = wanted.map(({ id, contentHash }): Outcome => {
    const before = hashes.get(id);
    return before === undefined ? "created" : before === contentHash ? "unchanged" : "updated";
  });
  await write(
    tx,
    wanted.filter((_each, index) => outcomes[index] !== "unchanged"),
    summaries,
    at,
  );
  return outcomes;
}

interface Wanted {
  readonly id: string;
  readonly row: object;
  readonly links: { readonly terms: readonly string[]; readonly evidence: readonly string[] };
  readonly contentHash: string;
}

async function write(
  tx: Em,
  changed: readonly Wanted[],
  summaries: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  const known = new Map(
    (await tx.find(SelfStudyItem, { id: { $in: ids } }, { populate: ["sections"] })).map((item) => [
      item.id,
      item,
    ]),
  );
  await tx.nativeDelete(SelfStudyTerm, { itemId: { $in: [...known.keys()] } });
  await tx.nativeDelete(SelfStudyEvidence, { itemId: { $in: [...known.keys()] } });
  const items = changed.map(({ id, row, links, contentHash }) => {
    let item = known.get(id);
    if (item) {
      tx.assign(item, { ...row, contentHash, updatedAt: at } as never);
      record(tx, "self-study.changed", id);
    } else {
      item = tx.create(SelfStudyItem, {
        id,
        ...row,
        contentHash,
        publishedAt: at,
        updatedAt: at,
      } as never);
      record(tx, "self-study.published", id);
    }
    for (const termId of links.terms) tx.create(SelfStudyTerm, { itemId: id, termId });
    for (const slug of links.evidence)
      tx.create(SelfStudyEvidence, { itemId: id, summaryId: summaries.get(slug)! });
    return item;
  });
  await tx.flush();
  await project(tx, await selfStudyDocuments(tx, items));
}

async function summaryIds(em: Em, slugs: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = await em
    .createQueryBuilder(EvidenceSummary)
    .select(["id", "slug"])
    .where({ slug: { $in: [...slugs] } })
    .execute();
  return new Map(rows.map(({ slug, id }) => [slug as string, id as string]));
}
