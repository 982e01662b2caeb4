import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Form, Link } from "react-router";
import { pathOf } from "../data/paths.ts";
import { changed, type ToolkitAddress, type ToolkitSort } from "../data/toolkit-address.ts";
import { isOnWeakEvidence } from "../data/weak-evidence.ts";
import type { CostEffectivenessGroup, ToolkitQuery } from "../generated/graphql.ts";
import { Tag } from "./cards.tsx";
import { FigureInCell } from "./figures.tsx";
import { tableRoles } from "./table-roles.ts";
import styles from "./toolkit-table.module.css";

/** A strand as a line of the table. */
export type ToolkitStrand = ToolkitQuery["evidenceSummaries"]["nodes"][number];

/** Most strands that stand beside each other. */
const comparedMax = 4;

const columns: readonly {
  readonly sort: ToolkitSort;
  readonly name: string;
  readonly order: string;
  readonly aria: "ascending" | "descending";
}[] = [
  { sort: "title", name: "Strand", order: "A to Z", aria: "ascending" },
  { sort: "months", name: "Progress", order: "most months first", aria: "descending" },
  { sort: "cost", name: "Cost", order: "lowest first", aria: "ascending" },
  { sort: "padlocks", name: "Evidence", order: "strongest first", aria: "descending" },
];

const groups: Record<CostEffectivenessGroup, string> = {
  GAIN: "More progress, on at least 3 padlocks",
  GAIN_ON_WEAK_EVIDENCE: "More progress, but on weak evidence: their order may well change",
  NO_GAIN: "No extra progress to set against the cost",
  NOT_COMPARABLE: "Cannot be set against cost: no months, or no cost",
};

function Heads({ address }: { address: ToolkitAddress }): ReactNode {
  return (
    <thead {...tableRoles.group}>
      <tr {...tableRoles.row}>
        <th {...tableRoles.column} className={styles.plain}>
          Compare
        </th>
        {columns.map(({ sort, name, order, aria }) => (
          <th
            key={sort}
            {...tableRoles.column}
            aria-sort={address.sort === sort ? aria : undefined}
          >
            <Link to={changed(address, { sort })} preventScrollReset>
              {name}
              <VisuallyHidden>, sort {order}</VisuallyHidden>
              <span aria-hidden="true" className={styles.arrow}>
                {aria === "ascending" ? "▲" : "▼"}
              </span>
            </Link>
          </th>
        ))}
        <th {...tableRoles.column} className={styles.plain}>
          Studied in
        </th>
      </tr>
    </thead>
  );
}

function Row({ of }: { of: ToolkitStrand }): ReactNode {
  const weak = of.impactMonthsStatus === "RATED" && isOnWeakEvidence(of);
  return (
    <tr {...tableRoles.row}>
      <td {...tableRoles.cell} className={styles.choose}>
        <label>
          <input type="checkbox" name="strand" value={of.slug} />
          <span>
            Compare<VisuallyHidden> {of.title}</VisuallyHidden>
          </span>
        </label>
      </td>
      <th {...tableRoles.rowHead} className={styles.strand}>
        <Link to={pathOf(of.url)}>{of.title}</Link>
        <p>{of.headline}</p>
      </th>
      <td {...tableRoles.cell} data-figure="">
        <FigureInCell of={of} which="months" />
      </td>
      <td {...tableRoles.cell} data-figure="">
        <FigureInCell of={of} which="cost" />
      </td>
      <td {...tableRoles.cell} data-figure="">
        <FigureInCell of={of} which="padlocks" />
        {weak && (
          <p className={styles.weak}>
            <Tag warm>Weak evidence</Tag>
          </p>
        )}
      </td>
      <td {...tableRoles.cell} className={styles.phases}>
        <span className={styles.studied}>Studied in: </span>
        {of.terms.map(({ label }) => label).join(", ") || "Not said"}
      </td>
    </tr>
  );
}

/** In the order by cost-effectiveness each group has a heading; in the others there is one body without. */
function Bodies({ of, grouped }: { of: readonly ToolkitStrand[]; grouped: boolean }): ReactNode {
  const rows = (strands: readonly ToolkitStrand[]) =>
    strands.map((strand) => <Row key={strand.id} of={strand} />);
  if (!grouped) return <tbody {...tableRoles.group}>{rows(of)}</tbody>;
  return (Object.keys(groups) as CostEffectivenessGroup[]).map((group) => {
    const strands = of.filter((each) => each.costEffectivenessGroup === group);
    if (strands.length === 0) return null;
    return (
      <tbody key={group} {...tableRoles.group}>
        <tr {...tableRoles.row} className={styles.group}>
          <th {...tableRoles.groupHead} colSpan={6}>
            {groups[group]}
          </th>
        </tr>
        {rows(strands)}
      </tbody>
    );
  });
}

const inWords = (ticked: number): string =>
  ticked === 0 ? "the ticked strands" : ticked === 1 ? "1 strand" : `${ticked} strands`;

/** The strands with their figures, and a box for each that is to be compared: a form that works without scripts. */
export function ToolkitTable({
  of,
  address,
}: {
  of: readonly ToolkitStrand[];
  address: ToolkitAddress;
}): ReactNode {
  const [ticked, setTicked] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const count = () =>
    setTicked(form.current ? new FormData(form.current).getAll("strand").length : 0);
  // Other rows, other boxes; and some may have been ticked before the scripts were there.
  useEffect(count, [of]);
  return (
    <Form action="/compare" ref={form} onChange={count} className={styles.form}>
      <table
        {...tableRoles.table}
        className={styles.table}
        id="table"
        aria-labelledby="table-caption"
      >
        <caption id="table-caption">
          <VisuallyHidden>Strands with their months, cost and padlocks</VisuallyHidden>
        </caption>
        <Heads address={address} />
        <Bodies of={of} grouped={address.sort === "value"} />
      </table>
      <div className={styles.bar}>
        <button type="submit">Compare {inWords(ticked)}</button>
        <p role="status">
          {ticked > comparedMax
            ? `Four fit beside each other: please untick ${ticked - comparedMax}.`
            : "Tick two to four strands to see them side by side."}
        </p>
      </div>
    </Form>
  );
}
