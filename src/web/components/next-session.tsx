import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatLongDay, formatTimes } from "../data/dates.ts";
import { pathOf } from "../data/paths.ts";
import { audienceInWords, placesInWords } from "../data/wording.ts";
import type { SessionCardFragment } from "../generated/graphql.ts";
import styles from "./next-session.module.css";

const isFull = ({ placesLeft }: SessionCardFragment): boolean =>
  typeof placesLeft === "number" && placesLeft <= 0;

function Line({ of }: { of: SessionCardFragment }): ReactNode {
  return (
    <span className={styles.session}>
      <Link to={pathOf(of.url)}>{of.title}</Link>
      <br />
      {formatLongDay(of.startsAt)}, {formatTimes(of.startsAt, of.endsAt)}
      <br />
      <span className={styles.places}>{placesInWords(of.capacity, of.placesLeft)}</span>
      {of.audience && `. ${audienceInWords(of.audience)}`}
    </span>
  );
}

/** Where the list goes on beyond what is known here, nobody has counted how many are still to come. */
function moreInWords(count: number, unknown: boolean): string {
  if (unknown) return "More sessions to come";
  return count === 1 ? "One more session to come" : `${count} more sessions to come`;
}

/**
 * The soonest session that has not begun, the soonest with places where that one is full, and the way to the others;
 * nothing when none is to come.
 */
export function NextSession({
  of,
  total,
  all,
  now,
}: {
  /** Upcoming first, soonest first. */
  of: readonly SessionCardFragment[];
  /** Sessions in all, of which these are the first. */
  total: number;
  /** Where the list of sessions to come stands. */
  all: string;
  now: string;
}): ReactNode {
  const coming = of.filter(({ startsAt }) => Date.parse(startsAt) > Date.parse(now));
  const [next] = coming;
  if (!next) return null;
  const open = isFull(next) ? coming.find((each) => !isFull(each)) : undefined;
  const more = coming.length - (open ? 2 : 1);
  return (
    <section className={styles.next} aria-label="Next session">
      <p className={styles.label}>Next session on this</p>
      <p>
        <Line of={next} />
      </p>
      {open && <p className={styles.label}>Next with places</p>}
      {open && (
        <p>
          <Line of={open} />
        </p>
      )}
      {more > 0 && (
        <p className={styles.more}>
          <a href={all}>{moreInWords(more, total > of.length && coming.length === of.length)}</a>
        </p>
      )}
    </section>
  );
}
