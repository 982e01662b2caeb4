import type { ReactNode } from "react";
import { Link } from "react-router";
import {
  type ChartLayout,
  type ChartMark,
  type ChartStrand,
  letter,
  shortened,
} from "../data/impact-chart.ts";
import { pathOf } from "../data/paths.ts";
import { costInWords, monthsInWords, strengthInWords } from "../data/wording.ts";
import { isOnWeakEvidence } from "../data/weak-evidence.ts";
import styles from "./impact-chart.module.css";

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const padlocksOf = (strand: ChartStrand): string =>
  typeof strand.evidenceStrength === "number"
    ? `${strand.evidenceStrength} ${strand.evidenceStrength === 1 ? "padlock" : "padlocks"}`
    : lower(strengthInWords(null).short);

const figuresOf = (strand: ChartStrand): string =>
  [
    lower(monthsInWords(strand.impactMonths, strand.impactMonthsStatus).short),
    lower(costInWords(strand.costBand).short),
    padlocksOf(strand),
  ].join(", ");

/** A closed padlock with its number; hollow and dashed on weak evidence. */
function Lock({ strand }: { strand: Pick<ChartStrand, "evidenceStrength"> }): ReactNode {
  return (
    <g className={isOnWeakEvidence(strand) ? styles.weak : styles.lock}>
      <path d="M-4.5 -3.5V-6.5a4.5 4.5 0 0 1 9 0V-3.5" className={styles.shackle} />
      <rect x={-9} y={-4} width={18} height={14} rx={3} />
      <text y={7} textAnchor="middle">
        {strand.evidenceStrength ?? "?"}
      </text>
    </g>
  );
}

/** What stands over a mark that is pointed at. All that it covers was drawn before it. */
function Tip({ mark: { strand, x, y }, width }: { mark: ChartMark; width: number }): ReactNode {
  const lines = [shortened(strand.title, 44), figuresOf(strand)];
  const wide = Math.min(
    Math.max(...lines.map((line) => line.length)) * letter * 1.12 + 20,
    width - 2,
  );
  const left = Math.min(Math.max(x - wide / 2, 1), width - wide - 1);
  return (
    <g className={styles.tip} aria-hidden="true" transform={`translate(${left} ${y - 64})`}>
      <rect width={wide} height={48} rx={6} />
      <text x={10} y={20} className={styles.tipTitle}>
        {lines[0]}
      </text>
      <text x={10} y={38}>
        {lines[1]}
      </text>
    </g>
  );
}

function Mark({ mark, width }: { mark: ChartMark; width: number }): ReactNode {
  const { strand, x, y, label } = mark;
  return (
    <g role="listitem">
      <Link
        to={pathOf(strand.url)}
        className={styles.mark}
        aria-label={`${strand.title}: ${figuresOf(strand)}`}
      >
        <g transform={`translate(${x} ${y})`}>
          <rect
            x={-13}
            y={-13}
            width={label === undefined ? 26 : 30 + label.length * letter}
            height={26}
            rx={4}
            className={styles.target}
          />
          {label !== undefined && (
            <text x={14} y={6} className={styles.label}>
              {/* The name begins with what is seen; the dots of a shortened one are no part of it. */}
              {label.replace(/…$/, "")}
              {label.endsWith("…") && <tspan aria-hidden="true">…</tspan>}
            </text>
          )}
        </g>
        <Tip mark={mark} width={width} />
      </Link>
    </g>
  );
}

/** Cost from left to right, months from bottom to top. Their words stand in the names of the marks. */
function Axes({ of, wide }: { of: ChartLayout; wide: boolean }): ReactNode {
  return (
    <g aria-hidden="true" className={styles.axes}>
      {of.columns.map(({ band, x, width }) => (
        <g key={band}>
          {band % 2 === 0 && (
            <rect
              x={x}
              y={of.top}
              width={width}
              height={of.bottom - of.top}
              className={styles.band}
            />
          )}
          <text x={x + width / 2} y={of.bottom + 18} textAnchor="middle">
            {costInWords(band).short.replace(wide ? "" : " cost", "")}
          </text>
        </g>
      ))}
      {of.rows.map(({ months, y }) => (
        <g key={months}>
          <line
            x1={of.left}
            x2={of.width}
            y1={y}
            y2={y}
            className={months === 0 ? styles.zero : styles.grid}
          />
          <text x={of.left - 8} y={y + 5} textAnchor="end">
            {months > 0 ? `+${months}` : months < 0 ? `−${-months}` : "0"}
          </text>
        </g>
      ))}
      <text x={0} y={of.top - 12} className={styles.axis}>
        Months’ progress in a year
      </text>
      <text x={of.width} y={of.bottom + 38} textAnchor="end" className={styles.axis}>
        Cost for a class of 25, from very low to very high
      </text>
    </g>
  );
}

function Picture({ of, form }: { of: ChartLayout; form: "wide" | "narrow" }): ReactNode {
  return (
    <svg
      viewBox={`0 0 ${of.width} ${of.height}`}
      className={styles[form]}
      role="group"
      aria-label="Chart of months against cost"
    >
      <Axes of={of} wide={form === "wide"} />
      {/* Apart from the links, whose visible words must be the beginning of their names. */}
      <g aria-hidden="true" className={styles.locks}>
        {of.marks.map(({ strand, x, y }) => (
          <g key={strand.id} transform={`translate(${x} ${y})`}>
            <Lock strand={strand} />
          </g>
        ))}
      </g>
      <g role="list" aria-label="Strands, most months first">
        {of.marks.map((mark) => (
          <Mark key={mark.strand.id} mark={mark} width={of.width} />
        ))}
      </g>
    </svg>
  );
}

function Key({ padlocks }: { padlocks: number }): ReactNode {
  return (
    <svg viewBox="-11 -13 22 25" className={styles.key} aria-hidden="true">
      <Lock strand={{ evidenceStrength: padlocks }} />
    </svg>
  );
}

/**
 * Months against cost, each strand a padlock with its number that leads to its page. What has no months or no cost
 * stands below in words: it has no place in the picture.
 */
export function ImpactChart({
  wide,
  narrow,
  without,
  table,
}: {
  wide: ChartLayout;
  narrow: ChartLayout;
  without: readonly ChartStrand[];
  /** Where the same stands as a table. */
  table: string;
}): ReactNode {
  return (
    <figure className={styles.figure} aria-labelledby="chart-heading">
      <figcaption className={styles.caption}>
        <h2 id="chart-heading">Impact against cost</h2>
        <p>
          The higher a padlock stands, the more progress; the further to the left, the lower the
          cost. <a href={table}>The same as a table</a>
        </p>
        <ul role="list" className={styles.legend}>
          <li>
            <Key padlocks={4} />
            <span>Filled: 3 to 5 padlocks, as the number says</span>
          </li>
          <li>
            <Key padlocks={2} />
            <span>Hollow and dashed: weak evidence, the months may well change</span>
          </li>
        </ul>
      </figcaption>
      {wide.marks.length > 0 && (
        <>
          <Picture of={wide} form="wide" />
          <Picture of={narrow} form="narrow" />
        </>
      )}
      {without.length > 0 && (
        <p className={styles.without}>
          Not in the chart, because there are no months or no cost to draw:{" "}
          {without.map(({ id, title, url }, place) => (
            <span key={id}>
              {place > 0 && ", "}
              <Link to={pathOf(url)}>{title}</Link>
            </span>
          ))}
          .
        </p>
      )}
    </figure>
  );
}
