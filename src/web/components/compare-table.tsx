import type { ReactNode } from "react";
import { Link } from "react-router";
import { comparedMax, toCompareAddress } from "../data/compare-address.ts";
import { type Compared, differences } from "../data/comparison.ts";
import { formatDay, formatLongDay, formatTime } from "../data/dates.ts";
import { pathOf } from "../data/paths.ts";
import {
  audienceInWords,
  costInWords,
  monthsInWords,
  placesInWords,
  strengthInWords,
} from "../data/wording.ts";
import type { CompareQuery, TermScheme } from "../generated/graphql.ts";
import styles from "./compare-table.module.css";
import { FigureInCell } from "./figures.tsx";
import { tableRoles } from "./table-roles.ts";

/** A strand with all that is set side by side. */
export type ComparedColumn = CompareQuery["evidenceSummaries"]["nodes"][number];

interface RowProps {
  readonly name: string;
  readonly of: readonly ComparedColumn[];
  /** Long texts stand under each other where there is little room; figures stay in pairs. */
  readonly long?: boolean;
  readonly children: (strand: ComparedColumn, place: number) => ReactNode;
}

function Row({ name, of, long = false, children }: RowProps): ReactNode {
  return (
    <tr {...tableRoles.row} data-long={long ? "" : undefined}>
      <th {...tableRoles.rowHead}>{name}</th>
      {of.map((strand, place) => (
        <td key={strand.id} {...tableRoles.cell}>
          <span className={styles.whose} aria-hidden="true">
            {strand.title}
          </span>
          {children(strand, place)}
        </td>
      ))}
    </tr>
  );
}

function FigureRow({
  name,
  which,
  of,
}: {
  name: string;
  which: Compared;
  of: readonly ComparedColumn[];
}): ReactNode {
  const found = differences(of, which);
  const meaning = (strand: ComparedColumn) =>
    ({
      months: monthsInWords(strand.impactMonths, strand.impactMonthsStatus),
      cost: costInWords(strand.costBand),
      padlocks: strengthInWords(strand.evidenceStrength),
    })[which].meaning;
  return (
    <Row name={name} of={of}>
      {(strand, place) => {
        const difference = found[place];
        return (
          <>
            <FigureInCell of={strand} which={which} />
            {difference && difference.words !== "" && (
              <p className={styles.difference} data-kind={difference.kind}>
                {difference.kind === "first" && <span aria-hidden="true">★ </span>}
                {difference.words}
              </p>
            )}
            <p className={styles.meaning}>{meaning(strand)}</p>
          </>
        );
      }}
    </Row>
  );
}

const studied: readonly { readonly scheme: TermScheme; readonly name: string }[] = [
  { scheme: "PHASE", name: "Phases" },
  { scheme: "KEY_STAGE", name: "Key stages" },
  { scheme: "SUBJECT", name: "Subjects" },
  { scheme: "PUPIL_GROUP", name: "Pupils" },
];

