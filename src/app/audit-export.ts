import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RequestHandler, Request as ExpressRequest } from "express";
import { audit } from "../kernel/audit.ts";
import type { AuditEvent } from "../kernel/audit.entity.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { firstMax } from "../kernel/paging.ts";
import type { AuditEventFilter } from "../people/audit.inputs.ts";
import { auditActorsById, listAuditEvents } from "../people/audit.reader.ts";

const names = ["act", "subject", "actor", "person"] as const;
const columns = ["at", "act", "subject", "actor", "name", "email", "detail", "id"];

/**
 * The audit trail as CSV, under the filters of its page. Written a page at a time, so that neither a long trail nor a
 * slow reader holds anything; that it was taken away stands in the trail before the first line goes out.
 */
export const auditExport =
  (context: (request: ExpressRequest) => Promise<Context>): RequestHandler =>
  async (request, response) => {
    response.setHeader("cache-control", "private, no-store");
    response.vary("cookie");
    const ctx = await context(request);
    try {
      const { filter, told } = filterOf(new URL(request.originalUrl, "http://localhost"));
      const first = await listAuditEvents(ctx, filter, { first: firstMax, after: null });
      await ctx.em
        .fork()
        .transactional((tx) => audit(tx, ctx.viewer, "audit.exported", "audit_event", told));
      response.setHeader("content-type", "text/csv; charset=utf-8");
      response.setHeader("content-disposition", 'attachment; filename="audit.csv"');
      await pipeline(Readable.from(lines(ctx, filter, first)), response);
    } catch (error) {
      if (response.headersSent || !(error instanceof DomainError)) throw error;
      const code = error.extensions.code;
      if (code === "UNAUTHENTICATED") {
        response.redirect(303, "/sign-in?next=%2Faudit");
        return;
      }
      response.status(code === "FORBIDDEN" ? 403 : 400).type("text/plain");
      response.send(`${error.message}\n`);
    }
  };

/** The filter in an address; a day without a time is that day in UTC, `to` included. */
function filterOf({ searchParams }: URL): {
  filter: AuditEventFilter;
  told: Record<string, string>;
} {
  const filter: AuditEventFilter = {};
  const told: Record<string, string> = {};
  for (const name of names) {
    const value = searchParams.get(name)?.trim().slice(0, 200);
    if (value) filter[name] = value;
    // An id or the name of an act; what else may have been typed there is not kept for ever.
    if (value && /^[a-z0-9_.-]{1,90}$/.test(value)) told[name] = value;
  }
  for (const [name, days] of [
    ["from", 0],
    ["to", 1],
  ] as const) {
    const value = searchParams.get(name) ?? "";
    const moment = Date.parse(`${value}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(moment)) continue;
    filter[name] = new Date(moment + days * 86_400_000);
    told[name] = value;
  }
  return { filter, told };
}

type AuditPage = Awaited<ReturnType<typeof listAuditEvents>>;

async function* lines(ctx: Context, filter: AuditEventFilter, first: AuditPage) {
  // Spreadsheets take a file for Latin-1 without it.
  yield `\uFEFF${columns.join(",")}\r\n`;
  for (let page = first; ;) {
    const actors = [...new Set(page.nodes.flatMap(({ actor }) => actor ?? []))];
    const known = actors.length > 0 ? await auditActorsById(ctx, actors) : new Map();
    yield page.nodes.map((event) => line(event, known.get(event.actor ?? ""))).join("");
    const after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage || after === null) return;
    page = await listAuditEvents(ctx, filter, { first: firstMax, after });
  }
}

const line = (event: AuditEvent, actor?: { name: string | null; email: string | null }): string =>
  `${[
    event.at.toISOString(),
    event.act,
    event.subject,
    event.actor ?? "",
    actor?.name ?? "",
    actor?.email ?? "",
    Object.entries(event.detail)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join("; "),
    event.id,
  ]
    .map(csvCell)
    .join(",")}\r\n`;

/** A cell of a CSV file. What a spreadsheet would take for a formula begins with an apostrophe, and is shown as text. */
export function csvCell(value: string): string {
  const text = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
