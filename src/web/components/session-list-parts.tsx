import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../data/dates.ts";
import {
  changed,
  choicesOf,
  type Chosen,
  cleared,
  type SessionAddress,
  sessionFacets,
  type SessionsView,
  toCalendarAddress,
} from "../data/session-address.ts";
import type { SessionOptions } from "./session-filters.tsx";
import styles from "./session-list-parts.module.css";

const views: readonly { view: SessionsView; name: string }[] = [
  { view: "coming", name: "Coming up" },
  { view: "month", name: "By month" },
  { view: "past", name: "Taken place" },
];

/** The ways to look at the same sessions. */
export function Views({ address }: { address: SessionAddress }): ReactNode {
  return (
    <nav aria-label="Views" className={styles.views}>
      {views.map(({ view, name }) => (
        <Link
          key={view}
          to={changed(address, { view })}
          aria-current={address.view === view ? "page" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** A choice as its reader would say it. */
function labelOf({ param, value }: Chosen, options: SessionOptions): string {
  if (param === "places") return "Places left";
  // Noon of a day is that day in London in summer and in winter.
  if (param === "from") return `From ${formatDay(`${value}T12:00:00Z`)}`;
  if (param === "to") return `Until ${formatDay(`${value}T12:00:00Z`)}`;
  return options[param].find((option) => option.value === value)?.label ?? value;
}

interface ChosenProps {
  readonly address: SessionAddress;
  readonly options: SessionOptions;
}

/** What narrows the list, each a way to be without it. */
export function SessionChips({ address, options }: ChosenProps): ReactNode {
  const choices = choicesOf(address);
  if (choices.length === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label="Chosen filters">
      {choices.map((choice) => {
        const label = labelOf(choice, options);
        return (
          <li key={`${choice.param}-${choice.value}`}>
            <Link to={choice.without} preventScrollReset aria-label={`Remove ${label}`}>
              {label} <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
      <li>
        <Link to={cleared(address)} preventScrollReset className={styles.clear}>
          Clear all
        </Link>
      </li>
    </ul>
  );
}

/** When nothing is found: which filter to drop, and what there is instead. */
export function NoSessions({
  address,
  options,
  others,
}: ChosenProps & { others: number }): ReactNode {
  const choices = choicesOf(address);
  const past = address.view === "past";
  const topics = new URLSearchParams();
  for (const { param } of sessionFacets)
    if (param === "topic" || param === "subject" || param === "phase")
      for (const value of address.chosen[param]) topics.append(param, value);
  const selfStudy = topics.size > 0 ? `/search?kind=self-study&${topics}` : "/cpd/self-study";
  return (
    <div className={styles.empty}>
      <p>
        <strong>
          {choices.length > 0
            ? "No session fits all these filters."
            : past
              ? "No session has taken place yet."
              : "Nothing is announced at the moment."}
        </strong>
      </p>
      <ul>
        {choices.length > 1 &&
          choices.map((choice) => (
            <li key={`${choice.param}-${choice.value}`}>
              <Link to={choice.without}>Look without “{labelOf(choice, options)}”</Link>
            </li>
          ))}
        {choices.length > 0 && (
          <li>
            <Link to={cleared(address)}>Look without any filter</Link>
          </li>
        )}
        {others > 0 && (
          <li>
            <Link to={changed(address, { view: past ? "coming" : "past" })}>
              {past
                ? `${others} like this ${others === 1 ? "is" : "are"} coming up`
                : `${others} like this ${others === 1 ? "has" : "have"} taken place`}
            </Link>
          </li>
        )}
        <li>
          <Link to={selfStudy}>Look for self-study instead</Link>, to read at any time
        </li>
      </ul>
    </div>
  );
}

interface SubscribeProps {
  readonly address: SessionAddress;
  /** Where this site is, without a slash at the end. */
  readonly publicUrl: string;
}

/** How to have the same sessions in a calendar of one's own. */
export function Subscribe({ address, publicUrl }: SubscribeProps): ReactNode {
  const file = toCalendarAddress(address);
  const feed = `${publicUrl}${file}`;
  return (
    <details className={styles.subscribe}>
      <summary>Have these sessions in your own calendar</summary>
      <p>
        <a href={feed.replace(/^https?:/, "webcal:")}>Subscribe in your calendar</a>. It then keeps
        itself up to date: the next 100 sessions
        {choicesOf(address).length > 0 ? " that fit your filters" : ""}, soonest first.
      </p>
      <p>
        If nothing opens, look for “subscribe” or “add calendar from the internet” in your calendar
        and give it this address: <code>{feed}</code>
      </p>
      <p>
        <a href={file} download>
          Download them once as a file (.ics)
        </a>
      </p>
    </details>
  );
}
