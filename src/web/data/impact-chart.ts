import type { FiguresFragment } from "../generated/graphql.ts";

/** What the chart needs of a strand. */
export interface ChartStrand extends FiguresFragment {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** Where a strand stands in the chart, in units of its picture. */
export interface ChartMark {
  readonly strand: ChartStrand;
  readonly months: number;
  readonly cost: number;
  /** Middle of the mark. */
  readonly x: number;
  readonly y: number;
  /** Its name beside it; undefined where there is no room. */
  readonly label: string | undefined;
}

/** A column of the chart: one band of cost. */
export interface ChartColumn {
  readonly band: number;
  readonly x: number;
  readonly width: number;
}

/** A picture of months against cost. Months are to scale; bands of cost are as wide as what stands in them needs. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly { readonly months: number; readonly y: number }[];
  /** From top to bottom, then from left to right: the order one reads and tabs in. */
  readonly marks: readonly ChartMark[];
}

/** With names beside the marks, or without them. */
export type ChartForm = "wide" | "narrow";

const forms = {
  wide: { width: 1120, left: 44, pitch: 24, gap: 8, narrowest: 60, beside: 24, longest: 230 },
  narrow: { width: 360, left: 32, pitch: 27, gap: 6, narrowest: 56, beside: 27, longest: 27 },
} as const;

/** The width of a letter of the chart's text, more or less. */
export const letter = 5.7;

const bands = [1, 2, 3, 4, 5];
const monthsShown = { least: -3, most: 8 };
const deepest = 8;

const isRated = (of: ChartStrand): of is ChartStrand & { impactMonths: number; costBand: number } =>
  of.impactMonthsStatus === "RATED" &&
  typeof of.impactMonths === "number" &&
  typeof of.costBand === "number";

/** Whether a strand has a place in the chart: nothing is drawn at 0 for want of a figure. */
export const hasPlace = (strand: ChartStrand): boolean => isRated(strand);

/** Shortens a title to a number of letters. */
export const shortened = (title: string, most: number): string =>
  title.length <= most ? title : `${title.slice(0, Math.max(most - 1, 1)).replace(/\s+\S*$/, "")}…`;

/** Sets out the strands that have months and a cost; those of equal figures stand beside each other. */
export function chartLayout(strands: readonly ChartStrand[], form: ChartForm): ChartLayout {
  const { width, left, pitch, gap, narrowest, beside, longest } = forms[form];
  const rated = strands.filter(isRated);
  const most = Math.max(monthsShown.most, ...rated.map((each) => each.impactMonths));
  const least = Math.min(monthsShown.least, ...rated.map((each) => each.impactMonths));
  const cells = Map.groupBy(rated, (each) => `${each.costBand} ${each.impactMonths}`);
  const ofBand = bands.map((band) => {
    const here = rated.filter((each) => each.costBand === band);
    const widest = Math.max(
      0,
      ...here.map(({ title }) =>
        Math.min(beside + (form === "wide" ? title.length * letter + 8 : 0), longest),
      ),
    );
    const fullest = Math.max(
      0,
      ...[...cells.values()].filter(([one]) => one?.costBand === band).map((cell) => cell.length),
    );
    return { band, widest, fullest };
  });
  // As few lines to a month as fit beside each other in the width there is.
  const room = width - left;
  const wished = (depth: number) =>
    ofBand.map(({ widest, fullest }) =>
      Math.max(narrowest, Math.ceil(fullest / depth) * widest + 8),
    );
  const sum = (widths: readonly number[]) => widths.reduce((all, each) => all + each, 0);
  let depth = 2;
  while (depth < deepest && sum(wished(depth)) > room) depth += 1;
  const wishes = wished(depth);
  const spare = (room - sum(wishes)) / bands.length;
  const shrunk = room / sum(wishes);
  let x = left;
  const columns = ofBand.map(({ band, fullest }, at) => {
    const wide = spare >= 0 ? wishes[at]! + spare : wishes[at]! * shrunk;
    const column = { band, x, width: wide, slots: Math.max(1, Math.ceil(fullest / depth)) };
    x += wide;
    return column;
  });
  const lines = Math.max(
    2,
    ...[...cells.values()].map((cell) =>
      Math.ceil(cell.length / columns[cell[0]!.costBand - 1]!.slots),
    ),
  );
  const rowHeight = lines * pitch + gap;
  const top = 52;
  const bottom = top + (most - least + 1) * rowHeight;
  const yOf = (months: number) => top + (most - months + 0.5) * rowHeight;
  const marks = [...cells.values()].flatMap((cell) => {
    const column = columns[cell[0]!.costBand - 1]!;
    const slot = (column.width - 8) / column.slots;
    const deep = Math.ceil(cell.length / column.slots);
    const strongestFirst = cell.toSorted(
      (a, b) =>
        (b.evidenceStrength ?? -1) - (a.evidenceStrength ?? -1) || (a.title < b.title ? -1 : 1),
    );
    return strongestFirst.map((strand, at): ChartMark => {
      const line = Math.floor(at / column.slots);
      const inLine = Math.min(column.slots, cell.length - line * column.slots);
      const place = at % column.slots;
      const letters = Math.floor((slot - beside - 4) / letter);
      return {
        strand,
        months: strand.impactMonths,
        cost: strand.costBand,
        x:
          form === "wide"
            ? column.x + 18 + place * slot
            : column.x + column.width / 2 + (place - (inLine - 1) / 2) * Math.min(beside, slot),
        y: yOf(strand.impactMonths) + (line - (deep - 1) / 2) * pitch,
        label: form === "wide" && letters >= 8 ? shortened(strand.title, letters) : undefined,
      };
    });
  });
  return {
    width,
    height: bottom + 44,
    left,
    top,
    bottom,
    columns: columns.map(({ band, x, width: wide }) => ({ band, x, width: wide })),
    rows: Array.from({ length: most - least + 1 }, (_, at) => most - at).map((months) => ({
      months,
      y: yOf(months),
    })),
    marks: marks.toSorted((a, b) => a.y - b.y || a.x - b.x),
  };
}
