import type { ReactNode } from "react";
import { Link } from "react-router";
import { readersInWords, stateNames } from "../../data/reflection-words.ts";
import type { OwnReflectionFragment } from "../../generated/graphql.ts";
import { Confirm } from "../form/confirm.tsx";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { buttonClass, SubmitButton } from "../form/submit-button.tsx";
import styles from "./reflections.module.css";

/** What only its author sees above a reflection: where it stands, and what they can do about it. */
export function OwnPanel({
  of,
  outcome,
}: {
  of: OwnReflectionFragment;
  outcome: FormOutcome | undefined;
}): ReactNode {
  const { id, state, visibility, school, moderationNote, hasUnsharedChanges, viewerCan } = of;
  return (
    <section className={styles.panel} aria-labelledby="own">
      <h2 id="own">Yours{state && `: ${stateNames[state].toLowerCase()}`}</h2>
      <p>
        {readersInWords(visibility, school?.name)}
        {state === "SUBMITTED" && " A moderator will read it and decide."}
        {hasUnsharedChanges &&
          " You have changes that they do not see yet: below is the text as they read it."}
      </p>
      {moderationNote && (
        <div>
          <p>A moderator returned it with this note:</p>
          <p className={styles.note}>{moderationNote}</p>
        </div>
      )}
      <div className={styles.acts}>
        <Link to={`/reflections/${id}/edit`} className={buttonClass("main")}>
          Edit
        </Link>
        {(viewerCan.share || viewerCan.submit) && (
          <Link to={`/reflections/${id}/share`} className={buttonClass("other")}>
            Choose who reads it
          </Link>
        )}
        {viewerCan.withdraw && (
          <Confirm ask="Take it back …" open={outcome?.intent === "withdraw"}>
            <p>
              Only you will read it then, at once.
              {visibility === "PUBLIC" && " Its address will say that it is gone, and no more."}
            </p>
            <PostForm intent="withdraw" outcome={outcome} inline>
              <SubmitButton busy="Taking it back …">Take it back</SubmitButton>
            </PostForm>
          </Confirm>
        )}
        <Confirm ask="Delete it …" open={outcome?.intent === "delete"}>
          <p>It is deleted for good, for you too.</p>
          <PostForm intent="delete" outcome={outcome} inline>
            <SubmitButton look="danger" busy="Deleting …">
              Delete for good
            </SubmitButton>
          </PostForm>
        </Confirm>
      </div>
    </section>
  );
}
