import type { ReactNode } from "react";
import { data, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { PeopleFilters, PeopleChips } from "../components/people/people-filters.tsx";
import { PeopleTable } from "../components/people/people-table.tsx";
import { Pager } from "../components/pager.tsx";
import { pageMeta } from "../data/page-meta.ts";
import { type PeopleAddress, readPeopleAddress, toPeoplePath } from "../data/people-address.ts";
import { BadInput, query } from "../data/query.server.ts";
import { inNumbers } from "../data/wording.ts";
import type { Route } from "./+types/people.ts";
import { PeopleDocument } from "./people.server.ts";
import styles from "./people.module.css";

/** A page of people; a search that cannot be made is refused with a reason. */
export async function loader(args: Route.LoaderArgs) {
  const address = readPeopleAddress(new URL(args.request.url).searchParams);
  const { q, role, school: urn, after } = address;
  try {
    const { people, school } = await query(args, PeopleDocument, {
      filter: { query: q || null, role: role ?? null, schoolUrn: urn ?? null },
      after: after ?? null,
      urn: urn ?? 0,
      ofSchool: urn !== undefined,
    });
    return { address, people, school: school?.name, problem: undefined };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const refused = { ...address, q: q.slice(0, 200), after: undefined };
    return data(
      { address: refused, people: undefined, school: undefined, problem: error.message },
      { status: 400 },
    );
  }
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "People – Potbank",
    description: "Everybody who has an account or stands in the record, with school and roles.",
    noindex: true,
  });

type People = NonNullable<Route.ComponentProps["loaderData"]["people"]>;

function Found({ people, address }: { people: People; address: PeopleAddress }): ReactNode {
  const { totalCount, nodes, pageInfo } = people;
  const narrowed = address.q !== "" || address.role || address.school !== undefined;
  if (totalCount === 0)
    return (
      <div className={styles.empty}>
        <h2>Nobody fits</h2>
        {narrowed && (
          <p>
            Try a part of the name or of the e-mail address, or{" "}
            <Link to="/people">see everybody</Link>.
          </p>
        )}
      </div>
    );
  return (
    <>
      <h2 className={styles.total}>
        {inNumbers(totalCount)} {totalCount === 1 ? "person" : "people"}, by name
      </h2>
      <PeopleTable of={nodes.map((person) => ({ ...person, roles: person.roles ?? [] }))} />
      <div className={styles.pager}>
        <Pager
          {...(address.after !== undefined && {
            first: toPeoplePath({ ...address, after: undefined }),
          })}
          {...(pageInfo.hasNextPage &&
            pageInfo.endCursor && {
              next: toPeoplePath({ ...address, after: pageInfo.endCursor }),
            })}
        />
      </div>
    </>
  );
}

/** Everybody, to be found by name, e-mail address, role and school. */
export default function PeoplePage({ loaderData }: Route.ComponentProps): ReactNode {
  const { address, people, school, problem } = loaderData;
  return (
    <>
      <ArticleHead
        kind="Administration"
        title="People"
        lead="Everybody who has an account, and everybody who stands behind public work."
      >
        <p>
          <Link to="/people/invitations">Invitations</Link>
        </p>
      </ArticleHead>
      <PeopleFilters address={address} />
      <PeopleChips address={address} school={school} />
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          We cannot search for that. {problem}
        </p>
      )}
      {people && <Found people={people} address={address} />}
    </>
  );
}
