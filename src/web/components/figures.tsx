import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { costInWords, monthsInWords, strengthInWords, type Wording } from "../data/wording.ts";
import { isLargeOnFewPadlocks } from "../data/weak-evidence.ts";
import type { FiguresFragment } from "../generated/graphql.ts";
import { Months, MonthsRuler, Padlocks, Pounds } from "./figure-pictures.tsx";
import styles from "./figures.module.css";

interface FigureProps {
  readonly name: string;
  readonly words: Wording;
  /** The number behind the picture, for those who do not see it. */
  readonly spoken?: string | undefined;
  /** A word of warning behind the words. */
  readonly care?: string | undefined;
  readonly full: boolean;
  readonly children: ReactNode;
}

function Figure({ name, words, spoken, care, full, children }: FigureProps): ReactNode {
  const said = (
    <>
      {words.short}
      {spoken !== undefined && <VisuallyHidden> ({spoken})</VisuallyHidden>}
      {care !== undefined && <span className={styles.caution}>, {care}</span>}
    </>
  );
  if (!full)
    return (
      <div>
        <VisuallyHidden component="dt">{name}</VisuallyHidden>
        <dd>
          <span className={styles.picture}>{children}</span>
          <span>{said}</span>
        </dd>
      </div>
    );
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div className={styles.drawn}>{children}</div>
        <p className={styles.words}>{said}</p>
        <p className={styles.meaning}>{words.meaning}</p>
      </dd>
    </div>
  );
}

const unknownMark = (status: FiguresFragment["impactMonthsStatus"]): string =>
  status === "NOT_RATED_IN_MONTHS" ? "n/a" : "?";

/** Where a source gives none of the three, three empty pictures would say less than a sentence. */
function Unrated({ full }: { full: boolean }): ReactNode {
  const { short, meaning } = monthsInWords(null, "NOT_RATED_IN_MONTHS");
  const mark = <Months of={null} unknown={unknownMark("NOT_RATED_IN_MONTHS")} big={full} />;
  if (!full)
    return (
      <p className={styles.unrated}>
        {mark} {short}, cost or padlocks
      </p>
    );
  return (
    <div className={styles.unratedFull}>
      {mark}
      <div>
        <p className={styles.words}>{short}</p>
        <p className={styles.meaning}>{meaning} It gives neither a cost nor padlocks.</p>
      </div>
    </div>
  );
}

const monthsOf = ({ impactMonths, impactMonthsStatus }: FiguresFragment): number | null =>
  impactMonthsStatus === "RATED" ? (impactMonths ?? null) : null;

const careInWords = "treat with care";

/**
 * Months, cost and padlocks, always together: a picture, the number and words. A large figure that rests on little
 * is marked as such. `full` draws the months against zero, and adds what each figure means.
 */
export function Figures({ of, full = false }: { of: FiguresFragment; full?: boolean }): ReactNode {
  const { impactMonthsStatus, costBand, evidenceStrength } = of;
  const unrated =
    impactMonthsStatus === "NOT_RATED_IN_MONTHS" &&
    typeof costBand !== "number" &&
    typeof evidenceStrength !== "number";
  if (unrated) return <Unrated full={full} />;
  const months = monthsOf(of);
  const weak = isLargeOnFewPadlocks(of);
  return (
    <div className={styles.around}>
      <dl className={full ? styles.full : styles.compact}>
        <Figure
          name="Progress"
          words={monthsInWords(months, impactMonthsStatus)}
          care={weak && !full ? careInWords : undefined}
          full={full}
        >
          <Months of={months} unknown={unknownMark(impactMonthsStatus)} big={full} weak={weak} />
          {full && months !== null && <MonthsRuler of={months} />}
        </Figure>
        <Figure
          name="Cost"
          words={costInWords(costBand)}
          spoken={typeof costBand === "number" ? `${costBand} out of 5` : undefined}
          full={full}
        >
          <Pounds of={costBand} big={full} />
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
          <Padlocks of={evidenceStrength} big={full} />
        </Figure>
      </dl>
      {weak && full && (
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
  of,
  which,
}: {
  of: FiguresFragment;
  which: "months" | "cost" | "padlocks";
}): ReactNode {
  const { impactMonthsStatus, costBand, evidenceStrength } = of;
  const months = monthsOf(of);
  const weak = which === "months" && isLargeOnFewPadlocks(of);
  const drawn = {
    months: <Months of={months} unknown={unknownMark(impactMonthsStatus)} weak={weak} />,
    cost: <Pounds of={costBand} />,
    padlocks: <Padlocks of={evidenceStrength} />,
  }[which];
  const words = {
    months: monthsInWords(months, impactMonthsStatus),
    cost: costInWords(costBand),
    padlocks: strengthInWords(evidenceStrength),
  }[which];
  const value = { months: null, cost: costBand, padlocks: evidenceStrength }[which];
  return (
    <span className={styles.inCell}>
      {drawn}
      <span>
        {words.short}
        {typeof value === "number" && (
          <VisuallyHidden>
            {" "}
            ({value} out of 5{which === "padlocks" && " padlocks"})
          </VisuallyHidden>
        )}
        {weak && <span className={styles.caution}>, {careInWords}</span>}
      </span>
    </span>
  );
}
