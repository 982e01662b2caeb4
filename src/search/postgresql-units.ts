import type { Em } from "../kernel/em.ts";
import { acronymLexeme } from "./acronyms.ts";
import { type Alternative, prefixFrom, type Unit } from "./query.ts";

/** A way of matching a unit, as tsquery texts that PostgreSQL itself has made or that hold nothing but letters and digits. */
export interface Reading {
  /** What a document must satisfy. */
  readonly match: string;
  /** What is counted in it: a phrase by its rarest word, because ts_rank does not look at adjacency. */
  readonly rank: string;
  /** ts_rank divides by the number of words asked for; this undoes it, so that a synonym more costs a document nothing. */
  readonly size: number;
  /** True when any counted word is a match, so that the rank alone says whether there is one. */
  readonly simple: boolean;
  /** What may be marked in a text: the lexemes of each way of saying it, in order, as adjacent words. */
  readonly marks: readonly (readonly string[])[];
}

/** A unit that some visible document has, ready to be searched for. */
export interface ResolvedUnit {
  readonly unit: Unit;
  readonly own: Reading | null;
  readonly near: Reading | null;
  /** How much a match tells, for rank: its inverse document frequency, never quite nothing. */
  readonly information: number;
  /**
   * What it counts when a document's share of the query is added up: its rarity, up to a third of the most any word could
   * have. Else one rare word is most of a query ("sats" in "year 6 sats maths"), and what has all the others is no hit.
   */
  readonly portion: number;
}

export interface Resolution {
  readonly found: readonly ResolvedUnit[];
  /** Units that no visible document has, in any of their readings. */
  readonly missing: readonly Unit[];
}

interface ResolvedAlternative {
  unit: number;
  at: number;
  query: string;
  lexemes: string[];
  known: Record<string, number> | null;
  present: boolean;
  documents: number | null;
}

/** Turns units into tsqueries and weighs them by the lexicon, in one statement. */
export async function resolveUnits(
  em: Em,
  units: readonly Unit[],
  audience: readonly string[],
): Promise<Resolution> {
  if (units.length === 0) return { found: [], missing: [] };
  const asked = units.flatMap((unit, index) =>
    unit.alternatives.map((each, at) => ({
      unit: index,
      at,
      form: each.form,
      text: queryText(each),
    })),
  );
  const rows = await em.execute<ResolvedAlternative[]>(resolveStatement, [
    JSON.stringify(asked),
    JSON.stringify(audience),
  ]);
  const found: ResolvedUnit[] = [];
  const missing: Unit[] = [];
  const counts = Object.assign({}, ...rows.map(({ known }) => known)) as Record<string, number>;
  units.forEach((unit, index) => {
    const present = finished(
      unit,
      rows.filter((row) => row.unit === index && row.present),
    );
    if (unit.insteadOf !== null && !isOrdinary(unit, present, counts)) return;
    if (present.length > 0) found.push(resolved(unit, present));
    // A stop word has no lexeme at all: it is not missing, it is not looked for.
    else if (rows.some((row) => row.unit === index && row.query !== "")) missing.push(unit);
  });
  return { found: found.map((each) => shared(hinted(each, found), found)), missing };
}

/** The first letters of a word are no word yet: beside others they must not decide what is a hit ("one to o"). */
function hinted(each: ResolvedUnit, all: readonly ResolvedUnit[]): ResolvedUnit {
  const { typing, known, words } = each.unit;
  const letters = typing && !known && words.length === 1 && words[0]!.plain.length < prefixFrom;
  return letters && all.length > 1 ? { ...each, information: leastInformation, portion: 0 } : each;
}

/** Shorter words are words: "read" is not the beginning of "ready", nor "art" of "article", where texts have them. */
const unfinishedFrom = 5;

/** Without the words it begins, when what was typed is a short word that texts have. */
function finished(unit: Unit, rows: readonly ResolvedAlternative[]): ResolvedAlternative[] {
  const formOf = ({ at }: ResolvedAlternative) => unit.alternatives[at]!.form;
  const isWord = rows.some((row) => formOf(row) === "phrase" && unit.alternatives[row.at]!.own);
  const short = unit.words.length === 1 && unit.words[0]!.plain.length < unfinishedFrom;
  return rows.filter((row) => !(isWord && short && formOf(row) === "prefix"));
}

/** True when the letters of an acronym are written as a word too: more documents have the word than have the acronym. */
const isOrdinary = (
  unit: Unit,
  rows: readonly ResolvedAlternative[],
  counts: Readonly<Record<string, number>>,
): boolean =>
  rows.some((row) => documentsOf(row, rarest(row)) > (counts[`=${unit.insteadOf}`] ?? 0));

/** Of an acronym and the word it may be, one was meant: each tells half. */
function shared(each: ResolvedUnit, all: readonly ResolvedUnit[]): ResolvedUnit {
  const first = each.unit.words[0];
  const twin = all.some((other) => other !== each && other.unit.words[0] === first);
  return twin ? { ...each, information: each.information / 2, portion: each.portion / 2 } : each;
}

