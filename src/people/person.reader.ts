import { raw } from "@mikro-orm/core";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { cleanText } from "../kernel/input.ts";
import type { Page, PageRequest } from "../kernel/paging.ts";
import { listPage } from "../kernel/rows.ts";
import { requireRole } from "../kernel/viewer.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { Person } from "./person.entity.ts";
import type { PersonFilter } from "./person.inputs.ts";
import { inForce } from "./role.reader.ts";

export const persons = connectionOf("Person", () => Person);

/** Batch: the terms of persons' profiles. */
export const termsByPerson: Batch<Term[]> = ({ em }, ids) =>
  termsThrough(em, { table: "person_term", owner: "person_id" }, ids);

/** In the order of the lower-case name. */
const byName = {
  name: "person name",
  keys: [
    {
      path: "name key",
      type: "text",
      direction: "asc",
      computed: { sql: (alias: string) => `lower(${alias}.name)` },
    },
    { path: "id", type: "text", direction: "asc" },
  ],
} as const;

/** People under a filter, by name. One statement. UNAUTHENTICATED or FORBIDDEN for all but administrators. */
export async function listPeople(
  ctx: Context,
  filter: PersonFilter,
  request: PageRequest,
): Promise<Page<Person>> {
  requireRole(ctx.viewer, "read the list of people", "ADMINISTRATOR");
  const typed = cleanText(filter.query ?? "", "filter.query", 200)
    .trim()
    .toLowerCase();
  const conditions: Record<symbol | string, unknown>[] = [];
  if (typed !== "") {
    const part = `%${typed.replaceAll(/[\\%_]/g, "\\$&")}%`;
    conditions.push({
      [raw(
        (p) => `(lower(${p}.name) like ? or exists (
          select from account a where a.id = ${p}.id and lower(a.email) like ?))`,
        [part, part],
      )]: [],
    });
  }
  if (filter.role === "TEACHER")
    conditions.push({
      [raw((p) => `exists (select from account a where a.id = ${p}.id and a.email_verified)`)]: [],
    });
  else if (filter.role)
    conditions.push({
      [raw(
        (p) =>
          `exists (select from role_grant g where g.person_id = ${p}.id and g.role = ? and ${inForce})`,
        [filter.role],
      )]: [],
    });
  if (filter.schoolUrn !== null && filter.schoolUrn !== undefined)
    conditions.push({ schoolId: { urn: filter.schoolUrn } });
  return listPage(ctx, Person, { $and: conditions } as never, byName, request);
}
