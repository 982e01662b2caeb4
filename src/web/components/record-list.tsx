import type { ReactNode } from "react";
import { type ListAddress, toListPath } from "../data/list-address.ts";
import { inNumbers } from "../data/wording.ts";
import { CardGrid } from "./cards.tsx";
import { Pager } from "./pager.tsx";
import styles from "./record-list.module.css";

/** A page of records: how many in all, cards, and the ways on; `empty` where there is none. */
export function RecordList({
  of,
  address,
  one,
  many,
  cards,
  empty,
}: {
  of: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  };
  address: ListAddress;
  one: string;
  many: string;
  cards: readonly ReactNode[];
  empty: ReactNode;
}): ReactNode {
  const { hasNextPage, endCursor } = of.pageInfo;
  if (cards.length === 0 && address.after === undefined)
    return <div className={styles.empty}>{empty}</div>;
  return (
    <>
      <h2 className={styles.total}>
        {inNumbers(of.totalCount)} {of.totalCount === 1 ? one : many}
        {of.totalCount > 1 && <span>, newest first</span>}
      </h2>
      <CardGrid width="20rem">{cards}</CardGrid>
      <div className={styles.pager}>
        <Pager
          first={
            address.after === undefined ? undefined : toListPath({ ...address, after: undefined })
          }
          next={hasNextPage && endCursor ? toListPath({ ...address, after: endCursor }) : undefined}
        />
      </div>
    </>
  );
}
