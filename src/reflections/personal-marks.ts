import { findPhoneNumbersInText } from "libphonenumber-js";
import { personalNames } from "./personal-names.ts";

/** What kind of personal data a mark is likely to be. */
export enum MarkKind {
  NAME = "NAME",
  DATE_OF_BIRTH = "DATE_OF_BIRTH",
  PUPIL_NUMBER = "PUPIL_NUMBER",
  EMAIL = "EMAIL",
  PHONE = "PHONE",
}

/** Likely personal data in a text: from `start` up to `end`, in UTF-16 code units. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What is known not to be a pupil: names of terms, strands, sessions and schools. `today` tells births from lessons. */
export interface MarksKnown {
  readonly names: readonly string[];
  readonly today: Date;
}

/**
 * Likely personal data of pupils and staff in a plain text, in its order and without overlaps. It is a help for an author
 * who reads again, no proof: names are told by their looks.
 */
export function personalMarks(text: string, { names, today }: MarksKnown): Mark[] {
  const found = [
    ...emails(text),
    ...pupilNumbers(text),
    ...phones(text),
    ...birthDates(text, today),
    ...personalNames(text, names).map((place) => ({ kind: MarkKind.NAME, ...place })),
  ];
  // What was found first is surer: an e-mail address holds names, a pupil number looks like a telephone's.
  const kept: Omit<Mark, "words">[] = [];
  for (const mark of found)
    if (kept.every(({ start, end }) => mark.end <= start || mark.start >= end)) kept.push(mark);
  return kept
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => ({ kind, start, end, words: text.slice(start, end) }));
}

type Place = Omit<Mark, "words">;

const matches = (kind: MarkKind, text: string, pattern: RegExp): Place[] =>
  [...text.matchAll(pattern)].map((match) => {
    // Where the pattern has a group, that is the data and the rest its surroundings.
    const words = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(words);
    return { kind, start, end: start + words.length };
  });

const emails = (text: string) =>
  matches(
    MarkKind.EMAIL,
    text,
    /[\p{L}\d][\p{L}\d._%+'-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu,
  );

/** Unique pupil number: a letter, eleven digits, and a digit or (while it is temporary) a letter. */
const upn = /\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b/gi;
const spaced = String.raw`\d(?:[ -]?\d)`;
const learnerNumber = new RegExp(String.raw`(?<![\d+])[1-9](?:[ -]?\d){9}(?![\d])`, "g");
const namedNumber = new RegExp(
  String.raw`\b(?:UPN|ULN|(?:pupil|admission|candidate|learner|student|NHS)(?:'s)? (?:number|no\.?|id))\b[\s:=#-]*(?:is |was )?([A-Z]?${spaced}{2,12}[A-Z]?)\b`,
  "gi",
);

const pupilNumbers = (text: string): Place[] => [
  ...matches(MarkKind.PUPIL_NUMBER, text, upn),
  ...matches(MarkKind.PUPIL_NUMBER, text, namedNumber),
  ...matches(MarkKind.PUPIL_NUMBER, text, learnerNumber).filter(({ start, end }) =>
    isLearnerNumber(text.slice(start, end)),
  ),
];

/** The last digit of a unique learner number checks the nine before it, weighed 10 to 2, modulo 11. */
function isLearnerNumber(written: string): boolean {
  const digits = Array.from(written.replace(/\D/g, ""), Number);
  const sum = digits.slice(0, 9).reduce((total, digit, at) => total + digit * (10 - at), 0);
  return sum % 11 !== 0 && 10 - (sum % 11) === digits[9];
}

const phones = (text: string): Place[] =>
  findPhoneNumbersInText(text, "GB").map(({ startsAt, endsAt }) => ({
    kind: MarkKind.PHONE,
    start: startsAt,
    end: endsAt,
  }));

const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const dateForms = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month},? (?:\d{4}|['’]?\d{2}\b)`,
  String.raw`${month} \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
];
const anyDate = new RegExp(String.raw`(?<![\d/.-])(?:${dateForms.join("|")})(?![\d/]|-\d)`, "gi");
const birthWords =
  /(?:\bborn(?: on)?|\bd\.?o\.?b\.?|\bdates? of birth|\bbirth(?:day|date))[\s:=,-]*(?:(?:is|was|on|the|in|of)\s+){0,3}$/i;
const dayOrMonth = new RegExp(
  String.raw`\b(?:born(?: on)?(?: the)?|birthday(?: is| was)?(?: on)?(?: the)?|d\.?o\.?b\.?:?|dates? of birth:?)\s+(\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|${month} \d{4})`,
  "gi",
);

/** Years since which somebody at school may have been born, and those after which a date is rather of a lesson. */
const [oldest, youngest] = [20, 3] as const;

/** Full dates that are called a birth, or that lie where births of pupils lie. */
function birthDates(text: string, today: Date): Place[] {
  const year = today.getUTCFullYear();
  const dates = matches(MarkKind.DATE_OF_BIRTH, text, anyDate).filter(({ start, end }) => {
    if (birthWords.test(text.slice(Math.max(0, start - 40), start))) return true;
    const written = text.slice(start, end);
    const digits = /\d{4}/.exec(written)?.[0] ?? `20${written.slice(-2)}`;
    const age = year - Number(digits);
    return age >= youngest && age <= oldest;
  });
  return [...dates, ...matches(MarkKind.DATE_OF_BIRTH, text, dayOrMonth)];
}
