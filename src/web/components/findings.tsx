import type { ReactNode } from "react";
import type { StrandQuery } from "../generated/graphql.ts";
import styles from "./article.module.css";

type Finding = NonNullable<StrandQuery["evidenceSummary"]>["findings"]["nodes"][number];

const signed = (effect: number): string =>
  `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)}`;

function StudyName({ of }: { of: Finding["study"] }): ReactNode {
  if (!of?.title) return "Not named";
  const about = [of.design, of.year].filter(Boolean).join(", ");
  return (
    <>
      {of.url ? <a href={of.url}>{of.title}</a> : of.title}
      {about && (
        <>
          <br />
          <span className={styles.soft}>{about}</span>
        </>
      )}
    </>
  );
}

/** What single studies measured. The table scrolls by itself where it is too wide. */
export function Findings({ of }: { of: readonly Finding[] }): ReactNode {
  return (
    <div className={styles.tableWrap} tabIndex={0} role="region" aria-labelledby="findings-caption">
      <table className={styles.table}>
        <caption id="findings-caption">
          Effect sizes are standardised mean differences (Hedges’ g). Above zero favours the
          approach.
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Compared with</th>
            <th scope="col">Pupils</th>
            <th scope="col" className={styles.number}>
              Effect
            </th>
            <th scope="col">Study</th>
          </tr>
        </thead>
        <tbody>
          {of.map((finding) => (
            <tr key={finding.id}>
              <th scope="row">{finding.outcome}</th>
              <td>{finding.comparison ?? "Not stated"}</td>
              <td>
                {finding.sampleDescription ?? "Not stated"}
                {finding.sampleSize ? ` (${finding.sampleSize.toLocaleString("en-GB")})` : ""}
              </td>
              <td className={styles.number}>
                {typeof finding.effectSize === "number" ? signed(finding.effectSize) : "Not stated"}
              </td>
              <td>
                <StudyName of={finding.study} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
