import type { FiguresFragment } from "../generated/graphql.ts";
import { shortened } from "./impact-chart.ts";
import { costInWords, strengthInWords } from "./wording.ts";
import { isLarge, isOnWeakEvidence } from "./weak-evidence.ts";

/** What the comparison needs of a strand. */
export interface ComparedStrand extends FiguresFragment {
  readonly title: string;
}

/** One of the three figures. */
export type Compared = "months" | "cost" | "padlocks";

/** How a strand's figure stands to those of the others, in words. */
export interface Difference {
  readonly kind: "first" | "other" | "same" | "none";
  readonly words: string;
}

const valueOf = (of: ComparedStrand, which: Compared): number | null => {
  if (which === "months")
    return of.impactMonthsStatus === "RATED" ? (of.impactMonths ?? null) : null;
  return (which === "cost" ? of.costBand : of.evidenceStrength) ?? null;
};

const wording: Record<
  Compared,
  {
    /** Whether a small number is the better one. */
    readonly least: boolean;
    readonly first: string;
    readonly unit: readonly [one: string, many: string];
    readonly more: string;
    readonly fewer: string;
    readonly missing: (of: ComparedStrand) => string;
  }
> = {
  months: {
    least: false,
    first: "Most progress",
    unit: ["month", "months"],
    more: "more",
    fewer: "fewer",
    missing: (of) =>
      of.impactMonthsStatus === "NOT_RATED_IN_MONTHS"
        ? "Cannot be compared: not rated in months"
        : "Cannot be compared: not enough evidence for months",
  },
  cost: {
    least: true,
    first: "Lowest cost",
    unit: ["band", "bands"],
    more: "higher",
    fewer: "lower",
    missing: () => "Cannot be compared: no cost is given",
  },
  padlocks: {
    least: false,
    first: "Strongest evidence",
    unit: ["padlock", "padlocks"],
    more: "more",
    fewer: "fewer",
    missing: () => "Cannot be compared: no padlocks are given",
  },
};

/** Names in a row: "Feedback", "Feedback and Phonics", "Feedback, Phonics and Homework". */
export function inRow(titles: readonly string[]): string {
  const short = titles.map((title) => shortened(title, 60));
  return short.length < 2
    ? (short[0] ?? "")
    : `${short.slice(0, -1).join(", ")} and ${short.at(-1)}`;
}

/** How the figure of each strand stands to the best among them: where nothing can be said, nothing is. */
export function differences(strands: readonly ComparedStrand[], which: Compared): Difference[] {
  const words = wording[which];
  const values = strands.map((strand) => valueOf(strand, which));
  const known = values.filter((value) => value !== null);
  const best = words.least ? Math.min(...known) : Math.max(...known);
  const worst = words.least ? Math.max(...known) : Math.min(...known);
  const leaders = strands.filter((_, at) => values[at] === best);
  return strands.map((strand, at): Difference => {
    const value = values[at] ?? null;
    if (value === null) return { kind: "none", words: words.missing(strand) };
    if (known.length < 2) return { kind: "same", words: "" };
    const others = (of: readonly ComparedStrand[]) =>
      inRow(of.filter((each) => each !== strand).map(({ title }) => title));
    if (best === worst)
      return {
        kind: "same",
        words: `The same as ${others(strands.filter((_, place) => values[place] !== null))}`,
      };
    const steps = (count: number, direction: string) =>
      `${count} ${words.unit[count === 1 ? 0 : 1]} ${direction} than`;
    if (value !== best) {
      const away = words.least ? words.more : words.fewer;
      return {
        kind: "other",
        words: `${steps(Math.abs(best - value), away)} ${others(leaders)}`,
      };
    }
    if (leaders.length > 1)
      return { kind: "first", words: `${words.first}, with ${others(leaders)}` };
    if (known.length > 2) return { kind: "first", words: `${words.first} of these` };
    const other = strands.filter((_, place) => values[place] === worst);
    return {
      kind: "first",
      words: `${words.first}: ${steps(Math.abs(best - worst), words.least ? words.fewer : words.more)} ${others(other)}`,
    };
  });
}

/** What a reader must know before believing the figures side by side; empty where there is nothing to warn of. */
export function cautions(strands: readonly ComparedStrand[]): string[] {
  const rated = strands.filter((strand) => valueOf(strand, "months") !== null);
  const many = rated.filter(({ impactMonths }) => isLarge(impactMonths) && (impactMonths ?? 0) > 0);
  const large = many.filter(isOnWeakEvidence);
  const most = Math.max(...rated.map((strand) => valueOf(strand, "months") ?? 0));
  const leads = rated.filter(
    (strand) => valueOf(strand, "months") === most && isOnWeakEvidence(strand),
  );
  const sounder = rated.filter((strand) => !isOnWeakEvidence(strand));
  const notes = large.map(
    (strand) =>
      `${shortened(strand.title, 60)} has many months on weak evidence (${strengthInWords(strand.evidenceStrength).short.toLowerCase()}): the figure may well change.`,
  );
  if (leads.length > 0 && sounder.length > 0 && sounder.every((each) => !leads.includes(each)))
    notes.push(
      `The lead of ${inRow(leads.map(({ title }) => title))} rests on fewer padlocks than ${inRow(sounder.map(({ title }) => title))}: do not choose by months alone.`,
    );
  const missing = strands.filter((strand) => valueOf(strand, "months") === null);
  if (missing.length > 0 && strands.length > 1)
    notes.push(
      `${inRow(missing.map(({ title }) => title))} ${missing.length === 1 ? "has" : "have"} no figure in months, which is not the same as no effect.`,
    );
  return notes;
}

/** A figure as a short phrase: "4 months", "very low cost", "3 padlocks". */
function figureInWords(value: number, which: Compared): string {
  if (which === "cost") return costInWords(value).short.toLowerCase();
  return `${value} ${wording[which].unit[Math.abs(value) === 1 ? 0 : 1]}`.replace("-", "−");
}

/** The leaders in each figure, as one line each: "Most progress: Feedback". */
export function atAGlance(
  strands: readonly ComparedStrand[],
): readonly { readonly which: Compared; readonly name: string; readonly words: string }[] {
  return (["months", "cost", "padlocks"] as const).map((which) => {
    const of = differences(strands, which);
    const name = wording[which].first;
    const first = strands.filter((_, at) => of[at]?.kind === "first");
    if (first.length > 0) {
      const figure = figureInWords(valueOf(first[0]!, which) ?? 0, which);
      return { which, name, words: `${inRow(first.map(({ title }) => title))} (${figure})` };
    }
    const known = strands.filter((strand) => valueOf(strand, which) !== null);
    if (known.length > 1) {
      const figure = figureInWords(valueOf(known[0]!, which) ?? 0, which);
      // Of evidence both the word and the number: this line stands without its picture.
      const said =
        which === "padlocks"
          ? `${strengthInWords(known[0]!.evidenceStrength)
              .short.toLowerCase()
              .replace(/ evidence$/, "")}, ${figure}`
          : figure;
      const where = known.length === strands.length ? "for all" : "where it is known";
      return { which, name, words: `the same ${where}: ${said}` };
    }
    return {
      which,
      name,
      words: `cannot be compared: ${known[0] ? `only ${shortened(known[0].title, 60)} has this figure` : "none of these has this figure"}`,
    };
  });
}
