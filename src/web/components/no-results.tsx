import type { ReactNode } from "react";
import { Link } from "react-router";
import { countChosen, type SearchAddress, toAddress } from "../data/search-address.ts";
import styles from "../routes/search.module.css";

/** The longest words of a question: the likeliest to lead somewhere on their own. */
const longestWords = (q: string): readonly string[] => {
  const words = [
    ...new Set(q.split(/\s+/).filter((word) => word.length >= 4 && word.length <= 30)),
  ];
  return words.length < 2 ? [] : words.toSorted((a, b) => b.length - a.length).slice(0, 3);
};

interface Topic {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
}

/** Ways on from an empty list. */
export function NoResults({
  address,
  topics,
}: {
  address: SearchAddress;
  topics: readonly Topic[];
}): ReactNode {
  const words = longestWords(address.q);
  const narrowed = countChosen(address) > 0;
  return (
    <div className={styles.empty}>
      <h2>Nothing found{address.q ? ` for “${address.q.slice(0, 120)}”` : ""}</h2>
      <p>You could</p>
      <ul>
        {narrowed && (
          <li>
            <Link to={toAddress({ q: address.q })}>search again without the filters</Link>
          </li>
        )}
        {words.length > 0 && (
          <li>
            use fewer words:{" "}
            {words.map((word, place) => (
              <span key={word}>
                {place > 0 && ", "}
                <Link to={toAddress({ q: word })}>{word}</Link>
              </span>
            ))}
          </li>
        )}
        <li>use the words you would say in the staff room: everyday words work here</li>
        <li>
          look through <Link to="/search?kind=evidence">all the evidence</Link>
        </li>
      </ul>
      {topics.length > 0 && (
        <>
          <h3>Or choose a topic</h3>
          <ul role="list" className={styles.topics}>
            {topics.map(({ id, slug, label }) => (
              <li key={id}>
                <Link to={`/search?topic=${slug}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
