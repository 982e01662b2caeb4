import { raw } from "@mikro-orm/core";
import { connectionOf } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { listPage, rowBy, rowsById } from "../kernel/rows.ts";
import { registerNode } from "../kernel/node.ts";
import { emptyPage, type Order, type Page, type PageRequest } from "../kernel/paging.ts";
import { Organisation } from "./organisation.entity.ts";
import { visiblePersons } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { type SchoolQuery, schoolQuery } from "./school-query.ts";
import { School } from "./school.entity.ts";

/** Batch: schools by id. Schools are public facts. */
export const schoolsById = rowsById(School);
/** Batch: organisations by id. */
export const organisationsById = rowsById(Organisation);
/** Batch: persons by id, as others see them: a name and a school. */
export const personsById = rowsById(Person, visiblePersons);

/** In the order of the key, which is alike on every database and knows no accents. */
const nameKey = {
  path: "name_key",
  type: "text",
  direction: "asc",
  computed: { sql: (alias: string) => `${alias}.name_key` },
} as const;
const id = { path: "id", type: "text", direction: "asc" } as const;

const byName: Order = { name: "name key", keys: [nameKey, id] };

const bestFirst = (query: SchoolQuery): Order => ({
  name: "best",
  keys: [
    { path: "place", type: "integer", direction: "asc", computed: { sql: query.place } },
    nameKey,
    id,
  ],
});

/**
 * Schools as one types: every word of the query begins a word of the name or the town, the postcode or the URN. The
 * best come first: that URN, that postcode, a name that begins so, words of the name, then the rest, each by name. One
 * statement, and one more when the total is asked for.
 */
export function listSchools(
  ctx: Context,
  typed: string | null,
  request: PageRequest,
): Promise<Page<School>> {
  if (typed === null || typed.trim() === "") return listPage(ctx, School, {}, byName, request);
  const query = schoolQuery(typed);
  if (query === null) return Promise.resolve(emptyPage<School>());
  return listPage(ctx, School, { [raw(query.matches)]: [] }, bestFirst(query), request);
}

/** The school with this URN. */
export const schoolByUrn = (ctx: Context, urn: number): Promise<School | null> =>
  rowBy(ctx, School, { urn });

export const schools = connectionOf("School", () => School);

registerNode({ prefix: "school", typeName: "School", byIds: schoolsById });
registerNode({ prefix: "organisation", typeName: "Organisation", byIds: organisationsById });
registerNode({ prefix: "person", typeName: "Person", byIds: personsById });
