import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../data/dates.ts";
import { anchorOf } from "../data/paths.ts";
import styles from "./article.module.css";
import { CardGrid } from "./cards.tsx";
import notice from "./notice.module.css";
import prose from "./prose.module.css";
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
      <div className={prose.prose} dangerouslySetInnerHTML={{ __html: section.html }} />
    </Section>
  ));
}

/** Plain text of a record, its blank lines kept as paragraphs. */
export function PlainText({ children }: { children: string }): ReactNode {
  return (
    <div className={prose.prose}>
      {children.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place}>
          <Words>{paragraph}</Words>
        </p>
      ))}
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
      <div className={`${notice.notice} ${notice.strong}`}>
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
