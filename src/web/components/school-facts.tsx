import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../data/dates.ts";
import { termPath } from "../data/terms.ts";
import { inNumbers, schoolStatusInWords } from "../data/wording.ts";
import type { SchoolQuery } from "../generated/graphql.ts";
import styles from "./school-facts.module.css";

/** What a register says of a school. */
export type SchoolOfRegister = Omit<
  NonNullable<SchoolQuery["school"]>,
  "id" | "researchProjects" | "reflections"
>;

function statusOf({ status, closedOn }: SchoolOfRegister): string {
  const words = schoolStatusInWords[status];
  return status === "CLOSED" && closedOn ? `${words} on ${formatDay(closedOn)}` : words;
}

function pupilsOf({ pupils, pupilsSource, pupilsYear }: SchoolOfRegister): string | null {
  if (typeof pupils !== "number") return null;
  const counted = pupilsSource ?? (pupilsYear ? `counted in ${pupilsYear}` : null);
  return `${inNumbers(pupils)}${counted ? ` (${counted})` : ""}`;
}

/** Public facts, each with its year and source; what the register leaves out is left out. */
export function SchoolFacts({ of }: { of: SchoolOfRegister }): ReactNode {
  const facts: readonly { readonly name: string; readonly value: ReactNode }[] = [
    { name: "Status", value: statusOf(of) },
    { name: "Phase", value: of.phase && <Link to={termPath(of.phase)}>{of.phase.label}</Link> },
    { name: "Type", value: of.establishmentType },
    { name: "Place", value: [of.town, of.postcode].filter(Boolean).join(", ") },
    { name: "Local authority", value: of.localAuthority },
    { name: "Pupils", value: pupilsOf(of) },
    {
      name: "Pupil premium",
      value:
        typeof of.pupilPremiumPercent === "number" &&
        `${of.pupilPremiumPercent}% of pupils${of.attribution ? " (allocations of 2021 to 2022)" : ""}`,
    },
    { name: "URN", value: String(of.urn) },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ({ name, value }) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const licence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/** Where the facts come from, as the licence asks; or that the school is made up. */
export function SchoolSource({ of: { attribution, asOf } }: { of: SchoolOfRegister }): ReactNode {
  return (
    <p className={styles.source}>
      {attribution ? (
        <>
          Facts{asOf ? ` as of ${formatDay(asOf)}` : ""}. {attribution}{" "}
          <a href={licence}>Read the licence</a>.
        </>
      ) : (
        "This is an example, not a real school."
      )}
    </p>
  );
}
