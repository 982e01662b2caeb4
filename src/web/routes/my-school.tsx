import type { ReactNode } from "react";
import { data, Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Saved } from "../components/form/saved.tsx";
import {
  LeaveSchool,
  NoSchool,
  OwnSchool,
  WaitingRequest,
} from "../components/people/own-school.tsx";
import { PageFault } from "../components/people/page-fault.tsx";
import { EmailDomains, JoinRequests, SchoolMembers } from "../components/people/school-desk.tsx";
import { Pager } from "../components/pager.tsx";
import { RecordPart } from "../components/record-part.tsx";
import { readForm, refusedBy } from "../data/form.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { query } from "../data/query.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { SchoolMemberFragment } from "../generated/graphql.ts";
import type { Route } from "./+types/my-school.ts";
import { acts } from "./my-school-acts.server.ts";
import { MySchoolDocument } from "./my-school.server.ts";

/** Where one stands, and one's school. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const [members, requests] = [searchParams.get("members"), searchParams.get("requests")];
  const { viewer } = await query(args, MySchoolDocument, { members, requests });
  const person = signedIn(args, viewer);
  const { membership, membershipRequest, memberships, permissions } = viewer;
  const last = memberships[0];
  return {
    person,
    membership,
    request: membershipRequest,
    // Until one asks again, it is worth knowing.
    declined: !membership && last?.state === "DECLINED" ? last.school : undefined,
    leads: permissions.includes("SCHOOL_LEAD"),
    firstMembers: members === null,
    firstRequests: requests === null,
  };
}

/** Does what one of the forms asks for, and comes back to the page. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const act = Object.hasOwn(acts, form.intent) ? acts[form.intent] : undefined;
  if (!act) throw data(null, { status: 400 });
  const { refused } = await act.run(args, form);
  if (refused) return refusedBy(refused, form);
  throw redirect(`/my-school?saved=${act.saved}`);
}

/** After a refusal too: what made an act impossible is worth seeing. */
export const shouldRevalidate = (): boolean => true;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "My school – Potbank",
    description: "The school you belong to, your colleagues there, and requests to join it.",
    noindex: true,
  });

const saved = {
  asked: "The school has been asked. You hear from us by e-mail.",
  joined: "You belong to the school now: your e-mail address is one of its own.",
  cancelled: "Your request is taken back.",
  left: "You have left the school.",
  approved: "The request is approved, and we have written to them.",
  declined: "The request is declined, and we have written to them.",
  ended: "The membership is over.",
  "lead-made": "They are a lead of the school now.",
  "lead-unmade": "They are no longer a lead of the school.",
  accepted: "You have accepted the invitation.",
  "domain-added": "The domain is listed.",
  "domain-removed": "The domain is off the list.",
} as const;

/** Forms that have no fields to show a fault at. */
const singleButtons = [
  "approve",
  "decline",
  "cancel",
  "leave",
  "end",
  "make-lead",
  "unmake-lead",
  "remove-domain",
];

type Membership = NonNullable<Route.ComponentProps["loaderData"]["membership"]>;

/** A colleague as the list shows them. */
function toMember({ id, name, roles, memberships, viewerCan }: SchoolMemberFragment) {
  const active = memberships.find(({ state }) => state === "ACTIVE");
  return {
    person: { id, name },
    membership: active?.id,
    since: active?.decidedAt ?? active?.requestedAt,
    leads: roles?.includes("SCHOOL_LEAD") ?? false,
    canEnd: viewerCan.endMembership,
    canMakeLead: viewerCan.grantRoles.includes("SCHOOL_LEAD"),
    canUnmakeLead: viewerCan.revokeRoles.includes("SCHOOL_LEAD"),
  };
}

function Requests({ of, isFirst }: { of: Membership; isFirst: boolean }): ReactNode {
  const { nodes, totalCount, pageInfo } = of.school.membershipRequests;
  return (
    <RecordPart heading="Requests to join" count={totalCount}>
      <JoinRequests of={nodes} />
      <NextPage of={pageInfo} param="requests" isFirst={isFirst} />
    </RecordPart>
  );
}

function Members({
  of,
  self,
  isFirst,
}: {
  of: Membership;
  self: string;
  isFirst: boolean;
}): ReactNode {
  const { nodes, totalCount, pageInfo } = of.school.members;
  return (
    <RecordPart
      heading="People at the school"
      count={totalCount}
      intro="Colleagues see each other’s names and roles, and what is shared with the school. Others see only who has published something."
    >
      <SchoolMembers of={nodes.map(toMember)} self={self} />
      <NextPage of={pageInfo} param="members" isFirst={isFirst} />
    </RecordPart>
  );
}

function NextPage({
  of: { hasNextPage, endCursor },
  param,
  isFirst,
}: {
  of: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  param: string;
  isFirst: boolean;
}): ReactNode {
  return (
    <Pager
      {...(!isFirst && { first: "/my-school" })}
      {...(hasNextPage &&
        endCursor && { next: `/my-school?${new URLSearchParams({ [param]: endCursor })}` })}
    />
  );
}

/** One's school, or the way to one. */
export default function MySchool({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { person, membership, request, declined, leads, firstMembers, firstRequests } = loaderData;
  return (
    <>
      <ArticleHead kind="Your account" up="/account" title="My school" />
      {!actionData && <Saved of={saved} />}
      <PageFault of={singleButtons} outcome={actionData} />
      {membership && (
        <OwnSchool
          school={membership.school}
          since={membership.decidedAt ?? membership.requestedAt}
          basis={membership.basis ?? null}
        />
      )}
      {!membership && !request && <NoSchool declined={declined} />}
      {request && (
        <RecordPart heading="Your request">
          <WaitingRequest {...request} current={membership?.school} />
        </RecordPart>
      )}
      {membership && (
        <>
          {leads && <Requests of={membership} isFirst={firstRequests} />}
          <Members of={membership} self={person.id} isFirst={firstMembers} />
          {leads && (
            <>
              <RecordPart heading="Invitations">
                <p>
                  Whom you invite belongs to the school as soon as they accept.{" "}
                  <Link to="/people/invitations">Invite colleagues, one by one or by list</Link>
                </p>
              </RecordPart>
              <RecordPart heading="E-mail domains">
                <EmailDomains
                  school={membership.school.id}
                  of={membership.school.domains ?? []}
                  outcome={actionData}
                />
              </RecordPart>
            </>
          )}
          <RecordPart heading="What colleagues share">
            <p>
              <Link to={`/reflections?school=${membership.school.urn}`}>
                Reflections of the school
              </Link>
              , with those that only colleagues read, and{" "}
              <Link to={`/schools/${membership.school.urn}`}>what it has published</Link>.
            </p>
          </RecordPart>
          <RecordPart heading="Moving or leaving">
            <LeaveSchool
              id={membership.id}
              school={membership.school}
              leads={leads}
              waiting={Boolean(request)}
            />
          </RecordPart>
        </>
      )}
    </>
  );
}
