/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role -- the rule takes cells of a table for controls */
import type { ReactNode } from "react";
import { forestPlotOf, signed } from "../data/forest-plot.ts";
import { designInWords } from "../data/wording.ts";
import type { StrandQuery } from "../generated/graphql.ts";
import print from "../styles/print.module.css";
import table from "./findings.module.css";
import { ForestPlot } from "./forest-plot.tsx";

export type FindingPage = NonNullable<StrandQuery["evidenceSummary"]>["findings"];
type Finding = FindingPage["nodes"][number];

/** A second line in a cell. */
function Aside({ children }: { children: ReactNode }): ReactNode {
  return <span className={table.second}>{children}</span>;
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

/** Commas by hand: server and browser may carry different language data. */
const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

function Pupils({ of }: { of: Finding }): ReactNode {
  return (
    <>
      {of.sampleDescription ?? (of.sampleSize ? "" : "Not stated")}
      {of.sampleDescription && of.sampleSize ? ": " : ""}
      {of.sampleSize ? `${thousands(of.sampleSize)} pupils` : ""}
      {of.isSubgroup && <Aside>part of the groups</Aside>}
    </>
  );
}

const columns = ["Outcome", "Effect", "Compared with", "Pupils", "Study"] as const;

// On a phone each row becomes a card. Browsers forget that it is a table then, so the roles say it.
function Row({ of }: { of: Finding }): ReactNode {
  const [, effect, comparison, pupils, study] = columns;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {of.outcome}
        {of.outcomeDomain && of.outcomeDomain !== of.outcome && <Aside>{of.outcomeDomain}</Aside>}
        {of.period && <Aside>{of.period}</Aside>}
      </th>
      <td role="cell" data-label={effect} className={table.number}>
        <div>
          <Effect of={of} />
        </div>
      </td>
      <td role="cell" data-label={comparison}>
        <div>{of.comparison ?? "Not stated"}</div>
      </td>
      <td role="cell" data-label={pupils}>
        <div>
          <Pupils of={of} />
        </div>
      </td>
      <td role="cell" data-label={study}>
        <div>
          <StudyName of={of.study} />
          {of.designRating && <Aside>{designInWords[of.designRating]}</Aside>}
        </div>
      </td>
    </tr>
  );
}

/** How many findings a sheet of paper shows, drawn or in a table. */
const onPaper = { drawn: 6, table: 5 } as const;

/** What single studies measured: drawn where there are effect sizes, and as a table. */
export function Findings({
  of: { nodes, totalCount },
  from = 1,
}: {
  of: FindingPage;
  /** Place in the whole list of the first one shown. */
  from?: number;
}): ReactNode {
  const plot = forestPlotOf(nodes);
  return (
    <div className={plot ? table.drawn : undefined}>
      {plot && <ForestPlot of={plot} />}
      <table className={table.table} role="table">
        <caption>
          {totalCount > nodes.length
            ? `Findings ${from} to ${from + nodes.length - 1} of ${totalCount}. `
            : ""}
          Effect sizes are standardised mean differences (Hedges’ g). Above zero favours the
          approach.
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((name) => (
              <th key={name} role="columnheader" scope="col" className={table[name.toLowerCase()]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {nodes.map((finding) => (
            <Row key={finding.id} of={finding} />
          ))}
        </tbody>
      </table>
      {totalCount > (plot ? onPaper.drawn : onPaper.table) && (
        <p className={print.paper}>
          The first few of {totalCount} findings. The page has them all.
        </p>
      )}
    </div>
  );
}
