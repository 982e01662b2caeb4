import type { ReactNode } from "react";
import { data } from "react-router";
import {
  ArticleHead,
  Contents,
  Practice,
  Section,
  Sections,
  Terms,
  Tombstone,
} from "../components/article.tsx";
import styles from "../components/article.module.css";
import {
  ProjectCard,
  ReflectionCard,
  SelfStudyCard,
  SessionCard,
  SummaryCard,
} from "../components/cards.tsx";
import { Figures } from "../components/figures.tsx";
import { Findings } from "../components/findings.tsx";
import { Pager } from "../components/pager.tsx";
import { formatDay } from "../data/dates.ts";
import { anchorOf } from "../data/paths.ts";
import { findOr404, query } from "../data/query.server.ts";
import type { StrandQuery } from "../generated/graphql.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { strandData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/strand.ts";
import strandStyles from "./strand.module.css";
import { StrandDocument } from "./strand.server.ts";

type Strand = NonNullable<StrandQuery["evidenceSummary"]>;

/** The strand, or 404; a withdrawn one answers 410. */
export async function loader(args: Route.LoaderArgs) {
  const findingsAfter = new URL(args.request.url).searchParams.get("findings");
  const { evidenceSummary: strand } = await findOr404(
    query(args, StrandDocument, { slug: args.params.slug, findingsAfter }),
  );
  if (!strand) throw data(null, { status: 404 });
  return data(
    { strand, firstFindings: findingsAfter === null, now: new Date().toISOString() },
    { status: strand.state === "WITHDRAWN" ? 410 : 200 },
  );
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { strand } = loaderData;
  return pageMeta({
    title: `${strand.title} – evidence – Potbank`,
    type: "article",
    ...(strand.state === "WITHDRAWN"
      ? { description: `The evidence summary “${strand.title}” was withdrawn.`, noindex: true }
      : {
          description: strand.headline,
          more: "Months of progress, cost, strength of the evidence, and where it has been tried.",
          data: [
            strandData(strand),
            trailData(publicUrlOf(matches), [
              ["Evidence", "/evidence"],
              [strand.title, `/evidence/${strand.slug}`],
            ]),
          ],
        }),
  });
};

function Notices({ of: { notices, source } }: { of: Strand }): ReactNode {
  return (
    <div className={styles.notice}>
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      <p>
        Figures from {source.url ? <a href={source.url}>{source.name}</a> : source.name}
        {source.retrievedOn ? `, as they stood on ${formatDay(source.retrievedOn)}` : ""}.
        {source.licence ? ` ${source.licence}.` : ""}
        {source.note && !notices.includes(source.note) ? ` ${source.note}` : ""}
      </p>
    </div>
  );
}

function References({ of }: { of: Strand["references"] }): ReactNode {
  return (
    <Section heading="References">
      <ol className={strandStyles.references}>
        {of.map(({ key, text, url }) => (
          <li key={key} id={`reference-${key}`}>
            {text} {url && <a href={url}>{url.replace(/^https?:\/\//, "")}</a>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function GuidanceReports({ of }: { of: Strand["guidanceReports"] }): ReactNode {
  return (
    <Section heading="Guidance reports">
      <ul className={styles.prose}>
        {of.map(({ id, title, publisher, year, url }) => (
          <li key={id}>
            {url ? <a href={url}>{title}</a> : title}, {publisher}
            {year ? `, ${year}` : ""}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const findingsHeading = "Findings of the studies";

/** Some have hundreds of findings: the way through them, ordinary links back to the same part of the page. */
function FindingsPager({ of, first }: { of: Strand; first: boolean }): ReactNode {
  const { hasNextPage, endCursor } = of.findings.pageInfo;
  const at = (search: string) => `/evidence/${of.slug}${search}#${anchorOf(findingsHeading)}`;
  return (
    <Pager
      {...(!first && { first: at("") })}
      {...(hasNextPage && endCursor && { next: at(`?findings=${encodeURIComponent(endCursor)}`) })}
    />
  );
}

type CardList = readonly [heading: string, cards: readonly ReactNode[]];

/** Everything that hangs on a strand, as cards; empty lists are left out. */
function practiceOf({ strand, now }: { strand: Strand; now: string }): readonly CardList[] {
  const { cpdSessions, selfStudyItems, researchProjects, reflections, related } = strand;
  const lists: readonly CardList[] = [
    [
      "CPD that builds on this",
      cpdSessions.nodes.map((session) => <SessionCard key={session.id} of={session} now={now} />),
    ],
    [
      "Self-study that points here",
      selfStudyItems.nodes.map((item) => <SelfStudyCard key={item.id} of={item} />),
    ],
    [
      "What schools tried",
      researchProjects.nodes.map((project) => <ProjectCard key={project.id} of={project} />),
    ],
    [
      "What teachers wrote",
      reflections.nodes.map((reflection) => <ReflectionCard key={reflection.id} of={reflection} />),
    ],
    ["Related strands", related.nodes.map((other) => <SummaryCard key={other.id} of={other} />)],
  ];
  return lists.filter(([, cards]) => cards.length > 0);
}

/** Everything about one strand: the figures first, then the words, then practice. */
export default function StrandPage({
  loaderData: { strand, firstFindings, now },
}: Route.ComponentProps): ReactNode {
  if (strand.state === "WITHDRAWN")
    return <Tombstone kind="Evidence" title={strand.title} withdrawal={strand.withdrawal} />;
  const practice = practiceOf({ strand, now });
  const headings = [
    ...strand.sections.map(({ heading }) => heading),
    ...(strand.findings.nodes.length > 0 ? [findingsHeading] : []),
    ...(strand.guidanceReports.length > 0 ? ["Guidance reports"] : []),
    ...(strand.references.length > 0 ? ["References"] : []),
  ];
  return (
    <article>
      <ArticleHead kind="Evidence" title={strand.title} lead={strand.headline} />
      <Figures of={strand} full />
      <Notices of={strand} />
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <Contents headings={headings} practice={practice.map(([heading]) => heading)} />
        </aside>
        <div className={styles.body}>
          <Sections of={strand.sections} />
          {strand.findings.nodes.length > 0 && (
            <Section heading={findingsHeading}>
              <Findings of={strand.findings} />
              <FindingsPager of={strand} first={firstFindings} />
            </Section>
          )}
          {strand.guidanceReports.length > 0 && <GuidanceReports of={strand.guidanceReports} />}
          {strand.references.length > 0 && <References of={strand.references} />}
          <p className={styles.soft}>Last changed on {formatDay(strand.updatedAt)}.</p>
        </div>
      </div>
      <div className={styles.practice}>
        {practice.map(([heading, cards]) => (
          <Practice key={heading} heading={heading} cards={cards} />
        ))}
        <Terms of={strand.terms} />
      </div>
    </article>
  );
}
