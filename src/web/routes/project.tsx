import type { ReactNode } from "react";
import { data, Link } from "react-router";
import styles from "../components/article.module.css";
import { ArticleHead, Practice, Sections, Tombstone } from "../components/article.tsx";
import { SummaryCard } from "../components/cards.tsx";
import { Contents } from "../components/contents.tsx";
import notice from "../components/notice.module.css";
import { SchoolLink } from "../components/school-link.tsx";
import { Terms } from "../components/term-links.tsx";
import { formatDay } from "../data/dates.ts";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { projectData, trailData } from "../data/structured-data.ts";
import { projectStatusInWords } from "../data/wording.ts";
import type { Route } from "./+types/project.ts";
import projectStyles from "./project.module.css";
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

type Project = Route.ComponentProps["loaderData"]["project"];

/** Who, how far and when: beside the report. */
function Facts({ of }: { of: Project }): ReactNode {
  const { school, lead, status, publishedAt, updatedAt } = of;
  const place = school && [school.phase?.label, school.town].filter(Boolean).join(", ");
  const facts: readonly { readonly name: string; readonly value: ReactNode }[] = [
    {
      name: "School",
      value: school && (
        <>
          <SchoolLink of={school} />
          {place && <span className={projectStyles.place}>{place}</span>}
        </>
      ),
    },
    { name: "Led by", value: lead?.name },
    { name: "How far it is", value: projectStatusInWords[status] },
    { name: "Published", value: publishedAt && formatDay(publishedAt) },
    {
      name: "Changed",
      value: publishedAt && formatDay(publishedAt) !== formatDay(updatedAt) && formatDay(updatedAt),
    },
  ];
  return (
    <dl className={projectStyles.facts}>
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

/** What a reader must know before the report: how far it is, whether it says its limits, and that it is one school's. */
function Care({ of: { status, sections } }: { of: Project }): ReactNode {
  const saysLimits = sections.some(({ heading }) => heading === "Limits");
  return (
    <div className={notice.notice}>
      <p>
        One school’s own inquiry. It shows what happened there; it is not proof of what will happen
        elsewhere.
      </p>
      {status === "PROPOSED" && <p>It is planned: nothing has been found yet.</p>}
      {status === "RUNNING" && <p>It is under way: what it finds is not known yet.</p>}
      {status === "REPORTED" && (
        <p>
          {saysLimits ? (
            <>
              Read its <a href="#limits">limits</a> together with its findings.
            </>
          ) : (
            "Its report does not say where its findings end. Take them with care."
          )}
        </p>
      )}
    </div>
  );
}

/** A school's inquiry, from its question to what it means for others. */
export default function ProjectPage({ loaderData: { project } }: Route.ComponentProps): ReactNode {
  if (project.status === "WITHDRAWN")
    return (
      <Tombstone
        kind="School research"
        up="/projects"
        title={project.title}
        withdrawal={project.withdrawal}
      />
    );
  return (
    <article>
      <ArticleHead
        kind="School research"
        up="/projects"
        title={project.title}
        lead={project.question}
      />
      <Care of={project} />
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <Facts of={project} />
          <Contents headings={project.sections.map(({ heading }) => heading)} />
        </aside>
        <div className={styles.body}>
          <Sections of={project.sections} />
          {project.sections.length === 0 && <p>The school has not written more about it yet.</p>}
        </div>
      </div>
      <div className={styles.practice}>
        <Practice
          heading="The evidence it builds on"
          cards={project.evidence.nodes.map((strand) => (
            <SummaryCard key={strand.id} of={strand} />
          ))}
        />
        <Terms of={project.terms} />
        <p>
          <Link to="/projects">All school research</Link>
        </p>
      </div>
    </article>
  );
}
