import { type ReactNode, useState } from "react";
import { type PartName, partNames } from "../../data/reflection-words.ts";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { Buttons, SubmitButton } from "../form/submit-button.tsx";
import { Autosave } from "./autosave.tsx";
import { ReflectionFields, type ReflectionParts } from "./reflection-fields.tsx";
import styles from "./reflections.module.css";

/** A version that another device, or another tab, has saved meanwhile. */
export interface Newer {
  readonly revision: number;
  readonly theirs: ReflectionParts;
}

/** What stands in the record where it differs from what was typed here, to be read beside the form. */
function Theirs({ of, typed }: { of: Newer; typed: FormOutcome }): ReactNode {
  const differing = (Object.keys(partNames) as PartName[]).filter(
    (name) => (of.theirs[name] ?? "") !== (typed.kept[name]?.[0] ?? ""),
  );
  return (
    <section className={styles.versions} aria-labelledby="theirs">
      <h2 id="theirs">The text that was saved elsewhere</h2>
      <p>
        Below the form is as you typed it here. Take over from this what you want to keep, then
        save: what you save then stands.
      </p>
      {differing.map((name) => (
        <div key={name}>
          <h3>{partNames[name]}</h3>
          <blockquote>{of.theirs[name] || "(empty)"}</blockquote>
        </div>
      ))}
    </section>
  );
}

interface WritingProps {
  readonly about: string;
  readonly id?: string;
  readonly revision?: number;
  readonly text: ReflectionParts;
  readonly outcome: (FormOutcome & { readonly newer?: Newer }) | undefined;
}

/** The form a reflection is written in: the same for a new one and for one that is changed. */
export function Writing({ about, id = "", revision = 0, text, outcome }: WritingProps): ReactNode {
  // A new one gets its id with its first save; from then on the form changes that one.
  const [own, setOwn] = useState({ id, revision, seen: revision });
  if (revision !== own.seen) setOwn({ id, revision, seen: revision });
  const newer = outcome?.newer;
  return (
    <>
      {newer && outcome && <Theirs of={newer} typed={outcome} />}
      <PostForm outcome={outcome} label="Reflection">
        <input type="hidden" name="about" value={about} />
        <input type="hidden" name="id" value={own.id} readOnly />
        <input
          type="hidden"
          name="revision"
          value={Math.max(own.revision, newer?.revision ?? 0)}
          readOnly
        />
        <ReflectionFields of={text} />
        {!newer && (
          <Autosave
            onSaved={(savedId, savedRevision) => {
              setOwn((before) => ({ ...before, id: savedId, revision: savedRevision }));
              if (id === "" && own.id === "")
                history.replaceState(history.state, "", `/reflections/${savedId}/edit`);
            }}
          />
        )}
        <Buttons>
          <SubmitButton name="goTo" value="share" busy="Saving …">
            Save and choose who reads it
          </SubmitButton>
          <SubmitButton name="goTo" value="stay" look="other" busy="Saving …">
            Save
          </SubmitButton>
        </Buttons>
      </PostForm>
    </>
  );
}
