import { type Digest, type DomainDigest, nameOf, spreadOf } from "./wwc-digest.ts";
import type { ReportColumn } from "./wwc-files.ts";
import { grades, gradeOrder, ratings } from "./wwc-vocabulary.ts";

/** "1 study", "4 studies". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;

const british: readonly (readonly [RegExp, string])[] = [
  [/\bbehavior/gi, "behaviour"],
  [/\benrollment/gi, "enrolment"],
  [/\blabor\b/gi, "labour"],
  [/\bpostsecondary\b/gi, "post-school"],
];

/** A domain inside a sentence, in English spelling: "English language development", "behaviour". */
export function domainInWords(domain: string): string {
  const spelt = british.reduce((text, [from, to]) => text.replace(from, to), domain);
  return spelt
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\benglish\b/g, "English");
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Neither a heading nor emphasis, whatever a name holds. */
export const plain = (text: string): string => text.replace(/([\\`*_[\]<>#|])/g, "\\$1");

export const titleOf = (of: Digest): string =>
  nameOf(of.name) ??
  (of.otherNames.length > 0 || of.findings > 0
    ? "Single studies of approaches without a name (What Works Clearinghouse)"
    : `Intervention ${of.wwcId} of the What Works Clearinghouse (not named)`);

/** "positive effects" of a domain, by its reports; null where none rates it. */
const ratingsOf = ({ reports }: DomainDigest): string[] => [
  ...new Set(
    reports
      .map(({ rating }) => rating.toLowerCase())
      .filter((rating) => rating !== "" && rating !== "n/a"),
  ),
];

const strength = (rating: string): number => {
  const place = Object.keys(ratings).indexOf(rating);
  return place < 0 ? Object.keys(ratings).length : place;
};

const studiesOf = (of: Digest): number =>
  Math.max(0, ...of.reports.map(({ studies }) => studies ?? 0));

/** Beyond this, what the sentence is about is lost. */
const headlineMax = 200;

/** One sentence made of facts: what was rated, else what was measured, else that there is nothing. */
export function headlineOf(of: Digest): string {
  const source = "The What Works Clearinghouse";
  const name = nameOf(of.name) ?? "approaches that it does not name";
  const rated = Map.groupBy(
    of.domains.flatMap((domain) => ratingsOf(domain).map((rating) => ({ domain, rating }))),
    ({ rating }) => rating,
  );
  if (rated.size > 0) {
    const studies = studiesOf(of);
    const opening = `${source} reviewed ${studies > 0 ? `${counted(studies, "study", "studies")} of ` : ""}${name} and found`;
    const parts = [...rated]
      .sort(([a], [b]) => strength(a) - strength(b))
      .map(([rating, found]) => {
        const words = ratings[rating]?.words ?? `effects rated “${rating}”`;
        const domains = found.map(({ domain }) => domainInWords(domain.domain));
        return [
          `${words} on ${listed(domains)}`,
          `${words} on ${counted(domains.length, "outcome")}`,
        ] as const;
      });
    const full = `${opening} ${listed(parts.map(([long]) => long))}.`;
    return full.length <= headlineMax
      ? full
      : `${opening} ${listed(parts.map(([, short]) => short))}.`;
  }
  if (of.findings > 0) {
    const domains = of.domains.map(({ domain }) => domainInWords(domain));
    const opening = `${source} checked ${counted(of.reviews, "study", "studies")} of ${name}`;
    const full = `${opening}, which measured ${listed(domains)}. It gives no overall rating.`;
    return full.length <= headlineMax
      ? full
      : `${opening}, which measured ${counted(domains.length, "kind")} of outcomes. It gives no overall rating.`;
  }
  return `${source} looked for studies of ${name}; its export holds no rating and no finding.`;
}

const ordinal = (number: number): string => {
  const teens = number % 100 >= 11 && number % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
};

const signed = (points: number): string =>
  points === 0 ? "0" : `${points > 0 ? "+" : "−"}${Math.abs(points)}`;

/** What an improvement index says of an average pupil. */
export function improvementInWords(index: number): string {
  if (index === 0) return "an average pupil would be expected to stay at the 50th percentile";
  return `an average pupil would be expected to ${index > 0 ? "rise" : "fall"} ${counted(Math.abs(index), "percentile point")}, from the 50th percentile to the ${ordinal(50 + index)}`;
}

function domainParagraph(of: DomainDigest): string {
  const found = ratingsOf(of);
  const studies = Math.max(0, ...of.reports.map(({ studies }) => studies ?? 0));
  const pupils = Math.max(0, ...of.reports.map(({ pupils }) => pupils ?? 0));
  const from = [
    ...(studies > 0 ? [counted(studies, "study", "studies")] : []),
    ...(pupils > 0 ? [counted(pupils, "pupil")] : []),
  ];
  const rated =
    found.length === 0
      ? ["not rated."]
      : found.map((rating) => {
          const known = ratings[rating];
          return known
            ? `${known.words}${from.length > 0 ? ` (${from.join(", ")})` : ""}. ${known.meaning}`
            : `rated “${plain(rating)}” by the source.`;
        });
  const spread = spreadOf(of.indices);
  const measured =
    of.findings === 0
      ? ""
      : spread === null
        ? ` ${counted(of.findings, "finding")}, none with a clear improvement index for whole groups.`
        : spread.number === 1
          ? ` One finding gives an improvement index: ${improvementInWords(spread.middle)}.`
          : ` ${counted(spread.number, "finding")} give an improvement index, from ${signed(spread.least)} to ${signed(spread.most)}. By the middle one, ${improvementInWords(spread.middle)}.`;
  return `- **${plain(capital(domainInWords(of.domain)))}**: ${rated.join(" Also ")}${measured}`;
}

export function whatWasFound(of: Digest): string {
  if (of.domains.length === 0)
    return "The export names this intervention and the topic under which studies of it were looked for, and gives neither a rating nor a finding. That is not the same as finding no effect: there is nothing here to judge by.";
  const intro = [
    ...(of.otherNames.length > 0
      ? [
          `Studies of these approaches are among them, by the file that names studies: ${plain(listed(of.otherNames.map((name) => nameOf(name) ?? name)))}. For the others no approach is named, so the findings below belong to different approaches and must not be taken together.`,
        ]
      : of.name === ""
        ? [
            "The findings below belong to different approaches, none of them named, and must not be taken together.",
          ]
        : []),
    ...(of.findings > 0
      ? [
          `${counted(of.findings, "finding")} from ${counted(of.reviews, "review")} of studies ${of.findings === 1 ? "is" : "are"} listed below${of.subgroupFindings > 0 ? `, ${of.subgroupFindings.toLocaleString("en-GB")} of them about parts of the groups only` : ""}.`,
        ]
      : []),
  ];
  return [...intro, of.domains.map(domainParagraph).join("\n")].join("\n\n");
}

const rangeOf = (values: readonly (number | null)[]): string | null => {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const least = Math.round(Math.min(...known));
  const most = Math.round(Math.max(...known));
  return least === most ? `${least}%` : `${least}% to ${most}%`;
};

/** Neighbouring grades as a span: "kindergarten to grade 3 (Year 1 to Year 4)". */
export function gradesInWordsOf(keys: readonly string[]): string {
  const spans: string[][] = [];
  for (const key of keys) {
    const last = spans.at(-1);
    const follows =
      last && gradeOrder.indexOf(key as never) === gradeOrder.indexOf(last.at(-1) as never) + 1;
    if (follows && key !== "PS") last.push(key);
    else spans.push([key]);
  }
  return listed(
    spans.map((span) => {
      const first = grades[span[0]!]!;
      const last = grades[span.at(-1)!]!;
      if (span[0] === "PS") return first.us;
      return span.length === 1
        ? `${first.us} (${first.england})`
        : `${first.us} to ${last.us} (${first.england} to ${last.england})`;
    }),
  );
}

const areas: readonly (readonly [ReportColumn, string])[] = [
  ["Urbanicity_Urban", "towns and cities"],
  ["Urbanicity_Suburban", "suburbs"],
  ["Urbanicity_Rural", "the country"],
];

export function whoTookPart(of: Digest): string | null {
  const from = {
    reports: "The reports name",
    samples: "The descriptions of the samples name",
    protocol: "No grade is given; the review protocol covers",
  };
  const learners = rangeOf(of.reports.map((report) => report.learnersOfEnglish));
  const lunch = rangeOf(of.reports.map((report) => report.freeLunch));
  const disabilities = rangeOf(of.reports.map((report) => report.withDisabilities));
  const where = areas
    .filter(([column]) => of.reports.some(({ ticked }) => ticked.includes(column)))
    .map(([, words]) => words);
  const lines = [
    ...(of.gradesFrom
      ? [
          `${from[of.gradesFrom]} ${gradesInWordsOf(of.grades)}. Years are matched by age; a US grade is no English year.`,
        ]
      : []),
    ...(learners
      ? [`Pupils learning English as another language: ${learners} of those taught.`]
      : []),
    ...(lunch
      ? [
          `Pupils with free or reduced-price school lunches, a sign of a low family income: ${lunch}.`,
        ]
      : []),
    ...(disabilities ? [`Pupils with disabilities: ${disabilities}.`] : []),
    ...(where.length > 0 ? [`Schools were in ${listed(where)}.`] : []),
    ...(of.reports.some(({ ticked }) =>
      ticked.includes("Demographics_of_Study_Sample_International"),
    )
      ? ["Some of the studies took place outside the United States."]
      : []),
  ];
  return lines.length === 0 ? null : lines.map((line) => `- ${line}`).join("\n");
}

const deliveries: readonly (readonly [ReportColumn, string])[] = [
  ["Delivery_Method_Individual", "one to one"],
  ["Delivery_Method_Small_Group", "in small groups"],
  ["Delivery_Method_Whole_Class", "to whole classes"],
  ["Delivery_Method_School", "across the school"],
];
const programmes: readonly (readonly [ReportColumn, string])[] = [
  ["Program_Type_Curriculum", "a curriculum"],
  ["Program_Type_Supplement", "an addition to the usual teaching"],
  ["Program_Type_Practice", "a teaching practice"],
  ["Program_Type_Teacher_level", "something for teachers"],
  ["Program_Type_School_level", "something for whole schools"],
  ["Program_Type_Policy", "a policy"],
];

export function howItIsDelivered(of: Digest): string | null {
  const chosen = (from: readonly (readonly [ReportColumn, string])[]) =>
    from
      .filter(([column]) => of.reports.some(({ ticked }) => ticked.includes(column)))
      .map(([, words]) => words);
  const ways = chosen(deliveries);
  const sorts = chosen(programmes);
  const lines = [
    ...(ways.length > 0 ? [`In the studies reviewed it was delivered ${listed(ways)}.`] : []),
    ...(sorts.length > 0 ? [`The clearinghouse counts it as ${listed(sorts)}.`] : []),
  ];
  return lines.length === 0 ? null : lines.join(" ");
}
