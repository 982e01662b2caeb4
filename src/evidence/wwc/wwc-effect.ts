import { EffectSizeBasis } from "../finding.entity.ts";

/** What an export says of the size and direction of one effect. */
export interface PublishedEffect {
  readonly outcome: string;
  readonly interventionMean: number | null;
  readonly comparisonMean: number | null;
  /** Hedges' g; its sign is that of the difference of the means. */
  readonly effect: number | null;
  /** As the study's authors report it, adjusted or not. */
  readonly effectOfStudy: number | null;
  /** Improvement index, in percentile points; its sign favours the intervention where the clearinghouse turned it. */
  readonly index: number | null;
}

/** An effect that is positive where it favours the intervention, and where the figure is from. */
export interface ReadEffect {
  readonly effectSize: number | null;
  readonly basis: EffectSizeBasis | null;
}

/** Outcomes of which less is better, as their names say it: for these, a sign alone does not say who did better. */
const lessIsBetter =
  /\b(?:dropped out|drop(?:ped|ping)?[- ]?outs?|absen(?:t|ces?|teeism)|tru[ae]n(?:t|cy)|suspen(?:ded|sions?)|expulsions?|arrest(?:s|ed)?|delinquen(?:t|cy)|misconduct|infractions?|referrals?|externali[sz]ing|internali[sz]ing|problem behaviou?rs?|aggressi(?:on|ve)|depress(?:ion|ive)|anxiety)\b/i;
const turned = /\b(?:revers\w+|non-?\w*|not|never|no|without|attitudes?|reduc\w+|improvement)\b/i;

/** Percentile points between the 50th and where this effect takes an average pupil: the improvement index. */
export const improvementOf = (effect: number): number => (normal(effect) - 0.5) * 100;

/** The published index is a whole number. */
const agrees = (effect: number | null, index: number): boolean =>
  effect !== null && Math.abs(improvementOf(effect) - index) <= 0.75;

/**
 * Which way an effect points. The export's own figures do not agree with each other: `Effect_Size_WWC` follows the
 * raw means, `Improvement_Index` favours the intervention for most outcomes of which less is better, and follows the raw
 * means for the rest (decision 0009 has the counts). What remains open is null, never a guess.
 */
export function readEffect(of: PublishedEffect): ReadEffect {
  const { effect, effectOfStudy, index } = of;
  if (effect === null)
    return index !== null && agrees(effectOfStudy, index) && !unturned(of)
      ? { effectSize: effectOfStudy, basis: EffectSizeBasis.STUDY_REPORTED }
      : {
          effectSize: null,
          basis: effectOfStudy === null ? null : EffectSizeBasis.UNCLEAR,
        };
  if (unturned(of)) return { effectSize: null, basis: EffectSizeBasis.UNCLEAR };
  if (index === null || index === 0 || effect * index >= 0)
    return { effectSize: effect, basis: EffectSizeBasis.AS_PUBLISHED };
  if (agrees(effectOfStudy, index) && !agrees(-effect, index))
    return { effectSize: effectOfStudy, basis: EffectSizeBasis.STUDY_REPORTED };
  return agrees(-effect, index)
    ? { effectSize: -effect, basis: EffectSizeBasis.REVERSED }
    : { effectSize: null, basis: EffectSizeBasis.UNCLEAR };
}

/** Less is better by its name, and yet the index rises with the means: nobody turned it. */
function unturned({ outcome, interventionMean, comparisonMean, effect, index }: PublishedEffect) {
  if (!lessIsBetter.test(outcome) || turned.test(outcome)) return false;
  const raw =
    interventionMean === null || comparisonMean === null
      ? effect
      : interventionMean - comparisonMean;
  if (raw === null || raw === 0) return false;
  // Scores below zero have been turned already.
  if ((interventionMean ?? 0) < 0 && (comparisonMean ?? 0) < 0) return false;
  return index === null || index === 0 || Math.sign(raw) === Math.sign(index);
}

/** Hedges' g with its correction for small samples; null where a group has fewer than two pupils or no spread. */
export function hedgesG(
  intervention: { size: number; mean: number; sd: number },
  comparison: { size: number; mean: number; sd: number },
): number | null {
  const freedom = intervention.size + comparison.size - 2;
  const spread = Math.sqrt(
    ((intervention.size - 1) * intervention.sd ** 2 + (comparison.size - 1) * comparison.sd ** 2) /
      freedom,
  );
  if (!(freedom > 0) || !(spread > 0)) return null;
  const correction = 1 - 3 / (4 * (intervention.size + comparison.size) - 9);
  return (correction * (intervention.mean - comparison.mean)) / spread;
}

/** Share of a normal distribution below `z`, to seven decimals (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return z >= 0 ? 1 - tail : tail;
}
