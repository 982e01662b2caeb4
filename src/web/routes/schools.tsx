import type { ReactNode } from "react";
import { data, Form, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Tag } from "../components/cards.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { pageMeta } from "../data/page-meta.ts";
import { BadInput, findOr404, query } from "../data/query.server.ts";
import { schoolFactsInWords } from "../data/school-words.ts";
import { schoolSuggestions } from "../data/suggestions.ts";
import { inNumbers, schoolStatusInWords } from "../data/wording.ts";
import type { SchoolsQuery } from "../generated/graphql.ts";
import type { Route } from "./+types/schools.ts";
import { SchoolsDocument } from "./schools.server.ts";
import styles from "./schools.module.css";

/** What was typed, and the schools that fit it. What is too long to be a school's name is refused with a reason. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const [q, after] = [(searchParams.get("q") ?? "").trim(), searchParams.get("after")];
  try {
    const { schools } = await query(args, SchoolsDocument, { query: q || null, after });
    return { q, isFirst: after === null, schools, problem: undefined };
  } catch (error) {
    if (!(error instanceof BadInput) || error.field !== "query")
      return findOr404(Promise.reject(error as Error));
    const problem = { q: q.slice(0, 200), isFirst: true, schools: null, problem: error.message };
    return data(problem, { status: 400 });
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData
    ? pageMeta({
        title: `${loaderData.q ? `“${loaderData.q.slice(0, 80)}” – ` : ""}Find a school – Potbank`,
        description:
          "Find a school by its name, town, postcode or URN, and see the research and reflections it has published.",
        noindex: loaderData.q !== "",
      })
    : [];

function SchoolRow({ of }: { of: SchoolsQuery["schools"]["nodes"][number] }): ReactNode {
  return (
    <li>
      <h3>
        <Link to={`/schools/${of.urn}`}>{of.name}</Link>
      </h3>
      <p>{schoolFactsInWords(of)}</p>
      {of.status !== "OPEN" && <Tag warm>{schoolStatusInWords[of.status]}</Tag>}
    </li>
  );
}

function Found({
  schools,
  q,
  isFirst,
}: {
  schools: SchoolsQuery["schools"];
  q: string;
  isFirst: boolean;
}): ReactNode {
  const { hasNextPage, endCursor } = schools.pageInfo;
  const address = (cursor?: string): string => {
    const params = new URLSearchParams({ ...(q && { q }), ...(cursor && { after: cursor }) });
    return params.size === 0 ? "/schools" : `/schools?${params}`;
  };
  if (schools.totalCount === 0)
    return (
      <div className={styles.empty}>
        <h2>{q ? `No school found for “${q.slice(0, 120)}”` : "No school is known here yet"}</h2>
        {q && (
          <p>
            Try fewer words, the beginning of the name, or the postcode.{" "}
            <Link to="/schools">See all schools</Link>.
          </p>
        )}
      </div>
    );
  return (
    <>
      <h2 className={styles.total}>
        {inNumbers(schools.totalCount)} {schools.totalCount === 1 ? "school" : "schools"}
        {q ? ` for “${q.slice(0, 80)}”` : ", A to Z"}
      </h2>
      <ul role="list" className={styles.list}>
        {schools.nodes.map((school) => (
          <SchoolRow key={school.id} of={school} />
        ))}
      </ul>
      <Pager
        first={isFirst ? undefined : address()}
        next={hasNextPage && endCursor ? address(endCursor) : undefined}
      />
    </>
  );
}

/** One box for name, town, postcode or number, and the schools that fit. */
export default function Schools({ loaderData }: Route.ComponentProps): ReactNode {
  const { q, schools, isFirst, problem } = loaderData;
  return (
    <>
      <ArticleHead
        kind="Schools"
        title="Find a school"
        lead="See what a school has tried and published, beside its public facts."
      />
      <Form action="/schools" role="search" aria-label="Schools" className={styles.form}>
        <SearchBox
          id="school-search"
          label="Name, town, postcode or URN of a school"
          placeholder="Name, town, postcode or URN"
          source={schoolSuggestions}
          value={q}
        />
      </Form>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          We cannot search for that. {problem}
        </p>
      )}
      {schools && <Found schools={schools} q={q} isFirst={isFirst} />}
    </>
  );
}
