import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./reflections.module.css";

interface Subject {
  readonly slug: string;
  readonly title: string;
}

/** What a reflection is about, with the way there. */
export function AboutSubject({
  evidence,
  cpdSession,
}: {
  evidence?: Subject | null;
  cpdSession?: Subject | null;
}): ReactNode {
  if (evidence)
    return (
      <p className={styles.about}>
        About the evidence on <Link to={`/evidence/${evidence.slug}`}>{evidence.title}</Link>
      </p>
    );
  if (cpdSession)
    return (
      <p className={styles.about}>
        After the session <Link to={`/cpd/${cpdSession.slug}`}>{cpdSession.title}</Link>
      </p>
    );
  return null;
}
