import type { Em } from "../kernel/em.ts";
import { ImportError } from "../kernel/import-error.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";

/** Finds summaries by slug, many times over one reading. */
export class SummaryIndex {
  readonly #ids: ReadonlyMap<string, string>;

  private constructor(rows: readonly { slug: string; id: string }[]) {
    this.#ids = new Map(rows.map(({ slug, id }) => [slug, id]));
  }

  static async read(em: Em): Promise<SummaryIndex> {
    return new SummaryIndex(
      await em.createQueryBuilder(EvidenceSummary).select(["slug", "id"]).execute(),
    );
  }

  /** The ids of the summaries named, once each; throws on a slug that no summary has, naming it. */
  find(slugs: readonly string[], where: string): string[] {
    return [...new Set(slugs)].map((slug) => {
      const id = this.#ids.get(slug);
      if (!id) throw new ImportError(`${where}: there is no summary "${slug}".`);
      return id;
    });
  }
}