const queryText = ({ form, text }: Alternative): string => {
  if (form === "acronym") return acronymLexeme(text);
  return form === "prefix" ? `'${text}':*` : text;
};

/**
 * Where nearly every text has a word ("reading" in a collection about schools), its rarity says that it tells nothing; yet
 * a title that has it tells a good deal. So no word ranks as less than this, though for a hit it counts as little as it is.
 */
const leastInformation = 0.8;

function resolved(unit: Unit, rows: readonly ResolvedAlternative[]): ResolvedUnit {
  const side = (own: boolean) =>
    reading(
      unit,
      rows.filter(({ at }) => unit.alternatives[at]!.own === own),
    );
  const rarity = informationOf(unit, rows);
  const most = Math.log(1 + 2 * (rows[0]?.documents ?? 0));
  return {
    unit,
    own: side(true),
    near: side(false),
    information: Math.max(rarity, leastInformation),
    portion: most > 0 ? Math.min(rarity, most / 3) : rarity,
  };
}

function reading(unit: Unit, rows: readonly ResolvedAlternative[]): Reading | null {
  if (rows.length === 0) return null;
  const match = new Set<string>();
  const rank = new Set<string>();
  const marks: string[][] = [];
  let simple = true;
  for (const row of rows) {
    match.add(row.query);
    if (unit.alternatives[row.at]!.form === "prefix") {
      rank.add(row.query);
      marks.push([unit.alternatives[row.at]!.text]);
      for (const lexeme of row.lexemes) {
        match.add(quoted(lexeme));
        rank.add(quoted(lexeme));
        marks.push([lexeme]);
      }
    } else {
      if (unit.alternatives[row.at]!.form !== "words") marks.push(lexemesInOrder(row));
      simple &&= isSingle(row);
      rank.add(quoted(rarest(row)));
    }
  }
  return {
    match: [...match].join(" | "),
    rank: [...rank].join(" | "),
    size: rank.size,
    simple,
    marks,
  };
}

/** A lexeme as a tsquery has it. */
export const quoted = (lexeme: string): string =>
  `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

const documentsOf = (row: ResolvedAlternative, lexeme: string): number => row.known?.[lexeme] ?? 0;

/** One word, as a query; "learning to learn" has one lexeme and is two words. */
const isSingle = (row: ResolvedAlternative): boolean => !/ (?:&|<(?:-|\d+)>) /.test(row.query);

/** `lexemes` come sorted; the query has them in the order of the phrase. */
const lexemesInOrder = (row: ResolvedAlternative): string[] =>
  isSingle(row)
    ? row.lexemes
    : row.query.split(/ <(?:-|\d+)> /).map((lexeme) => lexeme.slice(1, -1));

const rarest = (row: ResolvedAlternative): string =>
  row.lexemes.reduce((a, b) => (documentsOf(row, b) < documentsOf(row, a) ? b : a));

/** Inverse document frequency as BM25 has it. A phrase is taken to be as frequent as its rarest word, a unit as its most frequent reading. */
function informationOf(unit: Unit, rows: readonly ResolvedAlternative[]): number {
  let frequency = 0;
  let begun = 0;
  for (const row of rows)
    if (unit.alternatives[row.at]!.form === "prefix")
      begun = row.lexemes.reduce((sum, lexeme) => sum + documentsOf(row, lexeme), 0);
    else frequency = Math.max(frequency, documentsOf(row, rarest(row)));
  const n = frequency || begun;
  const all = Math.max(rows[0]?.documents ?? 0, n);
  return Math.log(1 + (all - n + 0.5) / (n + 0.5));
}

// A word that the lexicon lacks is looked for in the documents: it may be new, or in a document only this viewer may see.
// Materialized: inlined, every step is computed anew wherever it is named, and the estimate calls for a slow compilation.
const resolveStatement = `
  with asked as materialized (
    select * from jsonb_to_recordset(?::jsonb) as a (unit int, at int, form text, text text)
  ), parsed as materialized (
    select unit, at, form,
      case form when 'phrase' then phraseto_tsquery('potbank', text)
                when 'words' then plainto_tsquery('potbank', text)
                else text::tsquery end as query,
      case form when 'acronym' then array[btrim(text, '''')]
                when 'prefix' then array(
                  select distinct lexeme from (
                    select lexeme from search_word where word like btrim(split_part(text, ':', 1), '''') || '%'
                    order by documents desc, word limit 20) as begun)
                else tsvector_to_array(to_tsvector('potbank', text)) end as lexemes
    from asked
  ), counted as materialized (
    select p.*, k.known, k.kinds
    from parsed p cross join lateral (
      select jsonb_object_agg(l.lexeme, l.documents) as known, count(*) as kinds
      from search_lexeme l where l.lexeme = any (p.lexemes)) as k
  )
  select unit, at, query::text as query, lexemes, known,
    (select documents from search_lexicon) as documents,
    case when numnode(query) = 0 then false
         when kinds > 0 and (form = 'prefix' or kinds = cardinality(lexemes)) then true
         else exists (
           select from search_document d
           where d.tsv @@ query and d.deleted_at is null
             and d.audience && array(select jsonb_array_elements_text(?::jsonb))) end as present
  from counted order by unit, at`;
