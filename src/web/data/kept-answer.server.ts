import { createHash } from "node:crypto";

/** What is read by machines: its text, its type, and when it last changed where that is known. */
export interface MachineAnswer {
  readonly body: string;
  readonly type: string;
  readonly modified?: Date | undefined;
}

/**
 * An answer that whoever has it already is not sent again: 304 while its tag, or where none was kept its day, still
 * stands. Nothing is shown after it has changed: it is asked for each time.
 */
export function keptAnswer(request: Request, { body, type, modified }: MachineAnswer): Response {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ "cache-control": "no-cache", etag });
  if (modified) headers.set("last-modified", modified.toUTCString());
  if (unchanged(request, etag, modified)) return new Response(null, { status: 304, headers });
  headers.set("content-type", `${type}; charset=utf-8`);
  return new Response(body, { headers });
}

function unchanged(request: Request, etag: string, modified: Date | undefined): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null)
    return (
      tags === "*" ||
      tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag.slice(2))
    );
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  // Dates of HTTP have no parts of a second.
  return modified !== undefined && Math.floor(modified.getTime() / 1_000) * 1_000 <= since;
}
