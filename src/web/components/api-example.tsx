import type { ReactNode } from "react";
import type { ApiRequest } from "../data/api-requests.server.ts";
import styles from "../routes/api.module.css";

/** Code that may be wider than the page: it scrolls by itself, with the keyboard too. */
export function Code({ label, children }: { label: string; children: string }): ReactNode {
  return (
    <pre className={styles.code} tabIndex={0} role="group" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}

/** A question, its GraphQL, and the forms in which it is sent. */
export function Example({ of }: { of: ApiRequest }): ReactNode {
  return (
    <section className={styles.example} id={of.id} aria-labelledby={`${of.id}-heading`}>
      <p className={styles.asker}>{of.asker}</p>
      <h3 id={`${of.id}-heading`}>{of.question}</h3>
      <Code label={`GraphQL: ${of.question}`}>{of.document}</Code>
      {of.variables !== "" && (
        <>
          <p>Variables:</p>
          <Code label={`Variables: ${of.question}`}>{of.variables}</Code>
        </>
      )}
      {/* Both lead out of the pages: ordinary links. */}
      <p className={styles.links}>
        <a href={of.edit} aria-label={`Run it in GraphiQL: ${of.question}`}>
          Run it in GraphiQL
        </a>
        <a href={of.run} rel="nofollow" aria-label={`See the answer as JSON: ${of.question}`}>
          See the answer as JSON
        </a>
      </p>
      <details>
        <summary>curl</summary>
        <Code label={`curl: ${of.question}`}>{of.curl}</Code>
      </details>
      <details>
        <summary>JavaScript</summary>
        <Code label={`JavaScript: ${of.question}`}>{of.fetch}</Code>
      </details>
    </section>
  );
}
