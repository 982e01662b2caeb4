import type { ReactNode } from "react";
import styles from "./figure-pictures.module.css";

const five = [1, 2, 3, 4, 5];

function Padlock({ closed }: { closed: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 13 17" className={closed ? undefined : styles.off}>
      <path d="M3 7V4.7a3.5 3.5 0 0 1 7 0V7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect
        x="0.8"
        y="7"
        width="11.4"
        height="9.2"
        rx="1.6"
        fill={closed ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.6"
      />
    </svg>
  );
}

function Pound({ spent }: { spent: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 13 17" className={spent ? undefined : styles.off}>
      <path
        d="M10.6 4.7A3.3 3.3 0 0 0 4.2 5.6v5.2c0 1.8-.7 3.3-2.2 4.2h9.2M1.8 9.3h6.4"
        fill="none"
        stroke="currentColor"
        strokeWidth={spent ? 2 : 1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

interface ScaleProps {
  /** 0 to 5; null where there is no rating, which must not look like 0. */
  readonly of: number | null;
  readonly big?: boolean;
}

const scaleClass = (big: boolean): string =>
  big ? `${styles.scale} ${styles.big}` : (styles.scale ?? "");

/** Where a figure is not known: one mark in a dashed box, as for unknown months. */
function UnknownScale({ big, children }: { big: boolean; children: ReactNode }): ReactNode {
  return (
    <span
      className={big ? `${styles.months} ${styles.bigMonths}` : styles.months}
      data-form="unknown"
      aria-hidden="true"
    >
      <span className={styles.unknownScale}>{children}?</span>
    </span>
  );
}

/** How far the months can be trusted: closed padlocks out of five. */
export function Padlocks({ of, big = false }: ScaleProps): ReactNode {
  if (of === null)
    return (
      <UnknownScale big={big}>
        <Padlock closed={false} />
      </UnknownScale>
    );
  return (
    <span className={scaleClass(big)} aria-hidden="true">
      {five.map((step) => (
        <Padlock key={step} closed={step <= of} />
      ))}
    </span>
  );
}

/** What it costs: pounds out of five. */
export function Pounds({ of, big = false }: ScaleProps): ReactNode {
  if (of === null)
    return (
      <UnknownScale big={big}>
        <Pound spent={false} />
      </UnknownScale>
    );
  return (
    <span className={scaleClass(big)} aria-hidden="true">
      {five.map((step) => (
        <Pound key={step} spent={step <= of} />
      ))}
    </span>
  );
}

/** What the figure in months is like; it decides the form, not only the colour. */
export type MonthsForm = "more" | "none" | "less" | "unknown";

interface MonthsProps {
  readonly of: number | null;
  /** What stands where there is no figure. */
  readonly unknown: string;
  readonly big?: boolean;
  /** A large figure on little evidence is drawn hollow. */
  readonly weak?: boolean;
}

const formOf = (months: number | null): MonthsForm => {
  if (months === null) return "unknown";
  if (months === 0) return "none";
  return months > 0 ? "more" : "less";
};

/** The number with its sign, less with a true minus. */
const signed = (months: number): string =>
  `${months > 0 ? "+" : months < 0 ? "−" : ""}${Math.abs(months)}`;

/** The months as a number in a small box; without a figure the box is dashed. */
export function Months({ of, unknown, big = false, weak = false }: MonthsProps): ReactNode {
  return (
    <span
      className={big ? `${styles.months} ${styles.bigMonths}` : styles.months}
      data-form={formOf(of)}
      data-weak={weak ? "" : undefined}
      aria-hidden="true"
    >
      {of === null ? unknown : signed(of)}
    </span>
  );
}

const unit = 11;

/** The months as a length from zero: less goes to the left of it, as far as more goes to the right. */
export function MonthsRuler({ of }: { of: number }): ReactNode {
  const from = Math.min(-4, of);
  const to = Math.max(8, of);
  const at = (months: number): number => (months - from) * unit + 2;
  const marks = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return (
    <svg
      viewBox={`0 0 ${(to - from) * unit + 4} 34`}
      className={styles.ruler}
      data-form={formOf(of)}
      aria-hidden="true"
    >
      <path
        className={styles.marks}
        d={marks.map((mark) => `M${at(mark)} 17v${mark % 4 === 0 ? 5 : 3}`).join("")}
      />
      <path className={styles.marks} d={`M${at(from)} 17H${at(to)}`} />
      {of !== 0 && (
        <rect x={at(Math.min(0, of))} y="4.5" width={Math.abs(of) * unit} height="11" rx="1.5" />
      )}
      <path className={styles.zero} d={`M${at(0)} 2v22`} />
      <text x={at(0)} y="33">
        0
      </text>
    </svg>
  );
}
