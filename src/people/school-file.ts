import type { CsvForm } from "../kernel/csv-file.ts";
import { mendCyrillic, mendText } from "../kernel/mended-text.ts";
import { SchoolStatus } from "./school.entity.ts";
import type { SchoolDraft } from "./school.service.ts";

/** The day of the register behind the schools of England, and behind the seeds. */
export const englandAsOf = "2022-07-01";

/** Who counted the pupils of the schools of England, by year. */
export const pupilsSources: Readonly<Record<number, string>> = {
  2019: "School census, January 2019",
  2021: "Pupil premium allocations 2021 to 2022, Reception to Year 11",
};

const englandColumns = [
  "urn",
  "name",
  "town",
  "postcode",
  "la_code",
  "la_name",
  "type_pupil_premium_2021",
  "type_census_2019",
  "phase",
  "phase_basis",
  "pupils_on_roll_2021",
  "pupil_premium_pct_primary_2021",
  "pupil_premium_pct_secondary_2021",
  "nor_census_2019",
  "close_date",
] as const;

const giasColumns = [
  "URN",
  "EstablishmentName",
  "Town",
  "Postcode",
  "LA (code)",
  "LA (name)",
  "TypeOfEstablishment (name)",
  "EstablishmentStatus (name)",
  "CloseDate",
  "PhaseOfEducation (name)",
  "NumberOfPupils",
] as const;

export type SchoolColumn =
  | (typeof englandColumns)[number]
  | (typeof giasColumns)[number]
  | "CensusDate";

/** The schools of England in July 2022, with the figures of 2019 and 2021. */
export const englandForm: CsvForm<SchoolColumn> = {
  what: "a file of the schools of England (england-schools.csv)",
  required: englandColumns,
};

/** "Establishment fields" of Get Information about Schools: edubasealldata….csv, and its smaller siblings. */
export const giasForm: CsvForm<SchoolColumn> = {
  what: "a download of Get Information about Schools (edubasealldata….csv)",
  required: giasColumns,
  optional: ["CensusDate"],
};

/** Cells of one row, read as what they should be. A cell that cannot be used is told, and is null. */
export class Cells {
  readonly #cells: Readonly<Record<SchoolColumn, string>>;
  readonly #unusable: (column: SchoolColumn, cell: string, reason: string) => void;

  constructor(
    cells: Readonly<Record<SchoolColumn, string>>,
    unusable: (column: SchoolColumn, cell: string, reason: string) => void,
  ) {
    this.#cells = cells;
    this.#unusable = unusable;
  }

  /** One line of text, at most `longest` characters. */
  text(column: SchoolColumn, longest = 200): string | null {
    const text = tidy(this.#cells[column]);
    if (text === "" || symbols.has(text)) return null;
    return text.length <= longest
      ? text
      : this.#refuse(column, `has ${text.length} characters; at most ${longest} are kept`);
  }

  /** Whole, not negative, however a spreadsheet wrote it: 1,024 or 210.0. */
  count(column: SchoolColumn, most: number): number | null {
    const text = this.#figure(column);
    if (text === null) return null;
    const plain = text.replace(/^(\d{1,3})((?:,\d{3})+)/, (all) => all.replaceAll(",", ""));
    if (/^\d+(?:\.0+)?$/.test(plain) && Number(plain) <= most) return Number(plain);
    return this.#refuse(column, `is no whole number from 0 to ${most}`);
  }

  /** 0 to 100, with or without the sign. */
  percent(column: SchoolColumn): number | null {
    const text = this.#figure(column);
    if (text === null) return null;
    const number = /^\d{1,3}(?:\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
    return number <= 100 ? number : this.#refuse(column, "is no number from 0 to 100");
  }

  /** A day as YYYY-MM-DD, from 31-08-2021, 31/08/2021 or 2021-08-31. */
  day(column: SchoolColumn): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const british = /^(\d{2})[-/](\d{2})[-/](\d{4})/.exec(text);
    const day = british ? `${british[3]}-${british[2]}-${british[1]}` : text.slice(0, 10);
    const at = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
      ? day
      : this.#refuse(column, "is no day such as 31-08-2021");
  }

  /** As it is written on letters: ST4 7JY. */
  postcode(column: SchoolColumn): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const [, outward, inward] =
      /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
    return outward ? `${outward} ${inward}` : this.#refuse(column, "is no British postcode");
  }

  /** What the table says the cell means; a word that is not in it is told. */
  oneOf<T>(column: SchoolColumn, meanings: Readonly<Record<string, T>>): T | null {
    const text = this.text(column)?.toLowerCase() ?? null;
    if (text === null) return null;
    return Object.hasOwn(meanings, text)
      ? meanings[text]!
      : this.#refuse(column, `is none of ${Object.keys(meanings).join(", ")}`);
  }

  #figure(column: SchoolColumn): string | null {
    const text = tidy(this.#cells[column]);
    return text === "" || symbols.has(text.toLowerCase()) ? null : text;
  }

  #refuse(column: SchoolColumn, reason: string): null {
    this.#unusable(column, this.#cells[column], reason);
    return null;
  }
}

/** Not applicable, not available, suppressed, low but not 0, unreliable; and how exports write "nothing". */
const symbols = new Set([
  "z",
  "x",
  "c",
  "k",
  "u",
  "low",
  "supp",
  "ne",
  "np",
  "na",
  "n/a",
  "null",
  "-",
  ":",
  ".",
]);

const tidy = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- what no name contains and no database stores
  mendText(mendCyrillic(text.replace(/[\u0000-\u0020\u007F\u00A0]+/g, " ").trim())).text;

