import type { ReactNode } from "react";
import { data } from "react-router";
import { ArticleHead, PlainText, Practice, Section } from "../components/article.tsx";
import styles from "../components/article.module.css";
import { ReflectionFacts, SessionCard, SummaryCard } from "../components/cards.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { reflectionData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/reflection.ts";
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

/** What one teacher tried, and what came of it. */
export default function ReflectionPage({
  loaderData: { reflection, now },
}: Route.ComponentProps): ReactNode {
  const { evidence, cpdSession } = reflection;
  return (
    <article>
      <ArticleHead kind="Reflection" title={reflection.title}>
        <ReflectionFacts of={reflection} />
      </ArticleHead>
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
      {(evidence || cpdSession) && (
        <div className={styles.practice}>
          <Practice
            heading="The evidence behind it"
            cards={evidence ? [<SummaryCard key={evidence.id} of={evidence} />] : []}
          />
          <Practice
            heading="The session it followed"
            cards={
              cpdSession ? [<SessionCard key={cpdSession.id} of={cpdSession} now={now} />] : []
            }
          />
        </div>
      )}
    </article>
  );
}
