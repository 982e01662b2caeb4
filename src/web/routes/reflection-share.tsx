import type { ReactNode } from "react";
import { data, Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { buttonClass, Buttons, SubmitButton } from "../components/form/submit-button.tsx";
import { AboutSubject } from "../components/reflections/about.tsx";
import { MarkedReflection } from "../components/reflections/marked-text.tsx";
import styles from "../components/reflections/reflections.module.css";
import { readForm, refused, refusedBy } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { findOr404, mutate, query } from "../data/query.server.ts";
import { fieldOfPart, partNames, readersInWords } from "../data/reflection-words.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { Route } from "./+types/reflection-share.ts";
import {
  ShareReflectionDocument,
  ShareReflectionPageDocument,
  SubmitReflectionDocument,
} from "./reflection-writing.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta(
    "Who reads your reflection",
    "Look through your reflection once more, and choose who reads it.",
  );

/** The newest text with its marks, and with whom it can be shared. */
export async function loader(args: Route.LoaderArgs) {
  const found = await findOr404(query(args, ShareReflectionPageDocument, { id: args.params.id }));
  const person = signedIn(args, found.viewer);
  const { node } = found;
  if (node?.__typename !== "Reflection") throw data(null, { status: 404 });
  const { latest, marks } = node;
  if (!latest || !marks || !node.viewerCan.update)
    throw data({ message: "Only its author shares a reflection." }, { status: 403 });
  return { reflection: node, latest, marks, school: person.school?.name ?? null };
}

/** Shares with the school or asks to publish, or says what stands in the way. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { id } = args.params;
  const input = {
    id,
    revision: Number.parseInt(form.line("revision"), 10) || 0,
    confirmedMarks: [...form.all("confirmed")],
  };
  const forSchool = form.line("for") === "school";
  const { done, refused: fault } = await mutate(
    args,
    forSchool ? ShareReflectionDocument : SubmitReflectionDocument,
    { input },
  );
  if (fault) return refusedBy(fault, form);
  const { outcome } = done;
  if (outcome.__typename === "Reflection")
    return redirect(`/reflections/${id}?saved=${forSchool ? "shared" : "submitted"}`);
  if (outcome.__typename === "ReflectionMarksToClear") {
    const open = outcome.marks.length;
    return refused(form, {
      summary: `${open === 1 ? "One marked place is" : `${open} marked places are`} not decided about. Take each out of the text, or tick that it may stay.`,
    });
  }
  if (outcome.__typename === "ReflectionIncomplete") {
    const names = outcome.missing.map((part) => `“${partNames[fieldOfPart[part]]}”`);
    return refused(form, { summary: `Readers need ${names.join(" and ")} too. Write it first.` });
  }
  return refused(
    form,
    { summary: "The text was changed meanwhile. Read it again as it stands below, then decide." },
    409,
  );
}

/** A last look at the text, likely personal data in place, and the choice of readers. */
export default function ShareReflection({
  loaderData: { reflection, latest, marks, school },
  actionData,
}: Route.ComponentProps): ReactNode {
  const { id, viewerCan, visibility, state, evidence, cpdSession } = reflection;
  const open = marks.filter(({ isConfirmed }) => !isConfirmed).length;
  return (
    <div className={styles.page}>
      <ArticleHead kind="My reflections" up="/my-reflections" title="Who reads your reflection">
        <AboutSubject evidence={evidence} cpdSession={cpdSession} />
      </ArticleHead>
      <p>
        {readersInWords(visibility, reflection.school?.name)}{" "}
        {state === "SUBMITTED" && "It waits for a moderator to make it public."}
      </p>
      <p>
        {marks.length === 0
          ? "We found no names, dates of birth, numbers or addresses. That is a help and not a proof: read it once more as a parent would."
          : `${marks.length === 1 ? "One place is" : `${marks.length} places are`} marked below: likely names, dates of birth, numbers or addresses${open < marks.length ? `, ${open} of them still open` : ""}. Nobody should be able to tell who a pupil is. Take each out, or tick that it may stay.`}
      </p>
      <PostForm outcome={actionData} label="Who reads it">
        <input type="hidden" name="revision" value={reflection.revision ?? 0} />
        <MarkedReflection id={id} text={latest} marks={marks} decides />
        {viewerCan.share || viewerCan.submit ? (
          <Buttons>
            {viewerCan.share && (
              <SubmitButton name="for" value="school" busy="Sharing …">
                Share with {school}
              </SubmitButton>
            )}
            {viewerCan.submit && (
              <SubmitButton
                name="for"
                value="public"
                look={viewerCan.share ? "other" : "main"}
                busy="Submitting …"
              >
                Submit for everyone to read
              </SubmitButton>
            )}
          </Buttons>
        ) : (
          <p>Everybody you can share it with reads this text already, or a moderator has it.</p>
        )}
      </PostForm>
      <p>
        {school === null && visibility === "PRIVATE" && (
          <>
            To share it with your school, <Link to="/schools/choose">join your school</Link>{" "}
            first.{" "}
          </>
        )}
        {viewerCan.submit &&
          "What you submit is read by a moderator, who accepts it or returns it with a note."}
      </p>
      <Buttons>
        <Link to={`/reflections/${id}/edit`} className={buttonClass("plain")}>
          Back to the text
        </Link>
        <Link to="/my-reflections" className={buttonClass("plain")}>
          Leave it as it is
        </Link>
      </Buttons>
    </div>
  );
}
