import { createHash } from "node:crypto";

/** What is read by machines: its text, its type, and when it last changed where that is known. */
export interface MachineAnswer {
  readonly body: string;
  readonly type: string;
  readonly modified?: Date | undefined;
}

/**
 * An answer that whoever has it already is not sent again: 304 while its tag still stands. Nothing is shown after it has
 * changed: it is asked for each time. The day alone proves nothing, because a record that was withdrawn leaves no later
 * day behind.
 */
export function keptAnswer(request: Request, { body, type, modified }: MachineAnswer): Response {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ "cache-control": "no-cache", etag });
  if (modified) headers.set("last-modified", modified.toUTCString());
  if (unchanged(request, etag)) return new Response(null, { status: 304, headers });
  headers.set("content-type", `${type}; charset=utf-8`);
  return new Response(body, { headers });
}

function unchanged(request: Request, etag: string): boolean {
  const tags = request.headers.get("if-none-match");
  return (
    tags !== null &&
    (tags === "*" ||
      tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag.slice(2)))
  );
}
