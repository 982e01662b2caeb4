import { exampleUrnMin } from "./school.entity.ts";

/** What a person typed, as SQL about the columns of a school. It holds nothing but letters, digits and our own words. */
export interface SchoolQuery {
  /** Every word typed begins a word of the name or the town, the postcode or the URN. */
  readonly matches: (alias: string) => string;
  /** How well: a small number is better. */
  readonly place: (alias: string) => string;
}

const wordsMax = 10;
const apostrophes = /['’‘`´′]/g;
const outwardCode = /^[a-z]{1,2}\d[a-z\d]?$/;
const beginOfInwardCode = /^\d[a-z]{0,2}$/;
const postcode = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/;

/** Lower case, no accents, no apostrophes, nothing but letters, digits and single blanks: as school_plain has it. */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(apostrophes, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** What is asked for; null where nothing in it can be searched for. */
export function schoolQuery(typed: string): SchoolQuery | null {
  const words = fold(typed).split(" ").filter(Boolean).slice(0, wordsMax);
  if (words.length === 0) return null;
  const joined = words.join("");
  // The word that a name begins with may be written & or and.
  const start = fold(typed.replaceAll("&", " and "));
  const begun = tsquery(words, (word, inName) => `${word}:*${inName ? "A" : ""}`);
  const whole = tsquery(words, (word, inName) => `${word}${inName ? ":A" : ""}`);
  return {
    matches: (e) => `${e}.words @@ ${begun(false)}`,
    place: (e) => `(
      case when ${e}.urn >= ${exampleUrnMin} then 20 when ${e}.status = 'CLOSED' then 10 else 0 end
      + case
        ${/^\d{1,7}$/.test(joined) ? `when ${e}.urn = ${Number(joined)} then 0` : ""}
        ${postcode.test(joined) ? `when ${e}.words @@ '${joined}:C'::tsquery then 1` : ""}
        when ${e}.name_key = school_name_key('${start}') then 2
        when ${e}.name_key like school_name_key('${start}') || '%' then 3
        when ${e}.words @@ ${whole(true)} then 4
        when ${e}.words @@ ${begun(true)} then 5
        when ${e}.words @@ ${whole(false)} then 6
        else 7 end)`,
  };
}

/** Every word, in any order. A word and a figure that can be a postcode's two halves are taken as such. */
const tsquery =
  (words: readonly string[], term: (word: string, inName: boolean) => string) =>
  (inName: boolean): string => {
    const terms = words.map((word, at) => {
      const next = words[at + 1];
      const before = words[at - 1];
      if (next && outwardCode.test(word) && beginOfInwardCode.test(next)) return `${word}:C`;
      if (before && outwardCode.test(before) && beginOfInwardCode.test(word)) return `${word}:*C`;
      return term(word, inName);
    });
    return `'${terms.join(" & ")}'::tsquery`;
  };
