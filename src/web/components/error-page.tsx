import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import styles from "./error-page.module.css";
import { SearchBox } from "./search-box.tsx";

/** What the tab of such a page is called. */
export const errorTitle = (status: number): string =>
  `${status === 404 ? "Page not found" : "Something went wrong"} – Potbank`;

/** What to say when there is no such page, or when we failed. */
export function ErrorPage({
  status,
  logId,
}: {
  status: number;
  logId?: string | undefined;
}): ReactNode {
  const absent = status === 404;
  return (
    <div className={styles.error}>
      <h1>{absent ? "We cannot find that page" : "Something went wrong"}</h1>
      {absent ? (
        <p>The address may be mistyped, or the page may have moved. Try a search instead.</p>
      ) : (
        <p>
          This is our fault, not yours. Please try again in a moment.
          {logId !== undefined && (
            <>
              {" "}
              If it goes on, tell us this number: <code>{logId}</code>.
            </>
          )}
        </p>
      )}
      <Form action="/search">
        <SearchBox
          id="error-search"
          label="Search for something else"
          placeholder="For example, feedback"
        />
      </Form>
      <p>
        Or go to the <Link to="/">first page</Link>, or see{" "}
        <Link to="/search?kind=evidence">all the evidence</Link>.
      </p>
    </div>
  );
}
