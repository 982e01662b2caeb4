import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../data/dates.ts";
import { anchorOf } from "../data/paths.ts";
import { termPath } from "../data/terms.ts";
import type { TermScheme } from "../generated/graphql.ts";
import styles from "./article.module.css";
import { CardGrid } from "./cards.tsx";
import { Words } from "./words.tsx";

interface ArticleHeadProps {
  readonly kind: string;
  /** The path of the list that this is one of: the kind leads there. */
  readonly up?: string;
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}

/** What it is, its name, and the one sentence that says it all. */
export function ArticleHead({ kind, up, title, lead, children }: ArticleHeadProps): ReactNode {
  return (
    <header className={styles.head}>
      <p className={styles.kind}>{up === undefined ? kind : <Link to={up}>{kind}</Link>}</p>
      <h1>{title}</h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </header>
  );
}

interface Section {
  readonly heading: string;
  readonly html: string;
}

/** One headed part; `id` is where the table of contents leads. */
export function Section({
  heading,
  className,
  children,
}: {
  heading: string;
  className?: string | undefined;
  children: ReactNode;
}): ReactNode {
  const id = anchorOf(heading);
  return (
    <section
      className={className ? `${styles.section} ${className}` : styles.section}
      id={id}
      aria-labelledby={`${id}-heading`}
    >
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}

/** Sections as the API gives them: their HTML is sanitised there. */
export function Sections({
  of,
  classNameOf,
}: {
  of: readonly Section[];
  classNameOf?: (section: Section) => string | undefined;
}): ReactNode {
  return of.map((section) => (
    <Section key={section.heading} heading={section.heading} className={classNameOf?.(section)}>
      <div className={styles.prose} dangerouslySetInnerHTML={{ __html: section.html }} />
    </Section>
  ));
}

/** Plain text of a record, its blank lines kept as paragraphs. */
export function PlainText({ children }: { children: string }): ReactNode {
  return (
    <div className={styles.prose}>
      {children.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place}>
          <Words>{paragraph}</Words>
        </p>
      ))}
    </div>
  );
}

/** Links to the parts of a long page. */
export function Contents({
  headings,
  practice = [],
}: {
  headings: readonly string[];
  /** Parts about practice, set apart. */
  practice?: readonly string[];
}): ReactNode {
  if (headings.length + practice.length < 2) return null;
  const list = (parts: readonly string[]) => (
    <ul role="list" className={styles.contents}>
      {parts.map((heading) => (
        <li key={heading}>
          <a href={`#${anchorOf(heading)}`}>{heading}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label="On this page">
      <h2 className={styles.wide}>On this page</h2>
      <details className={styles.folded}>
        <summary>On this page</summary>
        {list(headings)}
        {practice.length > 0 && <h3>In practice</h3>}
        {practice.length > 0 && list(practice)}
      </details>
    </nav>
  );
}

interface Term {
  readonly id: string;
  readonly scheme: TermScheme;
  readonly slug: string;
  readonly label: string;
}

/** Terms as links to all about each. */
export function TermLinks({
  of,
  labelledBy,
}: {
  of: readonly Term[];
  labelledBy?: string;
}): ReactNode {
  return (
    <ul role="list" className={styles.terms} aria-labelledby={labelledBy}>
      {of.map((term) => (
        <li key={term.id}>
          <Link to={termPath(term)}>{term.label}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What a record is about, each a way to more of it. */
export function Terms({ of }: { of: readonly Term[] }): ReactNode {
  if (of.length === 0) return null;
  return (
    <div>
      <h2 id="terms-heading">More about</h2>
      <TermLinks of={of} labelledBy="terms-heading" />
    </div>
  );
}

/** Cards under a heading; nothing at all when there are none. */
export function Practice({
  heading,
  cards,
  children,
}: {
  heading: string;
  cards: readonly ReactNode[];
  /** The way to more of them. */
  children?: ReactNode;
}): ReactNode {
  if (cards.length === 0) return null;
  return (
    <Section heading={heading}>
      <CardGrid width="20rem">{cards}</CardGrid>
      {children}
    </Section>
  );
}

/** What is left of a withdrawn record: why, and since when. */
export function Tombstone({
  kind,
  up,
  title,
  withdrawal,
}: {
  kind: string;
  up?: string;
  title: string;
  withdrawal: { readonly reason: string; readonly withdrawnAt: string } | null | undefined;
}): ReactNode {
  return (
    <article>
      <ArticleHead kind={kind} {...(up === undefined ? {} : { up })} title={title} />
      <div className={`${styles.notice} ${styles.strong}`}>
        <p>
          <strong>
            This page was withdrawn{withdrawal ? ` on ${formatDay(withdrawal.withdrawnAt)}` : ""}.
          </strong>
        </p>
        {withdrawal && <p>{withdrawal.reason}</p>}
        <p>
          Please do not rely on copies of it. <Link to="/evidence">See all the evidence</Link> that
          stands.
        </p>
      </div>
    </article>
  );
}
