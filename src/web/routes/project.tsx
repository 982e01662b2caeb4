import type { ReactNode } from "react";
import { data } from "react-router";
import {
  ArticleHead,
  Contents,
  Practice,
  Sections,
  Terms,
  Tombstone,
} from "../components/article.tsx";
import styles from "../components/article.module.css";
import { ProjectFacts, SummaryCard } from "../components/cards.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { projectData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/project.ts";
import { ProjectDocument } from "./project.server.ts";

/** The project, or 404; a withdrawn one answers 410. */
export async function loader(args: Route.LoaderArgs) {
  const { researchProject: project } = await findOr404(
    query(args, ProjectDocument, { slug: args.params.slug }),
  );
  if (!project) throw data(null, { status: 404 });
  return data({ project }, { status: project.status === "WITHDRAWN" ? 410 : 200 });
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { project } = loaderData;
  return pageMeta({
    title: `${project.title} – school research – Potbank`,
    type: "article",
    ...(project.status === "WITHDRAWN"
      ? { description: `The school research “${project.title}” was withdrawn.`, noindex: true }
      : {
          description: project.question,
          more: `A school’s own inquiry${project.school ? `, at ${project.school.name}` : ""}.`,
          data: [
            projectData(project),
            trailData(publicUrlOf(matches), [
              ["School research", "/projects"],
              [project.title, `/projects/${project.slug}`],
            ]),
          ],
        }),
  });
};

/** A school's inquiry, from its question to what it means for others. */
export default function ProjectPage({ loaderData: { project } }: Route.ComponentProps): ReactNode {
  if (project.status === "WITHDRAWN")
    return (
      <Tombstone kind="School research" title={project.title} withdrawal={project.withdrawal} />
    );
  return (
    <article>
      <ArticleHead kind="School research" title={project.title} lead={project.question}>
        <ProjectFacts of={project} />
      </ArticleHead>
      <p className={styles.notice}>
        One school’s own inquiry. It shows what happened there; it is not proof of what will happen
        elsewhere.
      </p>
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <Contents headings={project.sections.map(({ heading }) => heading)} />
        </aside>
        <div className={styles.body}>
          <Sections of={project.sections} />
          {project.lead && <p className={styles.soft}>Led by {project.lead.name}.</p>}
        </div>
      </div>
      <div className={styles.practice}>
        <Practice
          heading="The evidence it tested"
          cards={project.evidence.nodes.map((strand) => (
            <SummaryCard key={strand.id} of={strand} />
          ))}
        />
        <Terms of={project.terms} />
      </div>
    </article>
  );
}
