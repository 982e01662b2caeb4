import { chosenIn } from "../postgresql-fields.ts";
import { SearchFacetField, type SearchFilter } from "../search.inputs.ts";
import { audienceToken } from "./tokens.ts";

/** A condition in Meilisearch's language. Text of a user is in it only as `listed` has written it. */
export type Condition = string;

/** What no document is. */
export const nothing: Condition = 'id = "-"';

/** A document is one of these values in the field. */
export const listed = (attribute: string, values: readonly (string | number)[]): Condition =>
  values.length === 0
    ? nothing
    : `${attribute} IN [${values.map((value) => JSON.stringify(String(value))).join(", ")}]`;

export const startsWith = (attribute: string, beginning: string): Condition =>
  `${attribute} STARTS WITH ${JSON.stringify(beginning)}`;

export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 1 ? conditions[0]! : conditions.map((each) => `(${each})`).join(" AND ");

export const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? nothing : bracketed(conditions).join(" OR ");

const bracketed = (conditions: readonly Condition[]): string[] =>
  conditions.length === 1 ? [...conditions] : conditions.map((each) => `(${each})`);

/** What the bearer of these tokens may see: part of every request that reads the index, and the rule of a tenant token. */
export const visibleTo = (audience: readonly string[]): Condition =>
  listed("audience", audience.map(audienceToken));

/** Where a facet's values are in a document. */
export const attributeOf: Readonly<Record<SearchFacetField, string>> = {
  KIND: "kind",
  TOPIC: "topics",
  SUBJECT: "subjects",
  PHASE: "phases",
  KEY_STAGE: "keyStages",
  PUPIL_GROUP: "pupilGroups",
  COST_BAND: "costBand",
  EVIDENCE_STRENGTH: "evidenceStrength",
};

/** For every field with a choice: what a document must have. */
export function choices(filter: SearchFilter): { field: SearchFacetField; holds: Condition }[] {
  return Object.values(SearchFacetField).flatMap((field) => {
    const chosen = chosenIn(field, filter);
    if (chosen.length === 0) return [];
    return [{ field, holds: listed(attributeOf[field], chosen.filter(isValue)) }];
  });
}

/** Meilisearch folds case, PostgreSQL does not: what is no slug, number or kind of ours is nobody's value. */
const isValue = (value: string): boolean => /^(?:[a-z0-9-]{1,200}|[A-Z_]{1,40})$/.test(value);

/** The conditions that are no facet's choice. What has no figure never matches a comparison. */
export function plainFilters(filter: SearchFilter): Condition[] {
  const when = <T>(value: T | null | undefined, condition: (value: T) => Condition): Condition[] =>
    value === null || value === undefined ? [] : [condition(value)];
  return [
    ...when(filter.costBandMax, (max) => `costBand <= ${max}`),
    ...when(filter.evidenceStrengthMin, (min) => `evidenceStrength >= ${min}`),
    ...when(filter.impactMonthsMin, (min) => `impactMonths >= ${min}`),
    ...when(filter.publishedAfter, (at) => `publishedAt >= ${at.getTime()}`),
    ...when(filter.publishedBefore, (at) => `publishedAt < ${at.getTime()}`),
    ...when(filter.updatedAfter, (at) => `updatedAt >= ${at.getTime()}`),
  ];
}
