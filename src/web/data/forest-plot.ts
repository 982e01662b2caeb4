import { intervalOf, type Measured, type NoInterval } from "./effect-interval.ts";

/** A finding as the plot needs it. */
export interface PlottedFinding extends Measured {
  readonly id: string;
  readonly sampleSize?: number | null;
}

/** The scale, in standard deviations. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Which side of the scale a figure lies beyond. */
export type Beyond = "left" | "right";

/** One drawn finding; places are per cent of the scale's width. */
export interface PlotRow<T extends PlottedFinding> {
  readonly finding: T;
  readonly effect: number;
  readonly at: number;
  readonly beyond: Beyond | undefined;
  /** Half the height of its square, in pixels; undefined where the number of pupils is not known. */
  readonly half: number | undefined;
  readonly interval: { readonly lower: number; readonly upper: number } | undefined;
  readonly whisker:
    | {
        readonly from: number;
        readonly to: number;
        readonly cutLeft: boolean;
        readonly cutRight: boolean;
      }
    | undefined;
  readonly missing: NoInterval | undefined;
}

/** Everything a forest plot shows. */
export interface ForestPlot<T extends PlottedFinding> {
  readonly axis: Axis;
  readonly rows: readonly PlotRow<T>[];
  /** Findings without a known effect: nothing can be drawn for them. */
  readonly left: number;
  readonly favours: { readonly approach: number; readonly comparison: number };
  readonly lowest: number;
  readonly highest: number;
}

/** Effects beyond two standard deviations are rare; a scale that held them all would flatten the others. */
const furthest = 2;
const smallest = 3;
const largest = 10;

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** From the points, outward to halves; zero always stands between, with room for words on both sides. */
export function axisOf(effects: readonly number[]): Axis {
  const low = clamp(Math.floor(Math.min(0, ...effects) * 2) / 2, -furthest, 0);
  const high = clamp(Math.ceil(Math.max(0, ...effects) * 2) / 2, 0, furthest);
  const least = Math.max(-low, high, 0.5) / 2;
  const from = Math.min(low, -Math.ceil(least * 2) / 2);
  const to = Math.max(high, Math.ceil(least * 2) / 2);
  const step = to - from > 2 ? 1 : 0.5;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick || 0);
  return { from, to, ticks };
}

/** Place of a value on the scale, in per cent of its width; values beyond stand at its end. */
export const placeOn = ({ from, to }: Axis, value: number): number =>
  Math.round(((clamp(value, from, to) - from) / (to - from)) * 10_000) / 100;

/** Pupils in all, as far as anything tells. */
const pupilsOf = (of: PlottedFinding): number | undefined => {
  if (typeof of.sampleSize === "number") return of.sampleSize;
  const { interventionSampleSize: n1, comparisonSampleSize: n2 } = of;
  return typeof n1 === "number" && typeof n2 === "number" ? n1 + n2 : undefined;
};

/** Lays out the findings that have an effect; undefined when none has. No mean is taken over them. */
export function forestPlotOf<T extends PlottedFinding>(
  findings: readonly T[],
): ForestPlot<T> | undefined {
  const drawn = findings.flatMap((finding) =>
    typeof finding.effectSize === "number" ? [{ finding, effect: finding.effectSize }] : [],
  );
  if (drawn.length === 0) return undefined;
  const effects = drawn.map(({ effect }) => effect);
  const axis = axisOf(effects);
  const most = Math.max(0, ...drawn.map(({ finding }) => pupilsOf(finding) ?? 0));
  const rows = drawn.map(({ finding, effect }): PlotRow<T> => {
    const interval = intervalOf(finding);
    const known = "missing" in interval ? undefined : interval;
    const pupils = pupilsOf(finding);
    return {
      finding,
      effect,
      at: placeOn(axis, effect),
      beyond: effect < axis.from ? "left" : effect > axis.to ? "right" : undefined,
      // The area, not the height, grows with the number of pupils.
      half: pupils === undefined ? undefined : halfOf(pupils, most),
      interval: known,
      whisker: known && {
        from: placeOn(axis, known.lower),
        to: placeOn(axis, known.upper),
        cutLeft: known.lower < axis.from,
        cutRight: known.upper > axis.to,
      },
      missing: "missing" in interval ? interval.missing : undefined,
    };
  });
  return {
    axis,
    rows,
    left: findings.length - drawn.length,
    favours: {
      approach: effects.filter((effect) => effect > 0).length,
      comparison: effects.filter((effect) => effect < 0).length,
    },
    lowest: Math.min(...effects),
    highest: Math.max(...effects),
  };
}

const halfOf = (pupils: number, most: number): number =>
  Math.round(Math.max(smallest, largest * Math.sqrt(most > 0 ? pupils / most : 0)) * 10) / 10;

/** "+0.50", "−0.12", "0.00": the sign is a minus, not a hyphen, and zero has none. */
export function signed(effect: number): string {
  const digits = Math.abs(effect).toFixed(2);
  return digits === "0.00" ? digits : `${effect < 0 ? "−" : "+"}${digits}`;
}
