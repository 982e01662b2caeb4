import { vi } from "vitest";
import type { Database } from "../../src/app/database.ts";
import { shippingOf } from "../../src/app/shipping.ts";
import type { Shipping } from "../../src/search/meilisearch/shipping/indexes.ts";
import { shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { project, type SearchDraft } from "../../src/search/projection.ts";
import { ContentKind } from "../../src/search/searchable.ts";
import { addressOf, limitedKeys, ownIndex } from "../support/meilisearch-installation.ts";

/**
 * Shipping as the program does it, to an index of a test's own, with the limited key that `potbank search setup` makes. The
 * index itself is not there yet. `at` is where requests go, when that is not the server itself.
 */
export async function shippingTo(
  database: Database,
  {
    url,
    at = url,
    index = ownIndex(url),
    ...more
  }: { url?: string; at?: string; index?: string } & Partial<Shipping> = {},
): Promise<Shipping> {
  const meilisearchKeys = await limitedKeys(index, url);
  const meilisearch = addressOf(index, at === undefined ? {} : { url: at });
  return { ...shippingOf(database, { meilisearch }, { meilisearchKeys })!, ...more };
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

/** A comparison that found index and database equal. */
export const nothing = {
  missing: [],
  stale: [],
  extra: [],
  waiting: [],
  failed: [],
  settings: [],
};

/** Waits until something holds: as long as the test may take. */
export const until = (holds: () => Promise<boolean>): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await holds())) throw new Error("It has not come to be.");
    },
    { timeout: 120_000, interval: 50 },
  );

/** Waits until the index has all there is, and is known to. */
export const followed = ({ em }: Pick<Database, "em">): Promise<void> =>
  until(async () => {
    const { trusted, waiting } = await shippingState(em.fork());
    return trusted && waiting === 0;
  });
