import { parse } from "yaml";
import { z } from "zod";
import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { checked } from "../kernel/import-error.ts";
import { SynonymGroup } from "./synonym.entity.ts";
import { Term, TermScheme } from "./term.entity.ts";

const word = z.string().trim().min(1);
const termsFile = z.partialRecord(
  z.enum(TermScheme),
  z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      label: word,
      aliases: z.array(word).default([]),
      group: word.optional(),
      position: z.int().optional(),
    }),
  ),
);
const synonymsFile = z.array(z.array(word).min(2));

/**
 * Adds what the two files name, or brings it up to date: terms by scheme and slug, groups by their words. A term that is
 * no longer in the file stays, because records are described by it; a group does not. Search documents are not touched:
 * reindex afterwards.
 */
export function saveVocabulary(em: Em, termsYaml: string, synonymsYaml: string): Promise<void> {
  const schemes = checked("The vocabulary", () => termsFile.parse(parse(termsYaml)));
  const groups = checked("The synonyms", () => synonymsFile.parse(parse(synonymsYaml)));
  return em.transactional(async (tx) => {
    const rows = Object.entries(schemes).flatMap(([scheme, terms]) =>
      terms.map((term, index) => ({
        id: idFromName("term", `${scheme}/${term.slug}`),
        scheme: scheme as TermScheme,
        slug: term.slug,
        label: term.label,
        aliases: term.aliases,
        group: term.group ?? null,
        position: term.position ?? index + 1,
      })),
    );
    await tx.upsertMany(Term, rows, {
      onConflictFields: ["scheme", "slug"],
      onConflictExcludeFields: ["id"],
    });
    const words = groups.map((group) => ({
      id: group.map((each) => each.toLowerCase()).join(","),
      words: group,
    }));
    await tx.nativeDelete(SynonymGroup, {
      addedAt: null,
      id: { $nin: words.map(({ id }) => id) },
    });
    await tx.upsertMany(SynonymGroup, words);
  });
}
