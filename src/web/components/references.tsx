import type { ReactNode } from "react";
import type { Citing } from "../data/reference-links.ts";
import type { StrandQuery } from "../generated/graphql.ts";
import { Section } from "./article.tsx";
import styles from "./references.module.css";

type Strand = NonNullable<StrandQuery["evidenceSummary"]>;

/** The publications the text rests on, each with the way back to where it is cited. */
export function References({
  of,
  citedIn,
}: {
  of: Strand["references"];
  citedIn: Readonly<Record<string, readonly Citing[]>>;
}): ReactNode {
  return (
    <Section heading="References">
      <ol className={styles.references}>
        {of.map(({ key, text, url }) => (
          <li key={key} id={`reference-${key}`}>
            {text}{" "}
            {url && (
              <a className={styles.address} href={url}>
                {url.replace(/^https?:\/\//, "")}
              </a>
            )}
            {citedIn[key] && (
              <span className={styles.back}>
                Back to:{" "}
                {citedIn[key].map(({ anchor, heading }, place) => (
                  <span key={anchor}>
                    {place > 0 && ", "}
                    <a href={`#${anchor}`}>{heading}</a>
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Where to read on: reports for schools on the same practice. */
export function GuidanceReports({ of }: { of: Strand["guidanceReports"] }): ReactNode {
  return (
    <Section heading="Guidance reports">
      <ul className={styles.reports}>
        {of.map(({ id, title, publisher, year, url }) => (
          <li key={id}>
            {url ? <a href={url}>{title}</a> : title}, {publisher}
            {year ? `, ${year}` : ""}
          </li>
        ))}
      </ul>
    </Section>
  );
}
