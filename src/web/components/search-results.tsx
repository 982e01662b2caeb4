import type { ReactNode } from "react";
import { Link } from "react-router";
import { tellOpened } from "../data/opened.ts";
import { pathOf } from "../data/paths.ts";
import { kinds } from "../data/wording.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import { ProjectFacts, ReflectionFacts, SelfStudyFacts, SessionFacts } from "./cards.tsx";
import { Figures } from "./figures.tsx";
import styles from "./search-results.module.css";

type Edge = SearchQuery["search"]["edges"][number];
type Hit = Edge["node"];

const kindOfType: Record<Hit["__typename"], string> = {
  EvidenceSummary: "EVIDENCE_SUMMARY",
  CpdSession: "CPD_SESSION",
  SelfStudyItem: "SELF_STUDY",
  ResearchProject: "RESEARCH_PROJECT",
  Reflection: "REFLECTION",
};

/** A snippet is cut out of a text: where it does not begin or end a sentence, dots say so. */
const cutOut = (html: string): string => {
  const plain = html.replace(/<\/?mark>/g, "").replace(/&[a-z#0-9]+;/g, "'");
  const before = /^[\s"'“‘(]*[\p{Lu}\d]/u.test(plain) ? "" : "… ";
  return before + html.trimEnd() + (/[.!?…]["'”’)]*\s*$/.test(plain) ? "" : " …");
};

const isGist = ({ field }: Edge["snippets"][number]): boolean =>
  field === "headline" || field === "question";

/** The line that says what the record is about, with what was searched for marked in it, then where else it says so. */
function Gist({ of, snippets }: { of: Hit; snippets: Edge["snippets"] }): ReactNode {
  const found = snippets.filter(({ field, html }) => field !== "title" && html.includes("<mark>"));
  // A session's is for whom it is, and that stands among its facts.
  const marked = of.__typename === "CpdSession" ? undefined : found.find(isGist);
  const plain =
    of.__typename === "EvidenceSummary" || of.__typename === "SelfStudyItem"
      ? of.headline
      : of.__typename === "ResearchProject"
        ? of.question
        : undefined;
  return (
    <>
      {marked ? (
        <p className={styles.text} dangerouslySetInnerHTML={{ __html: marked.html }} />
      ) : (
        plain !== undefined && <p className={styles.text}>{plain}</p>
      )}
      {found
        .filter((snippet) => !isGist(snippet))
        .slice(0, marked ? 1 : 2)
        .map(({ field, html }) => (
          <p
            key={field}
            className={styles.snippet}
            dangerouslySetInnerHTML={{ __html: cutOut(html) }}
          />
        ))}
    </>
  );
}

function Facts({ of, now }: { of: Hit; now: string }): ReactNode {
  switch (of.__typename) {
    case "EvidenceSummary":
      return (
        <div className={styles.figures}>
          <Figures of={of} />
        </div>
      );
    case "CpdSession":
      return <SessionFacts of={of} now={now} />;
    case "SelfStudyItem":
      return <SelfStudyFacts of={of} />;
    case "ResearchProject":
      return <ProjectFacts of={of} />;
    case "Reflection":
      return <ReflectionFacts of={of} />;
  }
}

/** The hits of all kinds, in the order the search gave them. */
export function SearchResults({
  of,
  now,
  askedId,
}: {
  of: readonly Edge[];
  now: string;
  /** The search, where it is remembered which hit was opened. */
  askedId: string | null | undefined;
}): ReactNode {
  return (
    <ol role="list" className={styles.list}>
      {of.map(({ node, snippets, cursor }, place) => (
        <li key={cursor} className={styles.hit}>
          <p className={styles.kind}>
            {kinds.find(({ kind }) => kind === kindOfType[node.__typename])?.one}
          </p>
          <h2>
            <Link
              to={pathOf(node.url)}
              onClick={() => {
                if (askedId) tellOpened(askedId, place + 1);
              }}
            >
              {node.title}
            </Link>
          </h2>
          <Gist of={node} snippets={snippets} />
          <Facts of={node} now={now} />
        </li>
      ))}
    </ol>
  );
}
