import type { ReactNode } from "react";
import { Link } from "react-router";
import { mechanismGroupInWords } from "../data/mechanism-wording.ts";
import { Section } from "./article.tsx";
import { Tag } from "./cards.tsx";
import styles from "./mechanisms.module.css";

interface Mechanism {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly group?: string | null;
}

interface GroupProps {
  readonly name: string;
  /** All of the group, in the vocabulary's order. */
  readonly all: readonly Mechanism[];
  readonly has: (mechanism: Mechanism) => boolean;
}

function Group({ name, all, has }: GroupProps): ReactNode {
  const present = all.filter(has);
  const absent = all.filter((mechanism) => !has(mechanism));
  const { meaning, question } = mechanismGroupInWords(name);
  return (
    <li className={present.length > 0 ? styles.group : `${styles.group} ${styles.missing}`}>
      <h3 className={styles.name}>
        {name} {present.length === 0 && <Tag>Not mentioned</Tag>}
      </h3>
      {meaning && <p className={styles.meaning}>{meaning}</p>}
      {present.length > 0 ? (
        <>
          <ul role="list" className={styles.present}>
            {present.map(({ id, slug, label }) => (
              <li key={id}>
                <Link to={`/mechanisms/${slug}`}>{label}</Link>
              </li>
            ))}
          </ul>
          {absent.length > 0 && (
            <p className={styles.absent}>
              Not mentioned: {absent.map(({ label }) => label.toLowerCase()).join("; ")}.
            </p>
          )}
        </>
      ) : (
        <p className={styles.question}>
          <span>Worth asking the provider:</span> “{question}”
        </p>
      )}
    </li>
  );
}

interface MechanismsProps {
  readonly of: readonly Mechanism[];
  /** Every mechanism there is, in its own order. */
  readonly vocabulary: readonly Mechanism[];
}

/** How a session helps teachers learn, under its heading. */
export function Mechanisms(props: MechanismsProps): ReactNode {
  return (
    <Section heading="How it helps you learn">
      <MechanismGroups {...props} />
    </Section>
  );
}

/**
 * The four groups of mechanisms, those a session has and those it does not mention.
 * A missing group is something to ask about, never a mark against the session.
 */
export function MechanismGroups({ of, vocabulary }: MechanismsProps): ReactNode {
  const mentioned = new Set(of.map(({ id }) => id));
  const groups = Map.groupBy(vocabulary, ({ group }) => group ?? "Other");
  const missing = [...groups.values()].filter((all) => !all.some(({ id }) => mentioned.has(id)));
  return (
    <>
      <p className={styles.lead}>
        Good training does four things.{" "}
        {mentioned.size === 0
          ? "The description does not say how this session goes about them, so here is what you could ask."
          : missing.length === 0
            ? "This session mentions something for each."
            : `This session mentions ${groups.size - missing.length} of them. The rest may still happen: ask.`}{" "}
        This is what the provider says. It is not a score.
      </p>
      <ul role="list" className={styles.groups}>
        {[...groups].map(([name, all]) => (
          <Group key={name} name={name} all={all} has={({ id }) => mentioned.has(id)} />
        ))}
      </ul>
    </>
  );
}
