import type { ImpactMonthsStatus, TermScheme } from "../generated/graphql.ts";
import { isLargeOnFewPadlocks, isOnWeakEvidence } from "./weak-evidence.ts";
import { strengthInWords } from "./wording.ts";

/** One thing the figures must not be taken for: its name, and why. */
export interface Caveat {
  readonly name: string;
  readonly text: string;
}

interface Rated {
  readonly impactMonths?: number | null;
  readonly impactMonthsStatus: ImpactMonthsStatus;
  readonly costBand?: number | null;
  readonly evidenceStrength?: number | null;
}

interface Term {
  readonly scheme: TermScheme;
  readonly label: string;
}

/** "a", "a and b", "a, b and c" */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

const inText = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** "Key stage 1", "Key stage 2" as "key stages 1 and 2", a run of them as "1 to 4"; other names stay as they are. */
function keyStages(labels: readonly string[]): string {
  const numbers = labels.map((label) => Number(/^Key stage (\d)$/.exec(label)?.[1]));
  if (labels.length < 2 || numbers.some(Number.isNaN)) return listed(labels.map(inText));
  const run = numbers.length > 2 && numbers.every((each, at) => each === numbers[0]! + at);
  return `key stages ${run ? `${numbers[0]} to ${numbers.at(-1)}` : listed(numbers.map(String))}`;
}

/** Which ages, subjects and pupils a strand is about, by its terms; what none of them names is said to be missing. */
export function scopeInWords(terms: readonly Term[]): string {
  const of = (scheme: TermScheme) =>
    terms.filter((term) => term.scheme === scheme).map(({ label }) => label);
  const [phases, stages, subjects, groups] = [
    of("PHASE"),
    of("KEY_STAGE"),
    of("SUBJECT"),
    of("PUPIL_GROUP"),
  ];
  const ages = [
    phases.length > 0 && listed(phases.map(inText)),
    stages.length > 0 && keyStages(stages),
  ].filter((part) => part !== false);
  const sentences = [
    ages.length > 0
      ? `It is about ${ages.length === 2 ? `${ages[0]} (${ages[1]})` : ages[0]}.`
      : "No ages are named.",
    subjects.length > 0
      ? `${subjects.length === 1 ? "Subject" : "Subjects"} named: ${listed(subjects)}.`
      : "No subject is named, so yours may differ.",
    groups.length > 0 && `Pupils named: ${listed(groups.map(inText))}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

/** What the months must not be taken for. */
function onMonths({ impactMonths, impactMonthsStatus }: Rated): readonly Caveat[] {
  if (impactMonthsStatus === "NOT_RATED_IN_MONTHS")
    return [
      {
        name: "Not months",
        text: "Its source does not measure in months. Do not read its figures beside the months of other approaches.",
      },
    ];
  if (impactMonthsStatus === "INSUFFICIENT_EVIDENCE" || typeof impactMonths !== "number")
    return [
      {
        name: "Not zero",
        text: "Nobody has measured it well enough to say. It may help, do nothing or do harm.",
      },
      {
        name: "Not a reason to stop",
        text: "A school may have other reasons for it. It is only no reason to expect faster progress.",
      },
    ];
  const promise: Caveat = {
    name: "Not a promise",
    text:
      impactMonths > 0
        ? "An average hides a spread: some schools saw more, others little or nothing."
        : "An average hides a spread: some schools saw better results, others worse.",
  };
  return [
    promise,
    {
      name: "Not a sum",
      text: "Months of two approaches do not add up when you use both.",
    },
  ];
}

function onStrength(figures: Rated): readonly Caveat[] {
  const { impactMonthsStatus, evidenceStrength } = figures;
  if (impactMonthsStatus !== "RATED" || typeof evidenceStrength !== "number") return [];
  if (!isOnWeakEvidence(figures)) return [];
  const rests = `The months rest on ${inText(strengthInWords(evidenceStrength).short)}`;
  return [
    {
      name: "Not settled",
      text: isLargeOnFewPadlocks(figures)
        ? `${rests}, so the figure looks surer than it is. It may change when more studies are in.`
        : `${rests}. They may change when more studies are in.`,
    },
  ];
}

/** What a strand's figures do not mean, most important first. */
export function caveatsOf(figures: Rated, terms: readonly Term[]): readonly Caveat[] {
  return [
    ...onMonths(figures),
    ...onStrength(figures),
    { name: "Not for every class", text: scopeInWords(terms) },
    ...(typeof figures.costBand === "number"
      ? [
          {
            name: "Not the whole price",
            text: "The cost counts extra spending only. Time that staff give to it has to come from somewhere.",
          },
        ]
      : []),
  ];
}
