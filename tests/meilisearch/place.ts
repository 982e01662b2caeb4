import { connectMeilisearch } from "../../src/search/meilisearch/connection.ts";
import { documentsOf } from "../../src/search/meilisearch/document.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import {
  exclusiveAmongAll,
  exclusiveHere,
} from "../../src/search/meilisearch/shipping/exclusive.ts";
import type { Shipping } from "../../src/search/meilisearch/shipping/indexes.ts";
import type { Database } from "../../src/app/database.ts";
import { ContentKind } from "../../src/search/searchable.ts";
import { project, type SearchDraft } from "../../src/search/projection.ts";
import { synonymGroups } from "../../src/terms/term.reader.ts";

export const meiliUrl = process.env["MEILI_URL"];
export const masterKey = process.env["MEILI_MASTER_KEY"];
/** Tests that need a server run with both. */
export const haveMeilisearch = Boolean(meiliUrl && masterKey);

let made = 0;

/** Shipping to an index of a test's own, with all rights. */
export function shippingTo(
  { em, kind }: Pick<Database, "em" | "kind">,
  {
    // What is left out is described all the same; a connection makes no call by itself.
    url = meiliUrl ?? "http://127.0.0.1:9",
    index = `test_${process.pid}_${Date.now()}_${++made}`,
    ...more
  }: { url?: string; index?: string } & Partial<Shipping> = {},
): Shipping {
  return {
    em,
    connection: connectMeilisearch(
      { url, publicUrl: url, index, timeoutMs: 1_000 },
      masterKey ?? "",
    ),
    exclusive: kind === "embedded" ? exclusiveHere() : exclusiveAmongAll(em),
    documentsOf,
    settings: (fork) => indexSettings(fork, synonymGroups),
    ...more,
  };
}

export const draft = (id: string, title: string, more: Partial<SearchDraft> = {}): SearchDraft => ({
  id,
  kind: ContentKind.EVIDENCE_SUMMARY,
  title,
  headline: `What ${title} does.`,
  parts: [{ field: "text", text: `A text about ${title}, written for ${id}.` }],
  audience: ["public"],
  publishedAt: new Date("2026-01-01"),
  updatedAt: new Date("2026-01-02"),
  ...more,
});

/** Writes documents as a module would, some hundred a transaction. */
export async function write({ em }: Pick<Database, "em">, drafts: readonly SearchDraft[]) {
  for (let at = 0; at < drafts.length; at += 500)
    await em.fork().transactional((tx) => project(tx, drafts.slice(at, at + 500)));
}
