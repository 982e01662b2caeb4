import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./ways.module.css";

const ways = [
  {
    to: "/evidence",
    name: "All evidence in one table",
    words: "Sort by months, cost or strength, or see them in a chart.",
  },
  {
    to: "/compare",
    name: "Compare approaches",
    words: "Up to four side by side, with a link to share.",
  },
  {
    to: "/cpd",
    name: "CPD by date",
    words: "As a list or by the month, with places left.",
  },
  {
    to: "/figures",
    name: "How to read the figures",
    words: "What months, cost and padlocks mean, and what they do not.",
  },
  {
    to: "/schools",
    name: "Find a school",
    words: "See what a school near you has tried.",
  },
] as const;

/** The pages one comes back to. */
export function Ways(): ReactNode {
  return (
    <nav className={styles.ways} aria-labelledby="ways-heading">
      <h2 id="ways-heading">More ways in</h2>
      <ul role="list">
        {ways.map(({ to, name, words }) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </nav>
  );
}
