import { createHash } from "node:crypto";
import type { Em } from "../kernel/em.ts";
import { acronymVector, separateAcronyms } from "./acronyms.ts";
import type { TextPart } from "./search-document.entity.ts";
import type { ContentKind } from "./searchable.ts";

/** What a module says of a record it wants found: plain text, term slugs, who may find it. */
export interface SearchDraft {
  readonly id: string;
  readonly kind: ContentKind;
  readonly title: string;
  readonly headline?: string;
  /** Labels and aliases of its terms. */
  readonly keywords?: readonly string[];
  /** The rest, in reading order. */
  readonly parts?: readonly TextPart[];
  readonly topics?: readonly string[];
  readonly subjects?: readonly string[];
  readonly phases?: readonly string[];
  readonly keyStages?: readonly string[];
  readonly pupilGroups?: readonly string[];
  readonly costBand?: number | null;
  readonly evidenceStrength?: number | null;
  readonly impactMonths?: number | null;
  readonly audience: readonly string[];
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
}

/** Bounds one statement's text: 500 summaries of 10 kB are two statements. */
const statementMax = 250;

/** A tsvector holds 1 MB; no page of ours comes near, but an import might. */
const bodyMax = 300_000;

/**
 * Writes what search knows of these records. Call it inside the transaction that changes them: search is then never
 * behind, and a rollback takes the document back too. A draft equal to what is stored writes nothing and waits for nobody.
 */
export async function project(tx: Em, drafts: readonly SearchDraft[]): Promise<void> {
  // One order for all writers, so that two transactions cannot wait for each other's rows.
  const rows = (await changed(tx, drafts.map(toRow))).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < rows.length; at += statementMax)
    await tx.execute(upsert, [JSON.stringify(rows.slice(at, at + statementMax))], "run");
}

/**
 * The rows that say something else than what is stored: making the vector of a row costs a hundred times the look at its
 * hash. A row that another transaction is changing counts as it was: this one changes nothing about it, so the other's
 * version, made of the newer records, must stand.
 */
async function changed(tx: Em, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const stored = await tx.execute<{ id: string; content_hash: string }[]>(
    `select id, content_hash from search_document where id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(rows.map(({ id }) => id))],
  );
  const hashes = new Map(stored.map(({ id, content_hash: hash }) => [id, hash]));
  return rows.filter((row) => hashes.get(row.id) !== row.content_hash);
}

/** Leaves tombstones: nobody finds these records any more, and a following engine learns that they are gone. */
export async function unproject(tx: Em, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.execute(bury, [JSON.stringify(ids)], "run");
}

/** Takes one token out of every audience: its bearer is gone. Without a hash the next projection writes the document anew. */
export async function forgetAudience(tx: Em, token: string): Promise<void> {
  await tx.execute(
    `update search_document set audience = array_remove(audience, ?), content_hash = '', written_at = now(),
       version = nextval('search_document_version_seq')
     where ? = any (audience) and ${numbered}`,
    [token, token],
    "run",
  );
}

type Row = ReturnType<typeof toRow>;

function toRow(draft: SearchDraft) {
  const title = clean(draft.title);
  const headline = clean(draft.headline ?? "");
  const keywords = (draft.keywords ?? []).map(clean).join(". ");
  const parts = (draft.parts ?? []).map(({ field, text }) => ({ field, text: clean(text) }));
  const body = parts
    .map(({ text }) => text)
    .join("\n\n")
    .slice(0, bodyMax);
  const separated = {
    title: separateAcronyms(title),
    headline: separateAcronyms(headline),
    keywords: separateAcronyms(keywords),
    body: separateAcronyms(body),
  };
  const row = {
    id: draft.id,
    kind: draft.kind,
    title,
    headline,
    keywords,
    parts,
    body,
    // What is indexed: words as words, and acronyms as lexemes of their own.
    indexed: {
      title: separated.title.words,
      headline: separated.headline.words,
      keywords: separated.keywords.words,
      body: separated.body.words,
      acronyms: acronymVector([
        ["A", separated.title.acronyms],
        ["B", separated.headline.acronyms],
        ["C", separated.keywords.acronyms],
        ["D", separated.body.acronyms],
      ]),
    },
    topics: distinct(draft.topics),
    subjects: distinct(draft.subjects),
    phases: distinct(draft.phases),
    key_stages: distinct(draft.keyStages),
    pupil_groups: distinct(draft.pupilGroups),
    cost_band: draft.costBand ?? null,
    evidence_strength: draft.evidenceStrength ?? null,
    impact_months: draft.impactMonths ?? null,
    audience: distinct(draft.audience),
    published_at: draft.publishedAt,
    updated_at: draft.updatedAt,
  };
  return { ...row, content_hash: createHash("sha256").update(JSON.stringify(row)).digest("hex") };
}

/** Neither jsonb nor text can hold a NUL or half a surrogate pair, and no other control character is worth keeping. */
const clean = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, " ");

/** A slug given twice must not count twice in a facet. */
const distinct = (values: readonly string[] = []): string[] => [...new Set(values)].sort();

// A version is drawn by a transaction that has its number already: those who follow wait for all numbers up to some moment
// to be over, and then know that no version drawn before that moment is still to come.
const numbered = "pg_current_xact_id() is not null";

const columns = `id, kind, title, headline, keywords, parts, body, topics, subjects, phases, key_stages,
  pupil_groups, cost_band, evidence_strength, impact_months, audience, published_at, updated_at, content_hash`;

/** What separates words for us and not for PostgreSQL's parser, which sees "reading/writing" as the name of a file. */
const lexemes = (part: string) =>
  `to_tsvector('potbank', translate(draft.indexed ->> '${part}', '/_-–—', '     '))`;

const vector = `
  setweight(${lexemes("title")}, 'A') || setweight(${lexemes("headline")}, 'B') ||
  setweight(${lexemes("keywords")}, 'C') || setweight(${lexemes("body")}, 'D') ||
  (draft.indexed ->> 'acronyms')::tsvector`;

// The version is drawn in the SET clause, after the row is locked: a writer that waited for another one must get the
// higher number. The one drawn for the INSERT is drawn before the wait and would be lower.
const upsert = `
  insert into search_document as stored (${columns}, tsv, version)
  select ${columns}, ${vector}, nextval('search_document_version_seq')
  from jsonb_to_recordset(?::jsonb) as draft (
    id text, kind text, title text, headline text, keywords text, parts jsonb, body text, indexed jsonb,
    topics text[], subjects text[], phases text[], key_stages text[], pupil_groups text[],
    cost_band int, evidence_strength int, impact_months int, audience text[],
    published_at timestamptz, updated_at timestamptz, content_hash text)
  where ${numbered}
  on conflict (id) do update set
    ${columns
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "id")
      .map((name) => `${name} = excluded.${name}`)
      .join(", ")},
    tsv = excluded.tsv, written_at = now(), version = nextval('search_document_version_seq'), deleted_at = null
  where stored.content_hash <> excluded.content_hash`;

const bury = `
  update search_document set
    title = '', headline = '', keywords = '', parts = '[]', body = '', tsv = '',
    topics = '{}', subjects = '{}', phases = '{}', key_stages = '{}', pupil_groups = '{}',
    cost_band = null, evidence_strength = null, impact_months = null, audience = '{}', published_at = null,
    content_hash = '', deleted_at = now(), written_at = now(), version = nextval('search_document_version_seq')
  where deleted_at is null and ${numbered} and id in (select jsonb_array_elements_text(?::jsonb))`;
