import type { Em } from "../kernel/em.ts";

const publicDocuments = `from search_document where deleted_at is null and 'public' = any (audience)`;

/**
 * Counts the words of the public, live documents: how rare a word is (for rank), which words there are (for spelling and
 * for words half typed). Answers whether anything had changed since the last count. Costs an index scan when nothing had;
 * else it reads every document (5,000 abstracts: 0.6 s, 100,000: 3.4 s), so the sweep calls it, not a write.
 * A stale lexicon hides nothing: a word it lacks is looked for in the documents themselves.
 */
export function refreshLexicon(em: Em): Promise<boolean> {
  return em.transactional(async (tx) => {
    // Two refreshes at once would only wait for each other's rows; the later one finds nothing to do.
    await tx.execute(`select pg_advisory_xact_lock(hashtext('potbank search lexicon'))`);
    const [state] = await tx.execute<{ fingerprint: string; stored: string | null }[]>(
      // The sum as well as the maximum: a transaction may commit a lower version after a higher one has been counted.
      `select concat_ws(':', count(*), max(version), sum(version)) as fingerprint,
              (select fingerprint from search_lexicon) as stored
       from search_document`,
    );
    if (!state || state.fingerprint === state.stored) return false;
    for (const statement of recount) await tx.execute(statement, [], "run");
    await tx.execute(
      `insert into search_lexicon (documents, fingerprint) select count(*), ? ${publicDocuments}
       on conflict (id) do update set documents = excluded.documents, fingerprint = excluded.fingerprint`,
      [state.fingerprint],
      "run",
    );
    return true;
  });
}

// Differences only, never truncate and fill: readers are not blocked, and the embedded database, which nothing vacuums,
// does not grow with every refresh.
const recount = [
  `create temporary table fresh_lexeme on commit drop as
     select word as lexeme, ndoc as documents from ts_stat($$select tsv ${publicDocuments}$$)`,
  `create temporary table fresh_word on commit drop as
     select word, (ts_lexize('english_stem', word))[1] as lexeme, ndoc as documents
     from ts_stat($$select words ${publicDocuments}$$)
     where word ~ '^[a-z]{3,30}$' and ts_lexize('english_stem', word) <> '{}'`,
  `delete from search_lexeme where not exists (select from fresh_lexeme f where f.lexeme = search_lexeme.lexeme)`,
  `insert into search_lexeme as l (lexeme, documents) select lexeme, documents from fresh_lexeme
     on conflict (lexeme) do update set documents = excluded.documents where l.documents <> excluded.documents`,
  `delete from search_word where not exists (select from fresh_word f where f.word = search_word.word)`,
  `insert into search_word as w (word, lexeme, documents) select word, lexeme, documents from fresh_word
     on conflict (word) do update set documents = excluded.documents where w.documents <> excluded.documents`,
  `drop table fresh_lexeme, fresh_word`,
];
