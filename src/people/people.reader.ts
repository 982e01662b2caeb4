import type { FilterQuery } from "@mikro-orm/core";
import { connectionOf } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { listPage, rowBy, rowsById } from "../kernel/rows.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { Organisation } from "./organisation.entity.ts";
import { visiblePersons } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { School } from "./school.entity.ts";

/** Batch: schools by id. Schools are public facts. */
export const schoolsById = rowsById(School);
/** Batch: organisations by id. */
export const organisationsById = rowsById(Organisation);
/** Batch: persons by id, as others see them: a name and a school. */
export const personsById = rowsById(Person, visiblePersons);

const byName: Order = {
  name: "name",
  keys: [
    { path: "name", type: "text", direction: "asc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

/** Schools by name, town, postcode or URN: every word of the query must begin a word of the name, or be one of the others. */
export function listSchools(
  ctx: Context,
  query: string | null,
  request: PageRequest,
): Promise<Page<School>> {
  const words = (query ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  const where: FilterQuery<School> = {
    $and: words.map((word) => ({
      $or: [
        { name: { $ilike: `%${escapeLike(word)}%` } },
        { town: { $ilike: `${escapeLike(word)}%` } },
        { postcode: { $ilike: `%${escapeLike(word)}%` } },
        ...(/^\d{1,7}$/.test(word) ? [{ urn: Number(word) }] : []),
      ],
    })),
  };
  return listPage(ctx, School, where, byName, request);
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The school with this URN. */
export const schoolByUrn = (ctx: Context, urn: number): Promise<School | null> =>
  rowBy(ctx, School, { urn });

export const schools = connectionOf("School", () => School);

registerNode({ prefix: "school", typeName: "School", byIds: schoolsById });
registerNode({ prefix: "organisation", typeName: "Organisation", byIds: organisationsById });
registerNode({ prefix: "person", typeName: "Person", byIds: personsById });
