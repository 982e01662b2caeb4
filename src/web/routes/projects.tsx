import type { ReactNode } from "react";
import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { ProjectCard } from "../components/cards.tsx";
import { ListChips, ListFilters } from "../components/list-filters.tsx";
import { RecordList } from "../components/record-list.tsx";
import {
  type Choice,
  readListAddress,
  schoolChoice,
  termChoices,
  toListFilter,
} from "../data/list-address.ts";
import { offerOf, termLabel } from "../data/list-labels.ts";
import { pageMeta } from "../data/page-meta.ts";
import { findOr404, query } from "../data/query.server.ts";
import { projectStatusInWords } from "../data/wording.ts";
import type { ResearchProjectStatus } from "../generated/graphql.ts";
import type { Route } from "./+types/projects.ts";
import { ProjectsDocument } from "./projects.server.ts";

const statuses: readonly { word: string; status: ResearchProjectStatus }[] = [
  { word: "reported", status: "REPORTED" },
  { word: "running", status: "RUNNING" },
  { word: "planned", status: "PROPOSED" },
];
const choices: readonly Choice[] = [
  {
    param: "status",
    name: "How far it is",
    canBe: (value) => statuses.some(({ word }) => word === value),
  },
  ...termChoices,
  schoolChoice,
];

/** The projects that the address asks for. */
export async function loader(args: Route.LoaderArgs) {
  const address = readListAddress("/projects", choices, new URL(args.request.url).searchParams);
  const { chosen, after = null } = address;
  const status = statuses.find(({ word }) => word === chosen.status)?.status;
  const found = await findOr404(
    query(args, ProjectsDocument, {
      filter: { ...toListFilter(address), ...(status && { status }) },
      after,
      urn: Number(chosen.school ?? 0),
      isOfOneSchool: chosen.school !== undefined,
    }),
  );
  return { ...found, address };
}

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData
    ? pageMeta({
        title: "School research – Potbank",
        description:
          "What schools asked, what they tried and what they found: their own inquiries, with the limits of each.",
      })
    : [];

/** All inquiries of schools, newest first, to narrow by how far they are, phase and topic. */
export default function Projects({ loaderData }: Route.ComponentProps): ReactNode {
  const { researchProjects, terms, school, address } = loaderData;
  const labelOf = (param: string, value: string): string => {
    const status = param === "status" && statuses.find(({ word }) => word === value);
    if (status) return projectStatusInWords[status.status];
    if (param === "school") return school?.name ?? `School ${value}`;
    return termLabel(terms, param, value) ?? value;
  };
  const isNarrowed = Object.keys(address.chosen).length > 0;
  return (
    <>
      <ArticleHead
        kind="From schools"
        title="School research"
        lead="What schools asked, what they tried and what they found. One school’s result is not proof of what will happen in yours."
      />
      <ListFilters
        address={address}
        offers={[
          {
            param: "status",
            name: "How far it is",
            options: statuses.map(({ word, status }) => ({
              value: word,
              label: projectStatusInWords[status],
            })),
          },
          offerOf("phase", terms),
          offerOf("topic", terms),
        ]}
      />
      <ListChips address={address} labelOf={labelOf} />
      <RecordList
        of={researchProjects}
        address={address}
        one="project"
        many="projects"
        cards={researchProjects.nodes.map((project) => (
          <ProjectCard key={project.id} of={project} />
        ))}
        empty={
          isNarrowed ? (
            <p>
              No school research matches this. Take a filter away, or{" "}
              <Link to="/projects">see all school research</Link>.
            </p>
          ) : (
            <p>
              No school has published an inquiry here yet. You could see what{" "}
              <Link to="/reflections">teachers wrote about what they tried</Link>, or{" "}
              <Link to="/evidence">what research says</Link>.
            </p>
          )
        }
      />
    </>
  );
}
