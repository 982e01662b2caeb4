import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { CopyButton } from "./copy-button.tsx";
import styles from "./error-page.module.css";
import { SearchBox } from "./search-box.tsx";

interface Message {
  readonly heading: string;
  readonly text: string;
}

const failed: Message = {
  heading: "Something went wrong",
  text: "This is our fault, not yours. Please try again in a moment.",
};

const messages: Readonly<Record<number, Message>> = {
  400: {
    heading: "We do not understand that address",
    text: "Part of it may be missing or mistyped. Try a search instead.",
  },
  403: {
    heading: "This page is not for your account",
    text: "Your account is not allowed to see it.",
  },
  404: {
    heading: "We cannot find that page",
    text: "The address may be mistyped, or the page may have moved. Try a search instead.",
  },
  405: {
    heading: "That form does not belong here",
    text: "The page has changed since you opened it. Open it again, and send the form once more.",
  },
  413: {
    heading: "That was too much at once",
    text: "The form is larger than we can take. Go back, shorten it, and send it again.",
  },
  429: {
    heading: "Too many requests at once",
    text: "Please wait a minute, then load the page again.",
  },
  503: {
    heading: "We will be back in a moment",
    text: "Potbank is being updated or is very busy. Please load the page again in a minute.",
  },
};

const messageOf = (status: number): Message => messages[status] ?? failed;

/** What the tab of such a page is called. */
export const errorTitle = (status: number): string =>
  `${status === 404 ? "Page not found" : messageOf(status).heading} – Potbank`;

/** What happened, whose fault it is, and the ways on; with the log's number where there is one. */
export function ErrorPage({
  status,
  logId,
  reason,
}: {
  status: number;
  logId?: string | undefined;
  /** What the API said of it, in words for the reader. */
  reason?: string | undefined;
}): ReactNode {
  const { heading, text } = messageOf(status);
  return (
    <div className={styles.error}>
      <h1>{heading}</h1>
      <p className={styles.lead}>{reason ?? text}</p>
      {status === 403 && (
        <ul className={styles.choices}>
          <li>
            If you have another account that may, <Link to="/sign-out">sign out</Link> and sign in
            with it.
          </li>
          <li>
            If you belong to the school it is about, <Link to="/my-school">say so</Link>: its lead
            lets you in.
          </li>
          <li>
            Some pages ask for a second step when signing in: see{" "}
            <Link to="/account/security">how you sign in</Link>.
          </li>
        </ul>
      )}
      {logId !== undefined && (
        <div className={styles.log}>
          <p>If it goes on, tell us this number. It leads us to what happened.</p>
          <p className={styles.number}>
            <code>{logId}</code>
            <CopyButton text={logId}>Copy the number</CopyButton>
          </p>
        </div>
      )}
      <Form action="/search" role="search" aria-label="Search for something else">
        <SearchBox
          id="error-search"
          label="Search for something else"
          placeholder="For example, feedback"
        />
      </Form>
      <nav aria-label="Ways on" className={styles.on}>
        <p>Or go to</p>
        <ul role="list">
          <li>
            <Link to="/">the home page</Link>
          </li>
          <li>
            <Link to="/evidence">all the evidence</Link>
          </li>
          <li>
            <Link to="/cpd">CPD sessions</Link>
          </li>
          <li>
            <Link to="/projects">what schools tried</Link>
          </li>
        </ul>
      </nav>
    </div>
  );
}