/** The terms of one vocabulary; what one strand alone has is marked. */
function TermsRow({
  scheme,
  name,
  of,
}: {
  scheme: TermScheme;
  name: string;
  of: readonly ComparedColumn[];
}): ReactNode {
  const termsOf = (strand: ComparedColumn) => strand.terms.filter((term) => term.scheme === scheme);
  if (of.every((strand) => termsOf(strand).length === 0)) return null;
  const times = (slug: string) =>
    of.filter((strand) => termsOf(strand).some((term) => term.slug === slug)).length;
  return (
    <Row name={name} of={of}>
      {(strand) =>
        termsOf(strand).length === 0 ? (
          <p className={styles.meaning}>Not said</p>
        ) : (
          <ul role="list" className={styles.terms}>
            {termsOf(strand).map(({ id, slug, label }) => (
              <li key={id}>
                {label}
                {of.length > 1 && times(slug) === 1 && (
                  <span className={styles.only}> only here</span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Row>
  );
}

/** The next session, and whether more are to come: the API gives what is coming first. */
function NextSession({ of, now }: { of: ComparedColumn; now: string }): ReactNode {
  const coming = of.cpdSessions.nodes.filter(({ endsAt }) => Date.parse(endsAt) >= Date.parse(now));
  const [next] = coming;
  if (!next) return <p className={styles.meaning}>None announced</p>;
  const more = coming.length - 1;
  return (
    <>
      <p>
        <Link to={pathOf(next.url)}>{next.title}</Link>
      </p>
      <p className={styles.meaning}>
        {formatLongDay(next.startsAt)}, {formatTime(next.startsAt)}
      </p>
      <p>{placesInWords(next.capacity, next.placesLeft)}</p>
      {next.audience && <p className={styles.meaning}>{audienceInWords(next.audience)}</p>}
      {more > 0 && <p className={styles.meaning}>{more >= 9 ? "9 or more" : more} more to come</p>}
    </>
  );
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `No ${many} yet` : `${count} ${count === 1 ? one : many}`;

function Head({ of }: { of: readonly ComparedColumn[] }): ReactNode {
  return (
    <thead {...tableRoles.group}>
      <tr {...tableRoles.row}>
        <td {...tableRoles.cell} className={styles.corner} />
        {of.map(({ id, slug, title, url }) => (
          <th key={id} {...tableRoles.column}>
            <Link to={pathOf(url)}>{title}</Link>
            <Link
              to={toCompareAddress(
                of.filter((other) => other.slug !== slug).map((other) => other.slug),
              )}
              className={styles.remove}
              aria-label={`Remove ${title}`}
            >
              Remove
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Up to four strands side by side, one line for each thing; on a phone each line is a block of its own. */
export function CompareTable({
  of,
  now,
}: {
  of: readonly ComparedColumn[];
  now: string;
}): ReactNode {
  const strands = of.slice(0, comparedMax);
  return (
    <table
      {...tableRoles.table}
      className={styles.table}
      aria-label="The strands side by side"
      style={{ "--strands": strands.length } as object}
    >
      <Head of={strands} />
      <tbody {...tableRoles.group}>
        <FigureRow name="Progress" which="months" of={strands} />
        <FigureRow name="Cost" which="cost" of={strands} />
        <FigureRow name="Evidence" which="padlocks" of={strands} />
        <Row name="In a sentence" of={strands} long>
          {(strand) => <p>{strand.headline}</p>}
        </Row>
        {studied.map((each) => (
          <TermsRow key={each.scheme} {...each} of={strands} />
        ))}
        <Row name="From its page" of={strands} long>
          {(strand) =>
            strand.sections.length === 0 ? (
              <p className={styles.meaning}>There is no text yet.</p>
            ) : (
              strand.sections.map(({ heading, html }) => (
                <details key={heading} className={styles.section}>
                  <summary>{heading}</summary>
                  <div dangerouslySetInnerHTML={{ __html: html }} />
                </details>
              ))
            )
          }
        </Row>
        <Row name="Next session" of={strands}>
          {(strand) => <NextSession of={strand} now={now} />}
        </Row>
        <Row name="Tried in schools" of={strands}>
          {(strand) => (
            <>
              <p>
                {counted(strand.researchProjects.totalCount, "school project", "school projects")}
              </p>
              <p>{counted(strand.reflections.totalCount, "reflection", "reflections")}</p>
            </>
          )}
        </Row>
        <Row name="Source" of={strands}>
          {({ source, updatedAt, notices }) => (
            <div className={styles.meaning}>
              <p>
                {source.url ? <a href={source.url}>{source.name}</a> : source.name}
                {source.retrievedOn ? `, as it stood on ${formatDay(source.retrievedOn)}` : ""}.
                Last changed here on {formatDay(updatedAt)}.
              </p>
              {notices.map((notice) => (
                <p key={notice}>{notice}</p>
              ))}
            </div>
          )}
        </Row>
      </tbody>
    </table>
  );
}
