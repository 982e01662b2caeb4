import { z } from "zod";
import type { Em } from "../kernel/em.ts";
import { ImportError } from "../kernel/import-error.ts";
import { Term, type TermScheme } from "./term.entity.ts";

const slugs = z.array(z.string()).default([]);

/** How a file names terms: `terms: { topic: [feedback], keyStage: [ks1] }`. */
export const termSlugs = z
  .strictObject({
    topic: slugs,
    subject: slugs,
    phase: slugs,
    keyStage: slugs,
    pupilGroup: slugs,
    pdMechanism: slugs,
  })
  .partial()
  .default({})
  .transform((terms): Partial<Record<TermScheme, string[]>> => ({
    TOPIC: terms.topic ?? [],
    SUBJECT: terms.subject ?? [],
    PHASE: terms.phase ?? [],
    KEY_STAGE: terms.keyStage ?? [],
    PUPIL_GROUP: terms.pupilGroup ?? [],
    PD_MECHANISM: terms.pdMechanism ?? [],
  }));

export type TermSlugs = z.infer<typeof termSlugs>;

/** Finds terms by scheme and slug, many times over one reading of the vocabulary. */
export class TermIndex {
  readonly #terms: Map<string, Term>;

  private constructor(terms: readonly Term[]) {
    this.#terms = new Map(terms.map((term) => [`${term.scheme}/${term.slug}`, term]));
  }

  static async read(em: Em): Promise<TermIndex> {
    return new TermIndex((await em.createQueryBuilder(Term).execute()) as Term[]);
  }

  /** One term; undefined when the vocabulary does not have it. */
  get(scheme: `${TermScheme}`, slug: string): Term | undefined {
    return this.#terms.get(`${scheme}/${slug}`);
  }

  /** The terms named, once each; throws on a slug that the vocabulary does not have, naming it. */
  find(named: TermSlugs, where: string): Term[] {
    const found = Object.entries(named).flatMap(([scheme, slugs]) =>
      (slugs ?? []).map((slug) => {
        const term = this.#terms.get(`${scheme}/${slug}`);
        if (!term)
          throw new ImportError(
            `${where}: there is no ${scheme} term "${slug}" in the vocabulary.`,
          );
        return term;
      }),
    );
    return [...new Set(found)];
  }
}
