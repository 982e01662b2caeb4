import type { ReactNode } from "react";
import type { StrandQuery } from "../generated/graphql.ts";
import { designInWords } from "../data/wording.ts";
import styles from "./article.module.css";
import table from "./findings.module.css";

type FindingPage = NonNullable<StrandQuery["evidenceSummary"]>["findings"];
type Finding = FindingPage["nodes"][number];

const signed = (effect: number): string =>
  `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)}`;

/** A second line in a cell. */
function Aside({ children }: { children: ReactNode }): ReactNode {
  return (
    <>
      <br />
      <span className={`${styles.soft} ${table.second}`}>{children}</span>
    </>
  );
}

/** Whom the effect favours is said by its sign; where nobody can say, neither do we. */
function Effect({ of }: { of: Finding }): ReactNode {
  if (of.effectSizeBasis === "UNCLEAR")
    return (
      <>
        Not clear
        {typeof of.effectSizeAsPublished === "number" && (
          <Aside>published as {signed(of.effectSizeAsPublished)}</Aside>
        )}
      </>
    );
  return (
    <>
      {typeof of.effectSize === "number" ? signed(of.effectSize) : "Not stated"}
      {typeof of.improvementIndex === "number" && (
        <Aside>
          {of.improvementIndex < 0 ? "−" : "+"}
          {Math.abs(of.improvementIndex)} percentile points
        </Aside>
      )}
    </>
  );
}

function StudyName({ of }: { of: Finding["study"] }): ReactNode {
  if (!of?.title) return "Not named";
  const about = [of.design, of.year].filter(Boolean).join(", ");
  return (
    <>
      {of.url ? <a href={of.url}>{of.title}</a> : of.title}
      {about && <Aside>{about}</Aside>}
    </>
  );
}

/** What single studies measured. The table scrolls by itself where it is too wide. */
export function Findings({ of: { nodes, totalCount } }: { of: FindingPage }): ReactNode {
  return (
    <div className={table.tableWrap} tabIndex={0} role="region" aria-labelledby="findings-caption">
      <table className={table.table}>
        <caption id="findings-caption">
          {totalCount > nodes.length ? `${nodes.length} of ${totalCount} findings. ` : ""}
          Effect sizes are standardised mean differences (Hedges’ g). Above zero favours the
          approach.
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col" className={table.number}>
              Effect
            </th>
            <th scope="col">Compared with</th>
            <th scope="col">Pupils</th>
            <th scope="col">Study</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((finding) => (
            <tr key={finding.id}>
              <th scope="row">
                {finding.outcome}
                {finding.outcomeDomain && finding.outcomeDomain !== finding.outcome && (
                  <Aside>{finding.outcomeDomain}</Aside>
                )}
              </th>
              <td className={table.number}>
                <Effect of={finding} />
              </td>
              <td>{finding.comparison ?? "Not stated"}</td>
              <td>
                {finding.sampleDescription ?? "Not stated"}
                {finding.sampleSize ? ` (${finding.sampleSize.toLocaleString("en-GB")})` : ""}
                {finding.isSubgroup && <Aside>part of the groups</Aside>}
              </td>
              <td>
                <StudyName of={finding.study} />
                {finding.designRating && <Aside>{designInWords[finding.designRating]}</Aside>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
