import type { ReactNode } from "react";
import { data, Link } from "react-router";
import styles from "../components/article.module.css";
import { ArticleHead, PlainText, Section } from "../components/article.tsx";
import { CardGrid, ReflectionFacts, SessionCard, SummaryCard } from "../components/cards.tsx";
import notice from "../components/notice.module.css";
import { Terms } from "../components/term-links.tsx";
import { pathOf } from "../data/paths.ts";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { reflectionData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/reflection.ts";
import reflectionStyles from "./reflection.module.css";
import { ReflectionDocument } from "./reflection.server.ts";

/** The reflection, or 404: an id of another kind of record has no page here. */
export async function loader(args: Route.LoaderArgs) {
  const { node } = await findOr404(query(args, ReflectionDocument, { id: args.params.id }));
  if (node?.__typename !== "Reflection") throw data(null, { status: 404 });
  return { reflection: node, now: new Date().toISOString() };
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { reflection } = loaderData;
  return pageMeta({
    // Teachers give the same title to different lessons.
    title: `${reflection.title}${reflection.author ? `, by ${reflection.author.name}` : ""} – reflection – Potbank`,
    description: reflection.tried,
    more: "A teacher’s account: the class, what was tried, and what happened.",
    type: "article",
    data: [
      reflectionData(reflection),
      trailData(publicUrlOf(matches), [
        ["Reflections", "/reflections"],
        [reflection.title, `/reflections/${reflection.id}`],
      ]),
    ],
  });
};

type Reflection = Route.ComponentProps["loaderData"]["reflection"];

/** The strand with its figures, or the session; a strand that was withdrawn keeps its name alone. */
function About({ of, now }: { of: Reflection; now: string }): ReactNode {
  const { evidence, cpdSession } = of;
  if (evidence?.state === "WITHDRAWN")
    return (
      <>
        <h2>What it is about</h2>
        <p>
          <Link to={pathOf(evidence.url)}>{evidence.title}</Link>: this summary of evidence was
          withdrawn after the reflection was written.
        </p>
      </>
    );
  if (evidence)
    return (
      <>
        <h2>The evidence it is about</h2>
        <CardGrid>
          <SummaryCard of={evidence} />
        </CardGrid>
      </>
    );
  if (cpdSession)
    return (
      <>
        <h2>The session it followed</h2>
        <CardGrid>
          <SessionCard of={cpdSession} now={now} />
        </CardGrid>
      </>
    );
  return null;
}

/** What one teacher tried, and what came of it: read as a story, with what it is about beside it. */
export default function ReflectionPage({
  loaderData: { reflection, now },
}: Route.ComponentProps): ReactNode {
  const { evidence, cpdSession } = reflection;
  const terms =
    evidence && evidence.state !== "WITHDRAWN" ? evidence.terms : (cpdSession?.terms ?? []);
  return (
    <article>
      <ArticleHead kind="Reflections" up="/reflections" title={reflection.title}>
        <ReflectionFacts of={reflection} />
      </ArticleHead>
      <p className={notice.notice}>
        One teacher’s account of one class. It is a story to learn from, not evidence that this
        works.
      </p>
      <div className={styles.columns}>
        <div className={styles.body}>
          <Section heading="My class">
            <PlainText>{reflection.context}</PlainText>
          </Section>
          <Section heading="What I tried">
            <PlainText>{reflection.tried}</PlainText>
          </Section>
          <Section heading="What happened">
            <PlainText>{reflection.happened}</PlainText>
          </Section>
          {reflection.next && (
            <Section heading="What I will do next">
              <PlainText>{reflection.next}</PlainText>
            </Section>
          )}
        </div>
        <aside className={reflectionStyles.beside} aria-label="What it is about">
          <About of={reflection} now={now} />
        </aside>
      </div>
      <div className={styles.practice}>
        <Terms of={terms} />
        <p>
          <Link to="/reflections">All reflections</Link>
        </p>
      </div>
    </article>
  );
}
