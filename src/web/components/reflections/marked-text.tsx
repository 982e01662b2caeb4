import type { ReactNode } from "react";
import { Link } from "react-router";
import { fieldOfPart, kindInWords, partNames, type PartName } from "../../data/reflection-words.ts";
import type { FoundMarkFragment } from "../../generated/graphql.ts";
import type { ReflectionParts } from "./reflection-fields.tsx";
import styles from "./reflections.module.css";

/** A text with its marks in place; those that are still open are told by more than their colour. */
function Marked({ text, marks }: { text: string; marks: readonly FoundMarkFragment[] }): ReactNode {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { key, start, end, isConfirmed } of marks) {
    pieces.push(text.slice(from, start));
    pieces.push(
      <mark key={key} className={isConfirmed ? styles.confirmed : undefined}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  pieces.push(text.slice(from));
  return <p className={styles.text}>{pieces}</p>;
}

/** What its author does about each mark: takes it out, or says that it may stay. */
function Decisions({
  marks,
  part,
  id,
}: {
  marks: readonly FoundMarkFragment[];
  part: PartName;
  id: string;
}): ReactNode {
  return (
    <>
      <ul className={styles.marks} role="list">
        {marks.map(({ key, kind, words, isConfirmed }) => (
          <li key={key}>
            <label>
              <input type="checkbox" name="confirmed" value={key} defaultChecked={isConfirmed} />
              <span>
                <strong>{words}</strong> is {kindInWords[kind]}. It may stay: it tells nobody who a
                pupil is.
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/reflections/${id}/edit#${part}`}>
          Take it out of “{partNames[part]}” instead
        </Link>
      </p>
    </>
  );
}

/** What moderators are told of each mark. */
function Told({ marks }: { marks: readonly FoundMarkFragment[] }): ReactNode {
  return (
    <ul role="list" className={styles.marks}>
      {marks.map(({ key, kind, words, isConfirmed }) => (
        <li key={key}>
          <strong>{words}</strong>: {kindInWords[kind]}
          {isConfirmed && "; its author says that it may stay"}.
        </li>
      ))}
    </ul>
  );
}

/** Every part of a reflection under its heading, with likely personal data marked in place. */
export function MarkedReflection({
  id,
  text,
  marks,
  decides,
}: {
  id: string;
  text: ReflectionParts;
  marks: readonly FoundMarkFragment[];
  /** Whether its author decides here; else the marks are only told. */
  decides: boolean;
}): ReactNode {
  return (Object.keys(partNames) as PartName[]).map((name) => {
    const words = text[name] ?? "";
    const own = marks.filter(({ part }) => fieldOfPart[part] === name);
    if (words === "" && name === "next") return null;
    return (
      <section key={name} className={styles.part} aria-labelledby={`part-${name}`}>
        <h2 id={`part-${name}`}>{partNames[name]}</h2>
        {words === "" ? (
          <p>
            Nothing is written here yet.{" "}
            {decides && <Link to={`/reflections/${id}/edit#${name}`}>Write it</Link>}
          </p>
        ) : (
          <Marked text={words} marks={own} />
        )}
        {own.length > 0 &&
          (decides ? <Decisions marks={own} part={name} id={id} /> : <Told marks={own} />)}
      </section>
    );
  });
}
