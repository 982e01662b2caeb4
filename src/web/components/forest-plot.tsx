import { type CSSProperties, type ReactNode, useId } from "react";
import type { NoInterval } from "../data/effect-interval.ts";
import {
  type Axis,
  type ForestPlot as Plot,
  placeOn,
  type PlotRow,
  type PlottedFinding,
  signed,
} from "../data/forest-plot.ts";
import styles from "./forest-plot.module.css";

/** What a row is called, besides what the plot needs. */
export interface NamedFinding extends PlottedFinding {
  readonly outcome: string;
  readonly period?: string | null;
  readonly study?: {
    readonly title?: string | null;
    readonly year?: number | null;
  } | null;
}

const missingInShort: Record<NoInterval, string> = {
  CLUSTERED: "whole classes or schools",
  STUDY_REPORTED: "the study’s own figure",
  UNKNOWN_SIZES: "group sizes not given",
};

const missingInWords: Record<NoInterval, string> = {
  CLUSTERED:
    "Where whole classes or schools were chosen, not single pupils, the usual interval would look surer than it is, so none is drawn.",
  STUDY_REPORTED:
    "Where the effect is the study’s own figure, the usual formula does not fit, so no interval is drawn.",
  UNKNOWN_SIZES: "Where the sizes of both groups are not given, no interval can be worked out.",
};

const percent = (place: number): string => `${place}%`;

/** Lines of the scale, behind the findings. */
function Grid({ axis }: { axis: Axis }): ReactNode {
  return axis.ticks.map((tick) => {
    const x = percent(placeOn(axis, tick));
    return (
      <line
        key={tick}
        x1={x}
        x2={x}
        y1="0"
        y2="100%"
        className={tick === 0 ? styles.zero : styles.tick}
      />
    );
  });
}

/** A head at the end of the scale: what it belongs to goes on beyond. */
function Head({ to }: { to: "left" | "right" }): ReactNode {
  const d = to === "left" ? "M1 0 L9 -5 V5 Z" : "M-1 0 L-9 -5 V5 Z";
  return (
    <svg x={to === "left" ? "0%" : "100%"} y="50%" overflow="visible">
      <path d={d} fill="currentColor" />
    </svg>
  );
}

/** A square at the effect: its area says how many pupils; hollow where nobody says. */
function Point({ at, half }: { at: number; half: number | undefined }): ReactNode {
  const side = 2 * (half ?? 4);
  return (
    <rect
      x={percent(at)}
      y="50%"
      width={side}
      height={side}
      transform={`translate(${-side / 2} ${-side / 2})`}
      className={half === undefined ? styles.hollow : styles.point}
    />
  );
}

function Strip({
  row: { at, beyond, half, whisker },
  axis,
}: {
  row: PlotRow<NamedFinding>;
  axis: Axis;
}): ReactNode {
  return (
    <svg className={styles.strip} aria-hidden="true" focusable="false">
      <Grid axis={axis} />
      {whisker && (
        <line
          x1={percent(whisker.from)}
          x2={percent(whisker.to)}
          y1="50%"
          y2="50%"
          className={styles.whisker}
        />
      )}
      {whisker?.cutLeft && beyond !== "left" && <Head to="left" />}
      {whisker?.cutRight && beyond !== "right" && <Head to="right" />}
      {beyond ? <Head to={beyond} /> : <Point at={at} half={half} />}
    </svg>
  );
}

function Row({
  row,
  axis,
  mixed,
}: {
  row: PlotRow<NamedFinding>;
  axis: Axis;
  /** Whether rows differ in why they have no interval, so that each must say. */
  mixed: boolean;
}): ReactNode {
  const { finding, effect, interval, missing } = row;
  const study = [finding.study?.title, finding.study?.year].filter(Boolean).join(", ");
  return (
    <li className={styles.row} data-less={effect < 0 ? "" : undefined}>
      <div className={styles.label}>
        {finding.outcome}
        {finding.period && <span className={styles.second}> ({finding.period})</span>}
        {study && <span className={`${styles.second} ${styles.study}`}>{study}</span>}
      </div>
      <div className={styles.plot}>
        <Strip row={row} axis={axis} />
      </div>
      <div className={styles.figure}>
        <strong>{signed(effect)}</strong>{" "}
        <span className={styles.second}>
          {interval
            ? `(${signed(interval.lower)} to ${signed(interval.upper)})`
            : mixed && missing && missingInShort[missing]}
        </span>
      </div>
    </li>
  );
}