/** Phases of the file of the schools of England, as slugs of the PHASE scheme. */
const englandPhases = {
  nursery: "nursery",
  primary: "primary",
  secondary: "secondary",
  "all-through": "all-through",
} as const;

/** `PhaseOfEducation` of the register, as slugs of the PHASE scheme. A middle school counts as what it is deemed. */
const giasPhases = {
  nursery: "nursery",
  primary: "primary",
  "middle deemed primary": "primary",
  "middle deemed secondary": "secondary",
  secondary: "secondary",
  "16 plus": "sixth-form",
  "all-through": "all-through",
  "all through": "all-through",
  "not applicable": null,
} as const;

const giasStatuses = {
  open: SchoolStatus.OPEN,
  closed: SchoolStatus.CLOSED,
  "open, but proposed to close": SchoolStatus.PROPOSED_TO_CLOSE,
  "proposed to open": SchoolStatus.PROPOSED_TO_OPEN,
} as const;

/** Towns that schools spell in many ways. */
const townSpellings: Readonly<Record<string, string>> = {
  "stoke on trent": "Stoke-on-Trent",
  "newcastle under lyme": "Newcastle-under-Lyme",
};

/** A town as people write it: not in capitals, and "on" and "under" small. */
function town(cells: Cells, column: SchoolColumn): string | null {
  const text = cells.text(column, 100);
  if (text === null) return null;
  const capitals = text.length > 3 && text === text.toUpperCase();
  const written = capitals
    ? text.toLowerCase().replace(/(?<![a-z'’])[a-z]/g, (letter) => letter.toUpperCase())
    : text;
  return (
    townSpellings[written.toLowerCase().replaceAll("-", " ")] ??
    written.replace(/(?<=[ -])(?:On|Upon|Under|In|By|Le|The|Of|And)(?=[ -])/g, (word) =>
      word.toLowerCase(),
    )
  );
}

/** Everything but the URN and the name, which decide whether there is a school at all. */
type SchoolFacts = Omit<SchoolDraft, "urn" | "name">;

export function englandFacts(cells: Cells, name: string): SchoolFacts {
  const phase = englandPhase(cells, name);
  const roll = cells.count("pupils_on_roll_2021", pupilsMax);
  const census = cells.count("nor_census_2019", pupilsMax);
  const pupils = roll ?? census;
  const pupilsYear = roll === null ? (census === null ? null : 2019) : 2021;
  const closedOn = cells.day("close_date");
  return {
    town: town(cells, "town"),
    postcode: cells.postcode("postcode"),
    localAuthorityCode: localAuthorityCode(cells, "la_code"),
    localAuthority: cells.text("la_name"),
    establishmentType: cells.text("type_census_2019") ?? cells.text("type_pupil_premium_2021"),
    phase,
    pupils,
    pupilsYear,
    pupilsSource: pupilsYear === null ? null : pupilsSources[pupilsYear]!,
    pupilPremiumPercent:
      pupils !== null && pupils < pupilsForShare ? null : pupilPremiumPercent(cells, phase),
    status: closedOn === null ? SchoolStatus.OPEN : SchoolStatus.CLOSED,
    closedOn,
    asOf: englandAsOf,
  };
}

const pupilsMax = 20_000;

/** A share of fewer pupils would say too much about each of them. */
const pupilsForShare = 10;

/** A sixth form college counts as secondary in the census, and has no roll up to Year 11 to tell it by. */
function englandPhase(cells: Cells, name: string): string | null {
  const phase = cells.oneOf("phase", englandPhases);
  const collegeAlone =
    cells.text("phase_basis") !== "pupil-premium rolls" &&
    (phase === null || phase === "secondary") &&
    /\bsixth form\b/i.test(name) &&
    !/\b(?:school|academy)\b/i.test(name);
  return collegeAlone ? "sixth-form" : phase;
}

function pupilPremiumPercent(cells: Cells, phase: string | null): number | null {
  const primary = cells.percent("pupil_premium_pct_primary_2021");
  const secondary = cells.percent("pupil_premium_pct_secondary_2021");
  if (phase === "primary") return primary;
  if (phase === "secondary") return secondary;
  return primary === null || secondary === null
    ? (primary ?? secondary)
    : Math.max(primary, secondary);
}

/** `asOf` is the day of the download. */
export function giasFacts(cells: Cells, asOf: string): SchoolFacts {
  const pupils = cells.count("NumberOfPupils", pupilsMax);
  const census = cells.day("CensusDate");
  const status = cells.oneOf("EstablishmentStatus (name)", giasStatuses) ?? SchoolStatus.OPEN;
  return {
    town: town(cells, "Town"),
    postcode: cells.postcode("Postcode"),
    localAuthorityCode: localAuthorityCode(cells, "LA (code)"),
    localAuthority: cells.text("LA (name)"),
    establishmentType: cells.text("TypeOfEstablishment (name)"),
    phase: cells.oneOf("PhaseOfEducation (name)", giasPhases),
    pupils,
    pupilsYear: pupils === null || census === null ? null : Number(census.slice(0, 4)),
    pupilsSource:
      pupils === null
        ? null
        : `Get Information about Schools${census === null ? "" : `, census of ${census}`}`,
    pupilPremiumPercent: null,
    status,
    closedOn: status === SchoolStatus.CLOSED ? cells.day("CloseDate") : null,
    asOf,
  };
}

/** Three digits; spreadsheets make numbers of them. */
const localAuthorityCode = (cells: Cells, column: SchoolColumn): string | null =>
  cells.count(column, 999)?.toString().padStart(3, "0") ?? null;
