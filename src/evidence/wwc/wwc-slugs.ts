import type { Em } from "../../kernel/em.ts";
import { EvidenceSummary } from "../evidence-summary.entity.ts";

const longest = 80;

/** "Fast ForWord" as a part of an address. */
const slugified = (title: string): string => {
  const words = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length <= longest) return words;
  return words.slice(0, longest + 1).replace(/-[^-]*$/, "");
};

/**
 * Addresses of interventions: `wwc-daisyquest`. The first part keeps them apart from addresses that people choose
 * for strands, now and later. One that has been given stays; the lower number comes first where two share a name.
 */
export class Slugs {
  readonly #bySummary: Map<string, string>;
  readonly #taken: Set<string>;

  private constructor(rows: readonly { id: string; slug: string }[]) {
    this.#bySummary = new Map(rows.map(({ id, slug }) => [id, slug]));
    this.#taken = new Set(rows.map(({ slug }) => slug));
  }

  static async read(em: Em): Promise<Slugs> {
    return new Slugs(await em.createQueryBuilder(EvidenceSummary).select(["id", "slug"]).execute());
  }

  /** The address of a summary. Ask in order of the interventions' numbers, so that the answers are always the same. */
  of(summaryId: string, title: string, wwcId: number): string {
    const given = this.#bySummary.get(summaryId);
    if (given !== undefined) return given;
    const wished = `wwc-${slugified(title) || wwcId}`;
    const slug = this.#taken.has(wished) ? `${wished}-${wwcId}` : wished;
    this.#bySummary.set(summaryId, slug);
    this.#taken.add(slug);
    return slug;
  }
}
