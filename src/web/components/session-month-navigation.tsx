import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatMonth } from "../data/dates.ts";
import { changed, cleared, choicesOf, type SessionAddress } from "../data/session-address.ts";
import styles from "./session-list-parts.module.css";

/** The months around one; absent where nobody plans that far. */
export interface MonthsAround {
  readonly name: string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly previousWithSessions: string | undefined;
  readonly nextWithSessions: string | undefined;
}

interface MonthProps {
  readonly of: MonthsAround;
  readonly address: SessionAddress;
}

/** A month earlier, a month later, and back to the month at hand. */
export function MonthNavigation({ of, address }: MonthProps): ReactNode {
  return (
    <nav aria-label="Months" className={styles.months}>
      {of.previous !== undefined && (
        <Link to={changed(address, { month: of.previous })} rel="prev nofollow" preventScrollReset>
          <span aria-hidden="true">← </span>
          <span className={styles.unseen}>Earlier: </span>
          {formatMonth(of.previous)}
        </Link>
      )}
      {address.month !== undefined && (
        <Link to={changed(address, { month: undefined })} preventScrollReset>
          This month
        </Link>
      )}
      {of.next !== undefined && (
        <Link to={changed(address, { month: of.next })} rel="next nofollow" preventScrollReset>
          <span className={styles.unseen}>Later: </span>
          {formatMonth(of.next)}
          <span aria-hidden="true"> →</span>
        </Link>
      )}
    </nav>
  );
}

/** Says that a month is empty, and where there is something. */
export function NoSessionsInMonth({ of, address }: MonthProps): ReactNode {
  const narrowed = choicesOf(address).length > 0;
  const { nextWithSessions, previousWithSessions } = of;
  return (
    <div className={styles.empty}>
      <p>
        <strong>
          No sessions in {of.name}
          {narrowed ? " with these filters" : ""}.
        </strong>
      </p>
      <ul>
        {nextWithSessions && (
          <li>
            The next are in{" "}
            <Link to={changed(address, { month: nextWithSessions })}>
              {formatMonth(nextWithSessions)}
            </Link>
            .
          </li>
        )}
        {!nextWithSessions && previousWithSessions && (
          <li>
            The last were in{" "}
            <Link to={changed(address, { month: previousWithSessions })}>
              {formatMonth(previousWithSessions)}
            </Link>
            .
          </li>
        )}
        {narrowed && (
          <li>
            <Link to={cleared(address)}>See {of.name} without filters</Link>.
          </li>
        )}
        <li>
          <Link to="/cpd/self-study">Self-study</Link> is there at any time.
        </li>
      </ul>
    </div>
  );
}
