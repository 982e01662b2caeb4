import type { ReactNode } from "react";
import { data, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Notice, Saved } from "../components/form/saved.tsx";
import { AboutSubject } from "../components/reflections/about.tsx";
import styles from "../components/reflections/reflections.module.css";
import { Writing } from "../components/reflections/writing.tsx";
import { readForm } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { findOr404, query } from "../data/query.server.ts";
import { readersInWords } from "../data/reflection-words.ts";
import { saveAndGoOn } from "../data/save-reflection.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { Route } from "./+types/reflection-edit.ts";
import { EditReflectionDocument } from "./reflection-writing.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Edit a reflection", "Change what you wrote about a class, or go on with it.");

/** The author's newest text; others have no such page. */
export async function loader(args: Route.LoaderArgs) {
  const found = await findOr404(query(args, EditReflectionDocument, { id: args.params.id }));
  signedIn(args, found.viewer);
  const { node } = found;
  if (node?.__typename !== "Reflection") throw data(null, { status: 404 });
  const { latest } = node;
  if (!latest || !node.viewerCan.update)
    throw data({ message: "Only its author changes a reflection." }, { status: 403 });
  return { reflection: node, latest };
}

/** Saves the form. */
export async function action(args: Route.ActionArgs) {
  return saveAndGoOn(args, await readForm(args.request));
}

type Reflection = Route.ComponentProps["loaderData"]["reflection"];

/** What one should know before the first key: who reads it, and what a change does. */
function Standing({ of }: { of: Reflection }): ReactNode {
  const { visibility, state, moderationNote, school } = of;
  return (
    <>
      <p>
        {readersInWords(visibility, school?.name)}
        {visibility !== "PRIVATE" &&
          " What you change here is yours alone until you share it again; they read the text as it was."}
      </p>
      {state === "SUBMITTED" && (
        <Notice look="care">
          <p>
            It waits for a moderator. <strong>If you change it, it waits no longer</strong>: submit
            it again afterwards.
          </p>
        </Notice>
      )}
      {moderationNote && (
        <section aria-labelledby="note">
          <h2 id="note">Why it was returned</h2>
          <p className={styles.note}>{moderationNote}</p>
        </section>
      )}
    </>
  );
}

/** The form with the newest text in it. */
export default function EditReflection({
  loaderData: { reflection, latest },
  actionData,
}: Route.ComponentProps): ReactNode {
  const { id, evidence, cpdSession } = reflection;
  const about = evidence?.id ?? cpdSession?.id ?? "";
  return (
    <div className={styles.page}>
      <ArticleHead kind="My reflections" up="/my-reflections" title="Edit your reflection">
        <AboutSubject evidence={evidence} cpdSession={cpdSession} />
      </ArticleHead>
      <Saved of={{ yes: "Saved." }} />
      <Standing of={reflection} />
      <Writing
        key={id}
        about={about}
        id={id}
        revision={reflection.revision ?? 0}
        text={latest}
        outcome={actionData}
      />
      <p>
        <Link to={`/reflections/${id}`}>See how others see it, take it back or delete it</Link>
      </p>
    </div>
  );
}
