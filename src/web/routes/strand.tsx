import type { ReactNode } from "react";
import { data } from "react-router";
import styles from "../components/article.module.css";
import { ArticleHead, Section, Sections, Tombstone } from "../components/article.tsx";
import { Caveats } from "../components/caveats.tsx";
import { Contents } from "../components/contents.tsx";
import { Figures } from "../components/figures.tsx";
import { Findings } from "../components/findings.tsx";
import { NextSession } from "../components/next-session.tsx";
import notice from "../components/notice.module.css";
import { Pager } from "../components/pager.tsx";
import { GuidanceReports, References } from "../components/references.tsx";
import { StrandActions } from "../components/strand-actions.tsx";
import { Paper, SourceNotices } from "../components/strand-notices.tsx";
import {
  fewCards,
  mostCards,
  PracticeCards,
  practiceLists,
  practiceOf,
  sessionsHeading,
} from "../components/strand-practice.tsx";
import { Terms } from "../components/term-links.tsx";
import { listLeftOut } from "../data/left-out.ts";
import { caveatsOf } from "../data/caveats.ts";
import { cite } from "../data/citation.server.ts";
import { formatDay } from "../data/dates.ts";
import { printedOf } from "../data/paper.ts";
import { anchorOf } from "../data/paths.ts";
import { BadInput, findOr404, query } from "../data/query.server.ts";
import { linkBack } from "../data/reference-links.ts";
import { readStrandAddress, toStrandAddress } from "../data/strand-address.ts";
import print from "../styles/print.module.css";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { strandData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/strand.ts";
import paper from "./strand.module.css";
import { StrandDocument } from "./strand.server.ts";

/** The strand, or 404; a withdrawn one answers 410. What its address asks for and cannot get is left out, and named. */
export async function loader(args: Route.LoaderArgs) {
  const address = readStrandAddress(new URL(args.request.url).searchParams, practiceLists);
  const cards = (list: (typeof practiceLists)[number]) =>
    address.all === list ? mostCards : fewCards;
  const ask = (findingsAfter: string | null) =>
    query(args, StrandDocument, {
      slug: args.params.slug,
      findingsAfter,
      sessions: cards("sessions"),
      selfStudy: cards("self-study"),
      projects: cards("projects"),
      reflections: cards("reflections"),
    });
  const after = address.findings.at(-1) ?? null;
  const answered = await findOr404(
    ask(after).catch((error: unknown) => {
      if (!(error instanceof BadInput) || after === null) throw error;
      return ask(null).then((first) => ({ ...first, refused: true }));
    }),
  );
  const strand = answered.evidenceSummary;
  if (!strand) throw data(null, { status: 404 });
  const refused = "refused" in answered;
  const now = new Date().toISOString();
  const { sections, citedIn } = linkBack(strand.sections);
  return data(
    {
      strand: { ...strand, sections },
      citedIn,
      citation: await cite(strand, now),
      findings: refused ? [] : address.findings,
      ignored: [...address.ignored, ...(refused ? ["findings"] : [])],
      now,
    },
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

type Loaded = Route.ComponentProps["loaderData"];

const findingsHeading = "Findings of the studies";
const notMeaning = "What this does not mean";

/** Some have hundreds of findings: the way through them, ordinary links back to the same part of the page. */
function FindingsPart({ of: { strand, findings } }: { of: Loaded }): ReactNode {
  const { pageInfo } = strand.findings;
  const at = (cursors: readonly string[]) =>
    toStrandAddress(strand.slug, cursors, anchorOf(findingsHeading));
  const next =
    pageInfo.hasNextPage && pageInfo.endCursor ? at([...findings, pageInfo.endCursor]) : undefined;
  return (
    <Section heading={findingsHeading} className={paper.findings}>
      <Findings of={strand.findings} from={findings.length * 20 + 1} />
      <div className={print.screen}>
        <Pager
          {...(findings.length > 0 && { first: at([]) })}
          {...(findings.length > 1 && { previous: at(findings.slice(0, -1)) })}
          {...(next && { next })}
        />
      </div>
    </Section>
  );
}

/** Everything about one strand: the figures first, then the words, then practice. */
export default function StrandPage({ loaderData }: Route.ComponentProps): ReactNode {
  const { strand, citedIn, citation, ignored, now } = loaderData;
  if (strand.state === "WITHDRAWN")
    return (
      <Tombstone
        kind="Evidence"
        up="/evidence"
        title={strand.title}
        withdrawal={strand.withdrawal}
      />
    );
  const { slug, title, url, sections, guidanceReports, references } = strand;
  const practice = practiceOf(strand, now);
  const hasFindings = strand.findings.nodes.length > 0;
  const printed = printedOf(sections);
  const headings = [
    ...sections.map(({ heading }) => heading),
    ...(hasFindings ? [findingsHeading] : []),
    ...(guidanceReports.length > 0 ? ["Guidance reports"] : []),
    ...(references.length > 0 ? ["References"] : []),
  ];
  return (
    <article className={paper.strand}>
      <Paper of={strand} />
      <ArticleHead kind="Evidence" up="/evidence" title={title} lead={strand.headline} />
      {ignored.length > 0 && (
        <p className={notice.notice} role="status">
          We could not use this part of the address and left it out: {listLeftOut(ignored)}.
        </p>
      )}
      <NextSession
        of={strand.cpdSessions.nodes}
        total={strand.cpdSessions.totalCount}
        all={`#${anchorOf(sessionsHeading)}`}
        now={now}
      />
      <Figures of={strand} full />
      <Caveats
        of={caveatsOf(strand, strand.terms)}
        {...(sections.some(({ heading }) => heading === notMeaning) && {
          more: { anchor: anchorOf(notMeaning) },
        })}
      />
      <StrandActions slug={slug} title={title} url={url} citation={citation} />
      <SourceNotices of={strand} />
      <div className={`${styles.columns} ${paper.columns}`}>
        <aside className={`${styles.aside} ${print.screen}`}>
          <Contents headings={headings} practice={practice.map(({ heading }) => heading)} />
        </aside>
        <div className={`${styles.body} ${paper.body}`}>
          {sections.length === 0 && !hasFindings && (
            <p>There is no text on this approach yet: only its figures and their source.</p>
          )}
          <Sections
            of={sections}
            classNameOf={({ heading }) => (printed.has(heading) ? undefined : print.screen)}
          />
          {hasFindings && <FindingsPart of={loaderData} />}
          {guidanceReports.length > 0 && <GuidanceReports of={guidanceReports} />}
          {references.length > 0 && <References of={references} citedIn={citedIn} />}
          <p className={`${styles.soft} ${print.screen}`}>
            Last changed on {formatDay(strand.updatedAt)}.
          </p>
        </div>
      </div>
      <div className={`${styles.practice} ${print.screen}`}>
        {practice.map((list) => (
          <PracticeCards key={list.heading} of={list} slug={slug} />
        ))}
        <Terms of={strand.terms} />
      </div>
    </article>
  );
}
