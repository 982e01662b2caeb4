import type { ReactNode } from "react";
import { Link } from "react-router";
import type { MonthDay, MonthEntry, SessionMonth } from "../data/session-month.server.ts";
import { pathOf } from "../data/paths.ts";
import styles from "./session-month.module.css";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function Entry({ of }: { of: MonthEntry }): ReactNode {
  const { title, url, time, until, places, past, full } = of;
  return (
    <li className={past ? `${styles.entry} ${styles.past}` : styles.entry}>
      <span className={styles.time}>
        {time}
        {until && <span className={styles.narrow}> to {until}</span>}
      </span>{" "}
      <Link to={pathOf(url)} title={title}>
        {title}
      </Link>
      {past ? (
        <span className={styles.over}> Taken place</span>
      ) : full ? (
        <span className={styles.full}> Full</span>
      ) : (
        <span className={`${styles.narrow} ${styles.over}`}> {places}</span>
      )}
    </li>
  );
}

function Day({ of, month }: { of: MonthDay; month: string }): ReactNode {
  const { date, day, weekday, today, entries } = of;
  return (
    <td
      className={styles.day}
      data-empty={entries.length === 0 ? "" : undefined}
      data-today={today ? "" : undefined}
    >
      <p className={styles.date}>
        <span className={styles.narrow}>{weekday} </span>
        <time dateTime={date} className={styles.number} aria-current={today ? "date" : undefined}>
          {day}
        </time>
        <span className={styles.narrow}> {month}</span>
        {today && <span className={styles.today}>Today</span>}
      </p>
      {today && entries.length === 0 && (
        <p className={`${styles.narrow} ${styles.over}`}>No session today</p>
      )}
      {entries.length > 0 && (
        <ul role="list" className={styles.entries}>
          {entries.map((entry) => (
            <Entry key={entry.id} of={entry} />
          ))}
        </ul>
      )}
    </td>
  );
}

/** A month of sessions: a calendar where there is room, on a phone its days that have sessions, one below the other. */
export function MonthTable({ of }: { of: SessionMonth }): ReactNode {
  const empty = of.weeks.every((week) => week.every((day) => !day || day.entries.length === 0));
  return (
    <table className={styles.month} data-empty={empty ? "" : undefined}>
      <caption className={styles.unseen}>CPD sessions in {of.name}, day by day</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              <abbr title={name}>{name.slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, place) =>
              day ? (
                <Day key={day.date} of={day} month={of.name} />
              ) : (
                <td key={place} className={styles.outside}>
                  {" "}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
