import type { ReactNode } from "react";
import { Link } from "react-router";
import { schoolFactsInWords } from "../../data/school-words.ts";
import { inNumbers, schoolStatusInWords } from "../../data/wording.ts";
import type { SchoolStatus } from "../../generated/graphql.ts";
import { Tag } from "../cards.tsx";
import { Pager } from "../pager.tsx";
import { Row, RowList } from "./row-list.tsx";
import styles from "./school-results.module.css";
import type { NamedSchool } from "./school-line.tsx";

/** A school that was found. */
export type FoundSchool = NamedSchool & { readonly id: string; readonly status: SchoolStatus };

/** Schools to choose from: two of one name are told apart by what stands below it. */
export function SchoolResults({
  of,
  total,
  q,
  first,
  next,
}: {
  of: readonly FoundSchool[];
  total: number;
  q: string;
  first?: string | undefined;
  next?: string | undefined;
}): ReactNode {
  if (total === 0)
    return (
      <section className={styles.results}>
        <h2>No school found for “{q.slice(0, 120)}”</h2>
        <p>
          Try fewer words, the beginning of the name, or the postcode. Every school of England can
          be found by its URN, which stands on its page at Get Information about Schools.
        </p>
      </section>
    );
  return (
    <section className={styles.results}>
      <h2>
        {inNumbers(total)} {total === 1 ? "school" : "schools"} for “{q.slice(0, 80)}”
      </h2>
      <RowList label="Schools">
        {of.map((school) => {
          const { id, urn, name, status } = school;
          const closed = status === "CLOSED";
          return (
            <Row
              key={id}
              title={closed ? name : <Link to={`/schools/choose?school=${urn}`}>{name}</Link>}
              facts={
                <>
                  {schoolFactsInWords(school)}
                  {status !== "OPEN" && (
                    <>
                      {" "}
                      <Tag warm>
                        {closed ? "Closed: nobody can join it" : schoolStatusInWords[status]}
                      </Tag>
                    </>
                  )}
                </>
              }
            />
          );
        })}
      </RowList>
      <Pager {...(first !== undefined && { first })} {...(next !== undefined && { next })} />
    </section>
  );
}
