import type { ReactNode } from "react";
import { data, Link, redirect } from "react-router";
import styles from "../components/article.module.css";
import { ArticleHead, PlainText, Section } from "../components/article.tsx";
import { CardGrid, ReflectionFacts, SessionCard, SummaryCard } from "../components/cards.tsx";
import { Saved } from "../components/form/saved.tsx";
import notice from "../components/notice.module.css";
import { OwnPanel } from "../components/reflections/own-panel.tsx";
import { Terms } from "../components/term-links.tsx";
import { readForm, refusedBy } from "../data/form.server.ts";
import { pathOf } from "../data/paths.ts";
import { findOr404, mutate, query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { reflectionData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/reflection.ts";
import reflectionStyles from "./reflection.module.css";
import {
  DeleteReflectionDocument,
  ReflectionDocument,
  WithdrawReflectionDocument,
} from "./reflection.server.ts";

/** The reflection; 410 where one was public and is gone, else 404: an id of another kind of record has no page here. */
export async function loader(args: Route.LoaderArgs) {
  const { id } = args.params;
  const { node, reflectionIsGone } = await findOr404(query(args, ReflectionDocument, { id }));
  const now = new Date().toISOString();
  if (node?.__typename === "Reflection") return { reflection: node, now };
  if (reflectionIsGone) return data({ reflection: null, now }, { status: 410 });
  throw data(null, { status: 404 });
}

const said = {
  shared: "Shared: your school can read it now.",
  submitted: "Submitted: a moderator will read it. You see here what becomes of it.",
  withdrawn: "Taken back: only you read it now.",
};

/** Takes it back or deletes it, for its author. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { id } = args.params;
  const deletes = form.intent === "delete";
  if (!deletes && form.intent !== "withdraw") throw data(null, { status: 400 });
  const { refused } = deletes
    ? await mutate(args, DeleteReflectionDocument, { id })
    : await mutate(args, WithdrawReflectionDocument, { id });
  if (refused) return refusedBy(refused, form);
  return redirect(deletes ? "/my-reflections?saved=deleted" : `/reflections/${id}?saved=withdrawn`);
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  if (!loaderData.reflection)
    return pageMeta({
      title: "A reflection that is gone – Potbank",
      description: "A reflection was here, and has been taken back.",
      noindex: true,
    });
  const { reflection } = loaderData;
  return pageMeta({
    // Teachers give the same title to different lessons.
    title: `${reflection.title}${reflection.author ? `, by ${reflection.author.name}` : ""} – reflection – Potbank`,
    description: reflection.tried,
    more: "A teacher’s account: the class, what was tried, and what happened.",
    type: "article",
    noindex: reflection.visibility !== "PUBLIC",
    data: [
      reflectionData(reflection),
      trailData(publicUrlOf(matches), [
        ["Reflections", "/reflections"],
        [reflection.title, `/reflections/${reflection.id}`],
      ]),
    ],
  });
};

type Reflection = NonNullable<Route.ComponentProps["loaderData"]["reflection"]>;

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

/** Where a public one was: no more than that. */
function Gone(): ReactNode {
  return (
    <article>
      <ArticleHead
        kind="Reflections"
        up="/reflections"
        title="This reflection is gone"
        lead="A reflection was here. It is not public any more."
      />
      <p>
        <Link to="/reflections">Read what other teachers tried</Link>
      </p>
    </article>
  );
}

/** A part of the text, which its author may not have written yet. */
function Part({ heading, children }: { heading: string; children: string }): ReactNode {
  return (
    <Section heading={heading}>
      {children === "" ? <p>Nothing is written here yet.</p> : <PlainText>{children}</PlainText>}
    </Section>
  );
}

/** What one teacher tried, and what came of it: read as a story, with what it is about beside it. */
export default function ReflectionPage({
  loaderData: { reflection, now },
  actionData,
}: Route.ComponentProps): ReactNode {
  if (!reflection) return <Gone />;
  const { evidence, cpdSession } = reflection;
  const terms =
    evidence && evidence.state !== "WITHDRAWN" ? evidence.terms : (cpdSession?.terms ?? []);
  return (
    <article>
      <ArticleHead kind="Reflections" up="/reflections" title={reflection.title}>
        <ReflectionFacts of={reflection} />
      </ArticleHead>
      <Saved of={said} />
      {reflection.viewerCan.update && <OwnPanel of={reflection} outcome={actionData} />}
      <p className={notice.notice}>
        One teacher’s account of one class. It is a story to learn from, not evidence that this
        works.
      </p>
      <div className={styles.columns}>
        <div className={styles.body}>
          <Part heading="My class">{reflection.context}</Part>
          <Part heading="What I tried">{reflection.tried}</Part>
          <Part heading="What happened">{reflection.happened}</Part>
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
