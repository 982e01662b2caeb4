import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./school-link.module.css";

/** A school's name, leading to its page; within a card it stands above the card's own link. */
export function SchoolLink({
  of: { urn, name },
}: {
  of: { readonly urn: number; readonly name: string };
}): ReactNode {
  return (
    <Link to={`/schools/${urn}`} className={styles.school}>
      {name}
    </Link>
  );
}
