import type { ReactNode } from "react";
import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { ReflectionCard } from "../components/cards.tsx";
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
import { isSlug } from "../data/terms.ts";
import type { Route } from "./+types/reflections.ts";
import { ReflectionsDocument } from "./reflections.server.ts";

const isLongSlug = (value: string): boolean => isSlug(value, 200);
const choices: readonly Choice[] = [
  { param: "strand", name: "About the evidence on", canBe: isLongSlug },
  { param: "session", name: "After the session", canBe: isLongSlug },
  ...termChoices,
  schoolChoice,
];

/** The reflections that the address asks for. */
export async function loader(args: Route.LoaderArgs) {
  const address = readListAddress("/reflections", choices, new URL(args.request.url).searchParams);
  const { strand, session, school } = address.chosen;
  const found = await findOr404(
    query(args, ReflectionsDocument, {
      filter: {
        ...toListFilter(address),
        ...(strand !== undefined && { evidenceSlug: strand }),
        ...(session !== undefined && { cpdSessionSlug: session }),
      },
      after: address.after ?? null,
      urn: Number(school ?? 0),
      isOfOneSchool: school !== undefined,
      strand: strand ?? "",
      isAboutOneStrand: strand !== undefined,
      session: session ?? "",
      isAboutOneSession: session !== undefined,
    }),
  );
  return { ...found, address };
}

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData
    ? pageMeta({
        title: "Reflections – Potbank",
        description:
          "Teachers write about what they tried in their own classes, what happened, and what they will do next.",
      })
    : [];

/** All public reflections, newest first, to narrow by strand, phase and topic. */
export default function Reflections({ loaderData }: Route.ComponentProps): ReactNode {
  const { reflections, terms, strands, school, evidenceSummary, cpdSession, address } = loaderData;
  const labelOf = (param: string, value: string): string => {
    if (param === "school") return school?.name ?? `School ${value}`;
    if (param === "strand") return evidenceSummary?.title ?? value;
    if (param === "session") return cpdSession?.title ?? value;
    return termLabel(terms, param, value) ?? value;
  };
  const isNarrowed = Object.keys(address.chosen).length > 0;
  return (
    <>
      <ArticleHead
        kind="From teachers"
        title="Reflections"
        lead="Teachers on what they tried, what happened and what they will do next. Stories to learn from, not evidence of effect."
      />
      <p>
        <Link to="/reflections/new">Write a reflection</Link> ·{" "}
        <Link to="/my-reflections">My reflections</Link>
      </p>
      <ListFilters
        address={address}
        offers={[
          {
            param: "strand",
            name: "About the evidence on",
            options: strands.nodes.map(({ slug, title }) => ({ value: slug, label: title })),
          },
          offerOf("phase", terms),
          offerOf("topic", terms),
        ]}
      />
      <ListChips address={address} labelOf={labelOf} />
      <RecordList
        of={reflections}
        address={address}
        one="reflection"
        many="reflections"
        cards={reflections.nodes.map((reflection) => (
          <ReflectionCard key={reflection.id} of={reflection} />
        ))}
        empty={
          isNarrowed ? (
            <p>
              No reflection matches this. Take a filter away, or{" "}
              <Link to="/reflections">see all reflections</Link>.
            </p>
          ) : (
            <p>
              No teacher has published a reflection here yet. You could see{" "}
              <Link to="/projects">what schools found</Link>, or{" "}
              <Link to="/evidence">what research says</Link>.
            </p>
          )
        }
      />
    </>
  );
}
