import type { ReactNode } from "react";
import { Field } from "../form/field.tsx";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { Buttons, SubmitButton } from "../form/submit-button.tsx";
import { Act } from "../people/acts.tsx";
import styles from "./insight.module.css";

/** Says that some words mean what the texts say otherwise. */
export function AliasForm({ outcome }: { outcome: FormOutcome | undefined }): ReactNode {
  return (
    <PostForm intent="add" outcome={outcome} label="Add another name">
      <Field name="words" label="What people type" longest={100} hint="1 to 6 words." />
      <Field
        name="means"
        label="What they mean"
        longest={100}
        hint="A word or phrase that the texts have."
      />
      <Buttons>
        <SubmitButton busy="Adding …">Add</SubmitButton>
      </Buttons>
    </PostForm>
  );
}

/** The aliases there are, each to be taken away. */
export function AliasList({
  of,
}: {
  of: readonly { readonly words: string; readonly means: string }[];
}): ReactNode {
  if (of.length === 0) return <p className={styles.empty}>None has been added yet.</p>;
  return (
    <ul role="list" className={styles.aliases}>
      {of.map(({ words, means }) => (
        <li key={words}>
          <span>
            “{words}” means “{means}”
          </span>
          <Act intent="remove" of={words} about={`“${words}”`}>
            Take away
          </Act>
        </li>
      ))}
    </ul>
  );
}
