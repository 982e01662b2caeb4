import { sessionDocumentsAfter } from "../cpd/cpd-session.search.ts";
import { summaryDocumentsAfter } from "../evidence/summary.search.ts";
import type { Em } from "../kernel/em.ts";
import { projectDocumentsAfter } from "../projects/research-project.search.ts";
import { reflectionDocumentsAfter } from "../reflections/reflection.search.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { project, unproject } from "../search/projection.ts";
import { SearchDocument } from "../search/search-document.entity.ts";

const sources = [
  summaryDocumentsAfter,
  sessionDocumentsAfter,
  projectDocumentsAfter,
  reflectionDocumentsAfter,
];

/** Transactions stay short: the embedded database is one connection, and readers wait. */
const pageSize = 200;

/**
 * Writes every search document anew from its record and buries those whose record is gone, then
 * refreshes the lexicon. A document that says what its record says already is left as it is.
 */
export async function reindex(em: Em): Promise<{ written: number; removed: number }> {
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
  const documents = await em
    .fork()
    .createQueryBuilder(SearchDocument)
    .select("id")
    .where({ deletedAt: null })
    .execute();
  const gone = documents.map(({ id }) => id as string).filter((id) => !present.has(id));
  await em.fork().transactional((tx) => unproject(tx, gone));
  await refreshLexicon(em.fork());
  return { written: present.size, removed: gone.length };
}
