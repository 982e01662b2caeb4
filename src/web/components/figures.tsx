import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { costInWords, monthsInWords, strengthInWords, type Wording } from "../data/wording.ts";
import type { FiguresFragment } from "../generated/graphql.ts";
import styles from "./figures.module.css";

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

const five = [1, 2, 3, 4, 5];

function Months({ months, unknown }: { months: number | null; unknown: string }): ReactNode {
  const sign = months === null || months === 0 ? "" : months > 0 ? "+" : "−";
  const text = months === null ? unknown : `${sign}${Math.abs(months)}`;
  return (
    <span
      className={styles.months}
      data-less={months !== null && months < 0 ? "" : undefined}
      data-none={months === null || months === 0 ? "" : undefined}
    >
      {text}
    </span>
  );
}

interface FigureProps {
  readonly name: string;
  readonly words: Wording;
  /** The number behind the picture, for those who do not see it. */
  readonly spoken?: string | undefined;
  readonly full: boolean;
  readonly children: ReactNode;
}

function Figure({ name, words, spoken, full, children }: FigureProps): ReactNode {
  const aside = spoken === undefined ? null : <VisuallyHidden> ({spoken})</VisuallyHidden>;
  if (!full)
    return (
      <div>
        <VisuallyHidden component="dt">{name}</VisuallyHidden>
        <dd>
          <span aria-hidden="true">{children}</span>
          <span>
            {words.short}
            {aside}
          </span>
        </dd>
      </div>
    );
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div className={styles.drawn} aria-hidden="true">
          {children}
        </div>
        <p className={styles.words}>
          {words.short}
          {aside}
        </p>
        <p className={styles.meaning}>{words.meaning}</p>
      </dd>
    </div>
  );
}

/** Where a source gives none of the three, three empty pictures would say less than a sentence. */
function Unrated({ full }: { full: boolean }): ReactNode {
  const { short, meaning } = monthsInWords(null, "NOT_RATED_IN_MONTHS");
  if (!full) return <p className={styles.unrated}>{short}</p>;
  return (
    <div className={`${styles.around} ${styles.unratedFull}`}>
      <p className={styles.words}>{short}</p>
      <p className={styles.meaning}>{meaning} It gives neither a cost nor padlocks.</p>
    </div>
  );
}

/**
 * Months, cost and padlocks, always together: a picture, the number and words. `full` adds what each means,
 * and marks a large figure that rests on little.
 */
export function Figures({
  of: { impactMonths, impactMonthsStatus, costBand, evidenceStrength },
  full = false,
}: {
  of: FiguresFragment;
  full?: boolean;
}): ReactNode {
  const unrated =
    impactMonthsStatus === "NOT_RATED_IN_MONTHS" &&
    typeof costBand !== "number" &&
    typeof evidenceStrength !== "number";
  if (unrated) return <Unrated full={full} />;
  const months = impactMonthsStatus === "RATED" ? (impactMonths ?? null) : null;
  const shaky =
    full &&
    months !== null &&
    months >= 4 &&
    typeof evidenceStrength === "number" &&
    evidenceStrength <= 2;
  return (
    <div className={styles.around}>
      <dl className={full ? styles.full : styles.compact}>
        <Figure name="Progress" words={monthsInWords(months, impactMonthsStatus)} full={full}>
          <Months
            months={months}
            unknown={impactMonthsStatus === "NOT_RATED_IN_MONTHS" ? "n/a" : "?"}
          />
        </Figure>
        <Figure
          name="Cost"
          words={costInWords(costBand)}
          spoken={typeof costBand === "number" ? `${costBand} out of 5` : undefined}
          full={full}
        >
          <span className={styles.scale}>
            {five.map((step) => (
              <Pound key={step} spent={step <= (costBand ?? 0)} />
            ))}
          </span>
        </Figure>
        <Figure
          name="Evidence"
          words={strengthInWords(evidenceStrength)}
          spoken={
            typeof evidenceStrength === "number"
              ? `${evidenceStrength} out of 5 padlocks`
              : undefined
          }
          full={full}
        >
          <span className={styles.scale}>
            {five.map((step) => (
              <Padlock key={step} closed={step <= (evidenceStrength ?? 0)} />
            ))}
          </span>
        </Figure>
      </dl>
      {shaky && (
        <p className={styles.care}>
          A large figure on {strengthInWords(evidenceStrength).short.toLowerCase()}: treat it with
          care. It may change when more studies are in.
        </p>
      )}
    </div>
  );
}

/** One of the three in a cell of a table that has a column for each: they are never shown apart. */
export function FigureInCell({
  of: { impactMonths, impactMonthsStatus, costBand, evidenceStrength },
  which,
}: {
  of: FiguresFragment;
  which: "months" | "cost" | "padlocks";
}): ReactNode {
  const months = impactMonthsStatus === "RATED" ? (impactMonths ?? null) : null;
  const drawn = {
    months: (
      <Months
        months={months}
        unknown={impactMonthsStatus === "NOT_RATED_IN_MONTHS" ? "n/a" : "?"}
      />
    ),
    cost: five.map((step) => <Pound key={step} spent={step <= (costBand ?? 0)} />),
    padlocks: five.map((step) => <Padlock key={step} closed={step <= (evidenceStrength ?? 0)} />),
  }[which];
  const words = {
    months: monthsInWords(months, impactMonthsStatus),
    cost: costInWords(costBand),
    padlocks: strengthInWords(evidenceStrength),
  }[which];
  const value = { months: null, cost: costBand, padlocks: evidenceStrength }[which];
  return (
    <span className={styles.inCell}>
      <span aria-hidden="true" className={which === "months" ? styles.compact : styles.scale}>
        {drawn}
      </span>
      <span>
        {words.short}
        {typeof value === "number" && (
          <VisuallyHidden>
            {" "}
            ({value} out of 5{which === "padlocks" && " padlocks"})
          </VisuallyHidden>
        )}
      </span>
    </span>
  );
}
