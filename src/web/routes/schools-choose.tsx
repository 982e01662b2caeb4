import type { ReactNode } from "react";
import { data, Form, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { JoinSchool } from "../components/people/join-school.tsx";
import { SchoolResults } from "../components/people/school-results.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { readForm, refused } from "../data/form.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { schoolChoice } from "../data/list-address.ts";
import { BadInput, mutate, query } from "../data/query.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import { schoolChoiceSuggestions } from "../data/suggestions.ts";
import type { Route } from "./+types/schools-choose.ts";
import { ChooserDocument, JoinDocument } from "./schools-choose.server.ts";
import { SchoolsDocument } from "./schools.server.ts";

/** The schools that what was typed finds. */
async function find(args: Route.LoaderArgs, q: string, after: string | null) {
  if (q === "") return { schools: undefined, problem: undefined };
  try {
    return { ...(await query(args, SchoolsDocument, { query: q, after })), problem: undefined };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { schools: undefined, problem: error.message };
  }
}

/** Who chooses, what they have found so far, and the school they are about to ask. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const [q, after] = [(searchParams.get("q") ?? "").trim(), searchParams.get("after")];
  const urn = searchParams.get("school") ?? "";
  if (urn !== "" && !schoolChoice.canBe(urn)) throw data(null, { status: 404 });
  const { viewer, school } = await query(args, ChooserDocument, {
    urn: Number(urn),
    chosen: urn !== "",
  });
  signedIn(args, viewer);
  if (urn !== "" && !school) throw data(null, { status: 404 });
  return {
    q: q.slice(0, 200),
    after,
    school,
    current: viewer.membership?.school,
    asked: viewer.membershipRequest?.school,
    ...(school ? { schools: undefined, problem: undefined } : await find(args, q, after)),
  };
}

/** Asks to join the school of the form. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { done, refused: refusal } = await mutate(args, JoinDocument, {
    schoolId: form.line("of"),
  });
  if (refusal) return refused(form, { summary: refusal.message });
  const outcome = done.membershipRequest;
  if (outcome.__typename === "MembershipRequestWaiting")
    return refused(
      form,
      {
        summary: `You have asked ${outcome.membership.school.name}, which has not decided yet. Take that request back before you ask another school.`,
      },
      409,
    );
  const joined = outcome.membership.state === "ACTIVE";
  throw redirect(`/my-school?saved=${joined ? "joined" : "asked"}`);
}

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageMeta({
    title: `${loaderData?.school ? `Join ${loaderData.school.name}` : "Choose your school"} – Potbank`,
    description: "Find the school you work at, and ask to join it.",
    noindex: true,
  });

/** One box for name, town, postcode or URN; each school found leads to the request to join it. */
export default function ChooseSchool({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { q, after, school, schools, problem, current, asked } = loaderData;
  if (school)
    return (
      <>
        <ArticleHead kind="Choose your school" up="/schools/choose" title={`Join ${school.name}`} />
        <JoinSchool
          school={{ ...school, closed: school.status === "CLOSED" }}
          current={current}
          asked={asked}
          outcome={actionData}
        />
      </>
    );
  const more = schools?.pageInfo;
  const address = (cursor?: string) =>
    `/schools/choose?${new URLSearchParams({ q, ...(cursor && { after: cursor }) })}`;
  return (
    <>
      <ArticleHead
        kind="My school"
        up="/my-school"
        title="Choose your school"
        lead="Find the school you work at. You see what will happen before you ask to join it."
      />
      <Form action="/schools/choose" role="search" aria-label="Schools">
        <SearchBox
          id="school-choice"
          label="Name, town, postcode or URN of your school"
          placeholder="Name, town, postcode or URN"
          source={schoolChoiceSuggestions}
          value={q}
        />
      </Form>
      {problem !== undefined && <p role="alert">We cannot search for that. {problem}</p>}
      {schools && (
        <SchoolResults
          of={schools.nodes}
          total={schools.totalCount}
          q={q}
          first={after === null ? undefined : address()}
          next={more?.hasNextPage && more.endCursor ? address(more.endCursor) : undefined}
        />
      )}
    </>
  );
}
