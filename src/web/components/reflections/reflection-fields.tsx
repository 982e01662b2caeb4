import { type ReactNode, useEffect, useRef, useState } from "react";
import { type PartName, partNames, wordsIn } from "../../data/reflection-words.ts";
import { Field } from "../form/field.tsx";
import styles from "./reflections.module.css";

/** What a reflection says so far. */
export type ReflectionParts = Readonly<Record<PartName, string | null | undefined>>;

/** How many words one has written in the field before it; seen by those whose browser runs scripts. */
function WordCount(): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  const [words, setWords] = useState<number>();
  useEffect(() => {
    const area = place.current?.previousElementSibling?.querySelector("textarea");
    if (!area) return undefined;
    const count = () => setWords(wordsIn(area.value));
    count();
    area.addEventListener("input", count);
    return () => area.removeEventListener("input", count);
  }, []);
  return (
    <p ref={place} className={styles.count} hidden={words === undefined}>
      {words === 1 ? "1 word" : `${words ?? 0} words`}
    </p>
  );
}

const questions: readonly {
  name: Exclude<PartName, "title">;
  hint: string;
  rows: number;
  optional?: boolean;
}[] = [
  {
    name: "context",
    hint: "Which year and subject, how many pupils, what was hard for them. No names: “one pupil” is enough.",
    rows: 5,
  },
  {
    name: "tried",
    hint: "What you did, in what order, for how long. A colleague should be able to try it too.",
    rows: 7,
  },
  {
    name: "happened",
    hint: "What you saw and heard, also what did not work. How do you know?",
    rows: 7,
  },
  {
    name: "next",
    hint: "What you will keep, change or drop.",
    rows: 4,
    optional: true,
  },
];

/** The four questions, and a title that may be left to us. Every one of them may be empty while it is private. */
export function ReflectionFields({ of }: { of: ReflectionParts }): ReactNode {
  return (
    <>
      {questions.map(({ name, hint, rows, optional = false }) => (
        <div key={name}>
          <Field
            name={name}
            label={partNames[name]}
            hint={hint}
            rows={rows}
            optional={optional}
            longest={5_000}
            value={of[name]}
          />
          <WordCount />
        </div>
      ))}
      <Field
        name="title"
        label={partNames.title}
        hint="Left empty, it is made from what the reflection is about."
        optional
        value={of.title}
      />
    </>
  );
}
