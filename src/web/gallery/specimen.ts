import type { ReactNode } from "react";

/** One component in one state. */
export interface Specimen {
  /** What the state is; together with the area's name it makes the address. */
  readonly name: string;
  /** What to look for, where that is not plain. */
  readonly note?: string;
  /** A whole page has a heading of the first level: it is shown on an address of its own only. */
  readonly wholePage?: boolean;
  /** It is a landmark that another specimen is too: one page may hold it once, so it is on its own address only. */
  readonly landmark?: boolean;
  readonly show: ReactNode;
}

/** What belongs together; one file each, registered in `areas.ts`. */
export interface Area {
  readonly name: string;
  readonly specimens: readonly Specimen[];
}
