import type { FilterQuery } from "@mikro-orm/core";
import { AuditEvent, AuditIdentity } from "../kernel/audit.entity.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { checkFilter } from "../kernel/input.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { listPage } from "../kernel/rows.ts";
import { requireRole } from "../kernel/viewer.ts";
import type { AuditActor, AuditEventFilter } from "./audit.inputs.ts";

const newestFirst: Order = {
  name: "newest",
  keys: [
    { path: "at", type: "moment", direction: "desc" },
    { path: "id", type: "text", direction: "desc" },
  ],
};

const act = "read the audit trail";

/**
 * A page of the audit trail, newest first, for administrators: one statement, one more for a person's actor, one more for
 * the total.
 */
export async function listAuditEvents(
  ctx: Context,
  filter: AuditEventFilter,
  request: PageRequest,
): Promise<Page<AuditEvent>> {
  requireRole(ctx.viewer, act, "ADMINISTRATOR");
  checkFilter(filter);
  return listPage(ctx, AuditEvent, await auditLines(ctx, filter), newestFirst, request);
}

/** The lines that a filter asks for. */
async function auditLines(
  ctx: Context,
  filter: AuditEventFilter,
): Promise<FilterQuery<AuditEvent>> {
  const all: FilterQuery<AuditEvent>[] = [];
  if (filter.act) all.push({ act: filter.act });
  if (filter.subject) all.push({ subject: filter.subject });
  if (filter.actor) all.push({ actor: filter.actor });
  if (filter.from) all.push({ at: { $gte: filter.from } });
  if (filter.to) all.push({ at: { $lt: filter.to } });
  if (filter.person) {
    const [known] = await ctx.em
      .createQueryBuilder(AuditIdentity)
      .select("actor")
      .where({ personId: filter.person })
      .execute();
    const about = { subject: filter.person };
    all.push(known ? { $or: [about, { actor: known.actor }] } : about);
  }
  return all.length > 0 ? { $and: all } : {};
}

/** Every act that the trail knows, in alphabetical order, for administrators. Hops from one to the next in the index. */
export async function listAuditActs({ em, viewer }: Context): Promise<string[]> {
  requireRole(viewer, act, "ADMINISTRATOR");
  const rows = await em.execute<{ act: string }[]>(
    `with recursive acts as (
       (select act from audit_event order by act limit 1)
       union all
       select (select e.act from audit_event e where e.act > acts.act order by e.act limit 1)
       from acts where acts.act is not null
     )
     select act from acts where act is not null`,
  );
  return rows.map((row) => row.act).sort();
}

/** Batch: who the actors are, of those whose person is still there. */
export const auditActorsById: Batch<AuditActor> = async ({ em }, ids) => {
  const rows = await em
    .createQueryBuilder(AuditIdentity)
    .where({ actor: { $in: [...ids] } })
    .execute<AuditIdentity[]>();
  return new Map(
    rows.map(({ actor, name, address, personId }) => [
      actor,
      { id: actor, name, email: address, personId },
    ]),
  );
};

export const auditEvents = connectionOf("AuditEvent", () => AuditEvent);