/** The scale with its numbers, and which side of zero favours whom. */
function Scale({ axis }: { axis: Axis }): ReactNode {
  const zero = placeOn(axis, 0);
  return (
    <div className={styles.scale} aria-hidden="true">
      <div className={styles.plot}>
        <div className={styles.sides} style={{ gridTemplateColumns: `${zero}% ${100 - zero}%` }}>
          <span>← favours comparison</span>
          <span>favours approach →</span>
        </div>
        <div className={styles.ticks}>
          {axis.ticks.map((tick) => (
            <span key={tick} style={{ "--at": percent(placeOn(axis, tick)) } as CSSProperties}>
              {tick === 0 ? "0" : signed(tick).replace(/\.?0+$/, "")}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The whole plot in a sentence or two, for whoever does not see it. */
function inWords({ rows, favours, lowest, highest }: Plot<NamedFinding>): string {
  const all = rows.length;
  const sides = [
    [favours.approach, "the approach"],
    [favours.comparison, "the comparison"],
    [all - favours.approach - favours.comparison, "neither"],
  ] as const;
  const only = sides.find(([count]) => count === all);
  if (all === 1 && only) return `One effect: it favours ${only[1]}.`;
  const said = only
    ? `All ${all} effects shown favour ${only[1]}.`
    : `Of ${all} effects shown, ${sides
        .filter(([count]) => count > 0)
        .map(([count, side]) => `${counted(count, "favours", "favour")} ${side}`)
        .join(", ")}.`;
  return `${said} They run from ${signed(lowest)} to ${signed(highest)}.`;
}

/** One line for each measured effect, with how sure it is where that can be worked out. No average is drawn. */
export function ForestPlot({ of }: { of: Plot<NamedFinding> }): ReactNode {
  const caption = useId();
  const reasons = [...new Set(of.rows.flatMap(({ missing }) => missing ?? []))];
  const whiskers = of.rows.some(({ interval }) => interval);
  return (
    <figure className={styles.around} aria-labelledby={caption}>
      <figcaption id={caption} className={styles.caption}>
        <strong>{inWords(of)}</strong> Each square is one effect size
        {of.rows.some(({ half }) => half !== undefined) && "; the more pupils, the larger it is"}.
        Left of zero, pupils in the comparison group did better.
      </figcaption>
      <Scale axis={of.axis} />
      <ol role="list">
        {of.rows.map((row) => (
          <Row
            key={row.finding.id}
            row={row}
            axis={of.axis}
            mixed={whiskers || reasons.length > 1}
          />
        ))}
      </ol>
      <ul role="list" className={styles.notes}>
        {whiskers && (
          <li>
            The line through a square is its approximate 95% interval, worked out here from the
            sizes of the two groups. A short line means a surer figure.
          </li>
        )}
        {reasons.map((reason) => (
          <li key={reason}>{missingInWords[reason]}</li>
        ))}
        {of.rows.some(({ half }) => half === undefined) && (
          <li>A hollow square: the number of pupils is not given.</li>
        )}
        {of.rows.some(({ beyond, whisker }) => beyond || whisker?.cutLeft || whisker?.cutRight) && (
          <li>An arrowhead at the edge: the figure or its interval goes on beyond the scale.</li>
        )}
        {of.left > 0 && (
          <li>
            {counted(of.left, "finding is", "findings are")} not drawn: the effect is not known, or
            not whom it favours.
          </li>
        )}
      </ul>
    </figure>
  );
}
