import type { ReactNode } from "react";
import { Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Field } from "../components/form/field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Saved } from "../components/form/saved.tsx";
import { Buttons, SubmitButton } from "../components/form/submit-button.tsx";
import { AboutSubject } from "../components/reflections/about.tsx";
import { MarkedReflection } from "../components/reflections/marked-text.tsx";
import styles from "../components/reflections/reflections.module.css";
import { formatDay } from "../data/dates.ts";
import { readForm, refused, refusedBy } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { findOr404, mutate, query } from "../data/query.server.ts";
import type { Route } from "./+types/moderation.ts";
import {
  AcceptReflectionDocument,
  ModerationDocument,
  ReturnReflectionDocument,
} from "./moderation.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Moderation", "Reflections that teachers have submitted for everyone to read.");

/** One reflection that waits, and how many there are. */
export async function loader(args: Route.LoaderArgs) {
  const after = new URL(args.request.url).searchParams.get("after");
  const { moderationQueue } = await findOr404(query(args, ModerationDocument, { after }));
  return { queue: moderationQueue, isPassedOver: after !== null };
}

/** Accepts the text that was read, or returns it with a note. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const read = {
    id: form.line("of"),
    revision: Number.parseInt(form.line("revision"), 10) || 0,
  };
  const accepts = form.intent === "accept";
  const note = form.text("note");
  if (!accepts && note === "")
    return refused(form, { fields: { note: "Say what its author should change" } });
  const { done, refused: fault } = accepts
    ? await mutate(args, AcceptReflectionDocument, { input: read })
    : await mutate(args, ReturnReflectionDocument, { input: { ...read, note } });
  if (fault?.code === "NOT_FOUND" || fault?.code === "CONFLICT")
    return redirect("/moderation?saved=gone");
  if (fault) return refusedBy(fault, form);
  if (done.outcome.__typename === "ReflectionNewerVersion")
    return redirect("/moderation?saved=newer");
  return redirect(`/moderation?saved=${accepts ? "accepted" : "returned"}`);
}

const said = {
  accepted: "Accepted: everyone can read it now.",
  returned: "Returned to its author, with your note.",
  gone: "That one is not waiting any more: its author took it back, or another moderator decided.",
  newer: "Its author has submitted a newer text meanwhile. Nothing was decided; read it again.",
};

type Waiting = Route.ComponentProps["loaderData"]["queue"]["nodes"][number];

/** What waits, as its author wrote it, and the two ways to decide. */
function Decide({ of, outcome }: { of: Waiting; outcome: Route.ComponentProps["actionData"] }) {
  const { id, latest, marks, author, school, submittedAt, visibility, revision } = of;
  if (!latest) return null;
  return (
    <>
      <p>
        By {author?.name ?? "a former teacher"}
        {school && `, ${school.name}`}
        {submittedAt && `, submitted ${formatDay(submittedAt)}`}.{" "}
        {visibility === "PUBLIC" && (
          <>
            It is a change of <Link to={`/reflections/${id}`}>one that is public already</Link>,
            which stays as it is until you accept.
          </>
        )}
      </p>
      <AboutSubject evidence={of.evidence} cpdSession={of.cpdSession} />
      <MarkedReflection id={id} text={latest} marks={marks ?? []} decides={false} />
      <PostForm intent="accept" of={id} outcome={outcome} label="Accept">
        <input type="hidden" name="revision" value={revision ?? 0} />
        <Buttons>
          <SubmitButton busy="Accepting …">Accept: everyone reads it</SubmitButton>
        </Buttons>
      </PostForm>
      <PostForm intent="return" of={id} outcome={outcome} label="Return with a note">
        <input type="hidden" name="revision" value={revision ?? 0} />
        <Field
          name="note"
          label="Note to its author"
          hint="What should change before everyone reads it. Only its author sees this."
          rows={4}
          longest={2_000}
        />
        <Buttons>
          <SubmitButton look="other" busy="Returning …">
            Return with this note
          </SubmitButton>
        </Buttons>
      </PostForm>
    </>
  );
}

/** What teachers have submitted, one at a time, the longest wait first. */
export default function Moderation({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { queue, isPassedOver } = loaderData;
  const [waiting] = queue.nodes;
  const { hasNextPage, endCursor } = queue.pageInfo;
  const count = queue.totalCount;
  return (
    <div className={styles.page}>
      <ArticleHead
        kind="Moderation"
        title={waiting?.latest?.title ?? "Nothing waits for you"}
        lead={
          count === 0
            ? "When a teacher submits a reflection for everyone to read, it stands here."
            : `${count} ${count === 1 ? "reflection waits" : "reflections wait"} for a moderator.`
        }
      />
      <Saved of={said} />
      {waiting && <Decide key={waiting.id} of={waiting} outcome={actionData} />}
      {!waiting && count > 0 && <p>You have looked at all of them.</p>}
      <p>
        {hasNextPage && endCursor && (
          <Link to={`/moderation?${new URLSearchParams({ after: endCursor })}`}>
            Leave it for now and see the next
          </Link>
        )}
        {isPassedOver && (
          <>
            {" "}
            <Link to="/moderation">Back to the longest wait</Link>
          </>
        )}
        {!waiting && count === 0 && <Link to="/reflections">Read what is public</Link>}
      </p>
    </div>
  );
}
