import { audit } from "../kernel/audit.ts";
import type { Context } from "../kernel/context.ts";
import { badInput, conflict, notFound } from "../kernel/errors.ts";
import { idFromName } from "../kernel/ids.ts";
import { cleanText } from "../kernel/input.ts";
import { requireRole, type Viewer } from "../kernel/viewer.ts";
import { plainText, wordsOf } from "../search/query-words.ts";
import { SynonymGroup } from "./synonym.entity.ts";
import type { SearchAlias } from "./search-alias.types.ts";

/** Longer phrases are not typed as a search, and no engine looks for them as one. */
const wordsMax = 6;

/** Two who add one at once take turns. Any number, as long as it is ours. */
const aliasLock = 7_256_200_151;

const may = (viewer: Viewer) =>
  requireRole(viewer, "change what words mean to the search", "PUBLISHER", "ADMINISTRATOR");

/** Names that publishers have added, in alphabetical order, for them and administrators. */
export async function listAliases({ em, viewer }: Context): Promise<SearchAlias[]> {
  may(viewer);
  const groups = await em
    .createQueryBuilder(SynonymGroup)
    .where({ addedAt: { $ne: null } })
    .orderBy({ words: "asc" })
    .execute<SynonymGroup[]>();
  return groups.map(toAlias);
}

/**
 * Makes what people type another name for what the texts say, from the next half minute on, in both directions. CONFLICT
 * where the words mean something else already by an alias.
 */
export function createAlias(ctx: Context, given: SearchAlias): Promise<SearchAlias> {
  may(ctx.viewer);
  const words = phrase(given.words, "input.words");
  const means = phrase(given.means, "input.means");
  if (words === means) throw badInput("input.means", "is the same as the words; name others.");
  return ctx.write(async (tx) => {
    await tx.execute("select pg_advisory_xact_lock(?)", [aliasLock]);
    const known = await tx.findOne(SynonymGroup, { id: aliasId(words) });
    if (known?.words[1] === means) return toAlias(known);
    if (known)
      throw conflict(`"${words}" means "${known.words[1]}" already; take that away first.`);
    const group = tx.create(SynonymGroup, {
      id: aliasId(words),
      words: [words, means],
      addedAt: new Date(),
    });
    await audit(tx, ctx.viewer, "search-alias.created", group.id);
    return toAlias(group);
  });
}

/** Takes an alias away. NOT_FOUND where there is none for the words. */
export function deleteAlias(ctx: Context, given: string): Promise<SearchAlias> {
  may(ctx.viewer);
  const words = phrase(given, "words");
  return ctx.write(async (tx) => {
    const group = await tx.findOne(SynonymGroup, { id: aliasId(words), addedAt: { $ne: null } });
    if (!group) throw notFound("alias for", `"${words}"`);
    tx.remove(group);
    await audit(tx, ctx.viewer, "search-alias.deleted", group.id);
    return toAlias(group);
  });
}

/** No group of the vocabulary's file has such an id, and the audit trail learns no words by it. */
const aliasId = (words: string): string => idFromName("alias", words);

const toAlias = ({ words: [words = "", means = ""] }: SynonymGroup): SearchAlias => ({
  words,
  means,
});

function phrase(text: string, field: string): string {
  const plain = plainText(cleanText(text, field, 100));
  if (plain === "") throw badInput(field, "has no words; write what people type.");
  if (wordsOf(plain).length > wordsMax)
    throw badInput(field, `has more than ${wordsMax} words; name the phrase itself.`);
  return plain;
}
