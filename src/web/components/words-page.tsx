import type { ReactNode } from "react";
import { ArticleHead } from "./article.tsx";
import styles from "./words-page.module.css";

/** One headed part of a page of words. Its id is an address that other pages link to: it stays. */
export interface WordsPart {
  readonly id: string;
  readonly heading: string;
  readonly words: ReactNode;
}

/** A page that is there to be read: a head, its contents, and its parts. */
export function WordsPage({
  kind,
  title,
  lead,
  parts,
}: {
  readonly kind: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly WordsPart[];
}): ReactNode {
  return (
    <article>
      <ArticleHead kind={kind} title={title} lead={lead} />
      <div className={styles.page}>
        <nav className={styles.contents} aria-labelledby="contents">
          <h2 id="contents">On this page</h2>
          <ul role="list">
            {parts.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.body}>
          {parts.map(({ id, heading, words }) => (
            <section key={id} id={id} className={styles.part} aria-labelledby={`${id}-heading`}>
              <h2 id={`${id}-heading`}>{heading}</h2>
              {words}
            </section>
          ))}
        </div>
      </div>
    </article>
  );
}

/** A table within the text; where it is too wide it scrolls by itself. The first cell of a row names it. */
export function WordsTable({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}): ReactNode {
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is said of the text rather than in it: a source, a date. */
export function Aside({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className={styles.soft}>{children}</p>;
}
