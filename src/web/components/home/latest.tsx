import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../../data/dates.ts";
import { inMeaningfulOrder, wasUpdated } from "../../data/newest.ts";
import { inNumbers } from "../../data/wording.ts";
import type { HomeQuery } from "../../generated/graphql.ts";
import { ProjectFacts, ReflectionFacts } from "../cards.tsx";
import { RecordPart } from "../record-part.tsx";
import { Row, Rows } from "./rows.tsx";
import styles from "./latest.module.css";

const shown = 5;

/** Projects and reflections together, the newest first. */
export function TriedLately({
  of: { researchProjects, reflections },
}: {
  of: Pick<HomeQuery, "researchProjects" | "reflections">;
}): ReactNode {
  const tried = [
    ...researchProjects.nodes.map((project) => ({
      of: project,
      at: project.publishedAt ?? "",
      kind: "School research",
      facts: <ProjectFacts of={project} />,
    })),
    ...reflections.nodes.map((reflection) => ({
      of: reflection,
      at: reflection.createdAt,
      kind: "Reflection",
      facts: <ReflectionFacts of={reflection} />,
    })),
  ]
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, shown);
  if (tried.length === 0) return null;
  return (
    <RecordPart heading="What schools tried lately">
      <Rows>
        {tried.map(({ of: { id, title, url }, kind, facts }) => (
          <Row key={id} title={title} url={url}>
            <div className={styles.facts}>
              <span>{kind}</span>
              {facts}
            </div>
          </Row>
        ))}
      </Rows>
      <p className={styles.more}>
        <Link to="/projects">All school research</Link>
        <Link to="/reflections">All reflections</Link>
      </p>
    </RecordPart>
  );
}

/** What was added or changed last; where all of it came at once, that in a sentence. */
export function NewEvidence({
  of: { latest, lately },
}: {
  of: Pick<HomeQuery, "latest" | "lately">;
}): ReactNode {
  const [newest] = latest.nodes;
  if (!newest) return null;
  const listed = inMeaningfulOrder(latest.nodes, 6);
  const heading = listed.some(wasUpdated) ? "New and updated evidence" : "Lately added";
  return (
    <RecordPart heading={heading}>
      {listed.length > 0 ? (
        <Rows>
          {listed.map((summary) => (
            <Row key={summary.id} title={summary.title} url={summary.url}>
              <p className={styles.day}>
                {wasUpdated(summary) ? "Updated" : "Added"} on {formatDay(summary.updatedAt)}
              </p>
            </Row>
          ))}
        </Rows>
      ) : (
        <p>
          {lately.totalCount > 0
            ? `${lately.totalCount === latest.totalCount ? "All" : `${inNumbers(lately.totalCount)} of`} ${inNumbers(latest.totalCount)} summaries came or changed in the last 30 days, the latest on ${formatDay(newest.updatedAt)}.`
            : `The latest of ${inNumbers(latest.totalCount)} summaries came or changed on ${formatDay(newest.updatedAt)}.`}
        </p>
      )}
      <p className={styles.more}>
        <Link to="/evidence?sort=title">All evidence, A to Z</Link>
        <a href="/feed.atom">Feed of new evidence</a>
      </p>
    </RecordPart>
  );
}
