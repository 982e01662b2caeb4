import type { Em } from "../kernel/em.ts";
import type { ResolvedUnit } from "./postgresql-units.ts";
import type { Snippet } from "./port.ts";
import { plainWord } from "./query-words.ts";
import { acronymOf } from "./acronyms.ts";

/** Private-use characters stand for the mark's tags until the text is escaped; the same characters in a text are taken out before. */
const open = "\uE000";
const close = "\uE001";
const marked = new RegExp(`${open}([^${open}${close}]*)${close}`, "gu");

const snippetsMax = 3;

/** Where the hits of a page say what was searched for, best first; one statement for the page. */
export async function snippetsOf(
  em: Em,
  ids: readonly string[],
  units: readonly ResolvedUnit[],
): Promise<Map<string, Snippet[]>> {
  if (ids.length === 0 || units.length === 0) return new Map();
  const { query, acronyms } = highlighted(units);
  const rows = await em.execute<{ id: string; field: string; text: string }[]>(statement, [
    query,
    query,
    JSON.stringify(ids),
  ]);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...byId].map(([id, texts]) => [
      id,
      texts
        .map(({ field, text }) => ({ field, ...toHtml(text, acronyms) }))
        .filter(({ words }) => words > 0)
        .sort((a, b) => b.words - a.words)
        .slice(0, snippetsMax)
        .map(({ field, html }) => ({ field, html })),
    ]),
  );
}

/** ts_headline parses the text itself and cannot see our acronym lexemes: it marks the word, and `toHtml` unmarks what is none. */
function highlighted(units: readonly ResolvedUnit[]): { query: string; acronyms: Set<string> } {
  const acronyms = new Set<string>();
  const queries = units.flatMap(({ own, near }) =>
    [own, near].flatMap((each) => each?.match ?? []),
  );
  const plain = new Set(queries.flatMap((query) => query.split(" | ")));
  const query = [...plain].map((piece) => {
    const acronym = /^'=([^']+)'$/.exec(piece)?.[1]?.toLowerCase();
    if (acronym === undefined) return piece;
    if (!plain.has(`'${acronym}'`)) acronyms.add(acronym);
    return `'${acronym}' | '${acronym}s'`;
  });
  return { query: query.join(" | "), acronyms };
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What the stemmer takes off: "sending" is marked for SEND, and must not be. */
const inflection = /(?<=..)(?:e?s|ed|ings?)$/;

/** Escaped text with `<mark>`, and how many different words it marks. */
function toHtml(text: string, acronyms: ReadonlySet<string>): { html: string; words: number } {
  const words = new Set<string>();
  const escaped = text.trim().replace(/[&<>"']/g, (character) => escapes[character]!);
  const html = escaped.replace(marked, (_, word: string) => {
    const plain = plainWord(word);
    if (acronyms.has(plain.replace(inflection, "")) && acronymOf(word) === undefined) return word;
    words.add(plain);
    return `<mark>${word}</mark>`;
  });
  return { html: html.replace(new RegExp(`[${open}${close}]`, "gu"), ""), words: words.size };
}

const clean = (column: string) => `translate(${column}, '${open}${close}', '')`;
const marks = `StartSel=${open}, StopSel=${close}`;

// Titles and headlines whole, of each part the best piece of it.
const statement = `
  select d.id, texts.field, case
      when texts.whole then ts_headline('potbank', ${clean("texts.text")}, ?::tsquery, '${marks}, HighlightAll=true')
      else ts_headline('potbank', ${clean("texts.text")}, ?::tsquery, '${marks}, MaxWords=35, MinWords=25, ShortWord=0')
    end as text
  from search_document d
  cross join lateral (
    select 0 as place, 'title' as field, d.title as text, true as whole
    union all select 1, 'headline', d.headline, true where d.headline <> ''
    union all select 1 + part.place, part.value ->> 'field', part.value ->> 'text', false
      from jsonb_array_elements(d.parts) with ordinality as part (value, place)
  ) as texts
  where d.id in (select jsonb_array_elements_text(?::jsonb))
  order by d.id, texts.place`;
