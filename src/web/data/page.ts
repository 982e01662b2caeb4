import { createContext, useContext } from "react";

/** What a rendering knows besides its data: the nonce of its policy, and the id of what went wrong. */
export interface Page {
  readonly nonce: string | undefined;
  readonly logId: string | undefined;
}

/** Filled by both entries, so that server and browser render the same. */
export const PageContext = createContext<Page>({ nonce: undefined, logId: undefined });

/** The page at hand. */
export const usePage = (): Page => useContext(PageContext);
