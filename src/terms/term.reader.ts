import type { EntityClass } from "@mikro-orm/core";
import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { registerNode } from "../kernel/node.ts";
import { rowBy, rowsById } from "../kernel/rows.ts";
import { SynonymGroup } from "./synonym.entity.ts";
import { Term, type TermScheme } from "./term.entity.ts";

const order = [{ scheme: "asc" as const }, { position: "asc" as const }];

/** The whole vocabulary, or one scheme of it, in its own order. Public to everyone. */
export const listTerms = async (em: Em, scheme: TermScheme | null): Promise<Term[]> =>
  (await em
    .createQueryBuilder(Term)
    .where(scheme ? { scheme } : {})
    .orderBy(order)
    .execute()) as Term[];

/** The term with this slug in its scheme; null when the vocabulary has none. */
export const termBySlug = (ctx: Context, scheme: TermScheme, slug: string): Promise<Term | null> =>
  rowBy(ctx, Term, { scheme, slug });

/** Batch: terms by id. */
export const termsById = rowsById(Term);

/** Terms by the ids of what they describe, in the vocabulary's order: one statement for all. */
export async function termsThrough(
  em: Em,
  link: { table: string; owner: string },
  ownerIds: readonly string[],
): Promise<Map<string, Term[]>> {
  if (ownerIds.length === 0) return new Map();
  // As JSON: each term comes once, however many it describes, and is parsed by the engine, not row by row.
  const [found] = await em.execute<{ links: string; terms: string }[]>(
    `with link as (
       select l.${link.owner} as owner, array_agg(t.id order by t.scheme, t.position) as terms
       from ${link.table} as l join term as t on t.id = l.term_id
       where l.${link.owner} in (${ownerIds.map(() => "?").join(", ")}) group by 1)
     select (select coalesce(json_object_agg(owner, terms), '{}') from link)::text as links,
            (select coalesce(json_agg(t), '[]') from term as t
             where t.id in (select unnest(terms) from link))::text as terms`,
    [...ownerIds],
  );
  const links = JSON.parse(found?.links ?? "{}") as Record<string, string[]>;
  // The columns of a term are named as its properties are.
  const terms = JSON.parse(found?.terms ?? "[]") as Term[];
  const byId = new Map(terms.map((term) => [term.id, term]));
  return new Map(
    Object.entries(links).map(([owner, ids]) => [owner, ids.map((id) => byId.get(id)!)]),
  );
}

/** The terms of one scheme; all when none is named. */
export const ofScheme = (terms: Term[] = [], scheme?: TermScheme | null): Term[] =>
  scheme ? terms.filter((term) => term.scheme === scheme) : terms;

/**
 * The records described by any one of these terms, as a condition on the record's id: a subquery,
 * so that a record with several of the terms is found once. No terms, no condition.
 */
export function describedBy(
  em: Em,
  link: { entity: EntityClass<object>; owner: string },
  scheme: `${TermScheme}`,
  slugs: readonly string[] | null | undefined,
): { id?: object } {
  if (!slugs || slugs.length === 0) return {};
  const owners = em
    .createQueryBuilder(link.entity, "described")
    .select(link.owner as never)
    .where({ termId: { scheme, slug: { $in: [...slugs] } } } as never);
  return { id: { $in: owners } };
}

/** Groups of words that mean the same to a searcher: a term's label and aliases, and the spelling variants. */
export async function synonymGroups(em: Em): Promise<string[][]> {
  const terms = await em.createQueryBuilder(Term).select(["label", "aliases"]).execute();
  const groups = await em.createQueryBuilder(SynonymGroup).select("words").execute();
  return [
    ...terms
      .filter(({ aliases }) => aliases.length > 0)
      .map(({ label, aliases }) => [label, ...aliases]),
    ...groups.map(({ words }) => words),
  ];
}

/** Labels of a scheme by slug, for facets. */
export async function labelsOf(em: Em, scheme: TermScheme): Promise<Map<string, string>> {
  const terms = await listTerms(em, scheme);
  return new Map(terms.map(({ slug, label }) => [slug, label]));
}

registerNode({ prefix: "term", typeName: "Term", byIds: termsById });
