import { sessionDocumentsAfter } from "../cpd/cpd-session.search.ts";
import { selfStudyDocumentsAfter } from "../cpd/self-study.search.ts";
import { summaryDocumentsAfter } from "../evidence/summary.search.ts";
import type { Em } from "../kernel/em.ts";
import { projectDocumentsAfter } from "../projects/research-project.search.ts";
import { reflectionDocumentsAfter } from "../reflections/reflection.search.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { project, unproject } from "../search/projection.ts";

const sources = [
  summaryDocumentsAfter,
  sessionDocumentsAfter,
  selfStudyDocumentsAfter,
  projectDocumentsAfter,
  reflectionDocumentsAfter,
];

/** Transactions stay short: the embedded database is one connection, and readers wait. */
const pageSize = 200;

/**
 * Writes every search document anew from its record and buries those whose record is gone, then refreshes the lexicon.
 * A document that says what its record says already is left as it is. The server may go on writing meanwhile: what is
 * written after the start is newer than anything read here, and is left alone.
 */
export async function reindex(em: Em): Promise<{ written: number; removed: number }> {
  const [start] = await em
    .fork()
    .execute<{ version: string }[]>(
      "select coalesce(max(version), 0)::text as version from search_document",
    );
  const present = new Set<string>();
  for (const documentsAfter of sources) {
    let after = "";
    for (;;) {
      const last = await em.fork().transactional(async (tx) => {
        const documents = await documentsAfter(tx, after, pageSize);
        await project(tx, documents);
        for (const { id } of documents) present.add(id);
        return documents.at(-1)?.id;
      });
      if (last === undefined) break;
      after = last;
    }
  }
  const removed = await em.fork().transactional(async (tx) => {
    const old = await tx.execute<{ id: string }[]>(
      "select id from search_document where deleted_at is null and version <= ? for update",
      [start!.version],
    );
    const gone = old.map(({ id }) => id).filter((id) => !present.has(id));
    await unproject(tx, gone);
    return gone.length;
  });
  await refreshLexicon(em.fork());
  return { written: present.size, removed };
}
