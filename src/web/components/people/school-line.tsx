import type { ReactNode } from "react";
import { Link } from "react-router";
import { schoolFactsInWords, type SchoolMarks } from "../../data/school-words.ts";
import styles from "./school-line.module.css";

/** A school as one must know it before deciding on it. */
export type NamedSchool = SchoolMarks & { readonly name: string };

/** A school's name and what tells it from others of that name. */
export function SchoolLine({ of }: { of: NamedSchool }): ReactNode {
  return (
    <p className={styles.school}>
      <Link to={`/schools/${of.urn}`}>{of.name}</Link>
      <span>{schoolFactsInWords(of)}</span>
    </p>
  );
}
