import type { ReactNode } from "react";
import { data, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CardGrid, ProjectCard, ReflectionCard } from "../components/cards.tsx";
import notice from "../components/notice.module.css";
import { RecordPart } from "../components/record-part.tsx";
import { SchoolFacts, SchoolSource } from "../components/school-facts.tsx";
import { formatDay } from "../data/dates.ts";
import { schoolChoice } from "../data/list-address.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { findOr404, query } from "../data/query.server.ts";
import { schoolData } from "../data/structured-data.ts";
import { inNumbers } from "../data/wording.ts";
import type { Route } from "./+types/school.ts";
import styles from "./school.module.css";
import { SchoolDocument } from "./school.server.ts";

/** The school with this number, or 404. */
export async function loader(args: Route.LoaderArgs) {
  if (!schoolChoice.canBe(args.params.urn)) throw data(null, { status: 404 });
  const { school } = await findOr404(query(args, SchoolDocument, { urn: Number(args.params.urn) }));
  if (!school) throw data(null, { status: 404 });
  return { school };
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { school } = loaderData;
  const place = [school.phase?.label, school.town].filter(Boolean).join(", ");
  return pageMeta({
    title: `${school.name} – school ${school.urn} – Potbank`,
    description: `${school.name}${place ? ` (${place})` : ""}: public facts, and the research and reflections it has published.`,
    data: school.attribution ? [schoolData(publicUrlOf(matches), school)] : [],
  });
};

/** "All 12 projects" where there are more than shown. */
const wayToAll = (
  { totalCount, nodes }: { totalCount: number; nodes: readonly unknown[] },
  list: "projects" | "reflections",
  urn: number,
) =>
  totalCount > nodes.length
    ? { to: `/${list}?school=${urn}`, words: `All ${inNumbers(totalCount)} ${list}` }
    : undefined;

/** A school: what the register says, then what it has tried and written. */
export default function SchoolPage({ loaderData: { school } }: Route.ComponentProps): ReactNode {
  const { researchProjects, reflections } = school;
  return (
    <article>
      <ArticleHead kind="Schools" up="/schools" title={school.name} />
      {school.status === "CLOSED" && (
        <p className={`${notice.notice} ${notice.strong}`}>
          <strong>
            This school has closed{school.closedOn ? `, on ${formatDay(school.closedOn)}` : ""}.
          </strong>{" "}
          Its page stays because records here are about it.
        </p>
      )}
      <SchoolFacts of={school} />
      <SchoolSource of={school} />
      {researchProjects.totalCount > 0 && (
        <RecordPart
          heading="School research"
          count={researchProjects.totalCount}
          more={wayToAll(researchProjects, "projects", school.urn)}
          intro="This school’s own inquiries. They show what happened here, not what will happen elsewhere."
        >
          <CardGrid width="20rem">
            {researchProjects.nodes.map((project) => (
              <ProjectCard key={project.id} of={project} />
            ))}
          </CardGrid>
        </RecordPart>
      )}
      {reflections.totalCount > 0 && (
        <RecordPart
          heading="Reflections"
          count={reflections.totalCount}
          more={wayToAll(reflections, "reflections", school.urn)}
          intro="What teachers at this school wrote about what they tried."
        >
          <CardGrid width="20rem">
            {reflections.nodes.map((reflection) => (
              <ReflectionCard key={reflection.id} of={reflection} />
            ))}
          </CardGrid>
        </RecordPart>
      )}
      {researchProjects.totalCount + reflections.totalCount === 0 && (
        <RecordPart heading="Published work">
          <p>
            Nobody at this school has published research or a reflection here yet. See what{" "}
            <Link to="/projects">other schools found</Link> and what{" "}
            <Link to="/reflections">teachers tried</Link>.
          </p>
        </RecordPart>
      )}
      <p className={styles.others}>
        <Link to="/schools">Find another school</Link>
      </p>
    </article>
  );
}
