import type { Em } from "../kernel/em.ts";
import type { Snippet } from "./port.ts";
import type { Reading, ResolvedUnit } from "./postgresql-units.ts";
import { close, keepMarks, open } from "./snippet-marks.ts";

const snippetsMax = 3;

/** Where the hits of a page say what was searched for, best first; one statement for the page. */
export async function snippetsOf(
  em: Em,
  ids: readonly string[],
  units: readonly ResolvedUnit[],
): Promise<Map<string, Snippet[]>> {
  if (ids.length === 0 || units.length === 0) return new Map();
  const readings = units.flatMap(({ own, near }) => [own, near]).filter((each) => each !== null);
  const query = highlighted(readings);
  const rows = await em.execute<{ id: string; field: string; text: string }[]>(statement, [
    query,
    query,
    JSON.stringify(ids),
  ]);
  const wanted = readings.flatMap(({ marks }) => marks);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, texts]) => [id, best(texts, wanted)]));
}

const best = (
  texts: readonly { field: string; text: string }[],
  wanted: readonly (readonly string[])[],
): Snippet[] =>
  texts
    .map(({ field, text }) => ({ field, ...keepMarks(text, wanted) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, snippetsMax)
    .map(({ field, html }) => ({ field, html }));

/** ts_headline parses the text itself and cannot see our acronym lexemes: it is given the letters as a word. */
const highlighted = (readings: readonly Reading[]): string =>
  [...new Set(readings.flatMap(({ match }) => match.split(" | ")))]
    .map((piece) => {
      const letters = /^'=([^']+)'$/.exec(piece)?.[1]?.toLowerCase();
      return letters === undefined ? `(${piece})` : `'${letters}' | '${letters}s'`;
    })
    .join(" | ");

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
