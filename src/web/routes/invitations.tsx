import type { ReactNode } from "react";
import { ArticleHead } from "../components/article.tsx";
import { Saved } from "../components/form/saved.tsx";
import { ConfirmedAct } from "../components/people/acts.tsx";
import { CheckedList } from "../components/people/checked-list.tsx";
import { InviteMany, InviteOne } from "../components/people/invitation-forms.tsx";
import { InvitationList, StateTabs } from "../components/people/invitations.tsx";
import { PageFault } from "../components/people/page-fault.tsx";
import stack from "../components/people/stack.module.css";
import { Pager } from "../components/pager.tsx";
import { RecordPart } from "../components/record-part.tsx";
import {
  type InvitationsAddress,
  readInvitationsAddress,
  toInvitationsPath,
} from "../data/invitations-address.ts";
import { pageMeta } from "../data/page-meta.ts";
import { givenRoles, type RoleName } from "../data/people-words.ts";
import { findOr404, query } from "../data/query.server.ts";
import type { Route } from "./+types/invitations.ts";
import { act } from "./invitations-acts.server.ts";
import { InvitationsDocument } from "./invitations.server.ts";

/** A page of invitations, and what whoever looks may invite to. */
export async function loader(args: Route.LoaderArgs) {
  const address = readInvitationsAddress(new URL(args.request.url).searchParams);
  const { state, batch, after } = address;
  const { viewer, invitations } = await findOr404(
    query(args, InvitationsDocument, {
      filter: { state: state ?? null, batchId: batch ?? null },
      after: after ?? null,
    }),
  );
  const anywhere = viewer.permissions.includes("PERSON_MANAGE");
  const school = viewer.membership?.school;
  const roles: readonly RoleName[] = anywhere
    ? ["TEACHER", ...givenRoles]
    : (school?.viewerCan.inviteRoles ?? []);
  return { address, invitations, roles, ownSchool: anywhere ? null : (school?.name ?? null) };
}

/** Invites, checks and sends lists, takes back. */
export const action = (args: Route.ActionArgs) => act(args);

/** After a refusal too: what made an act impossible is worth seeing. */
export const shouldRevalidate = (): boolean => true;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Invitations – Potbank",
    description: "Invitations by e-mail, one by one and by list, and what became of each.",
    noindex: true,
  });

const saved = {
  sent: "The invitation is on its way.",
  batch: "The invitations are on their way. You can take back what has not been accepted below.",
  revoked: "The invitation is taken back.",
  undone: "What had not been accepted is taken back.",
} as const;

type Data = Route.ComponentProps["loaderData"];

function Sent({
  invitations,
  address,
  withSchool,
}: {
  invitations: Data["invitations"];
  address: InvitationsAddress;
  withSchool: boolean;
}): ReactNode {
  const { totalCount, nodes, pageInfo } = invitations;
  const { state, batch, after } = address;
  return (
    <RecordPart
      heading={batch === undefined ? "Invitations sent" : "Invitations of one list"}
      count={totalCount}
      {...(batch !== undefined && {
        more: { to: "/people/invitations", words: "All invitations" },
      })}
    >
      <StateTabs address={address} />
      <div className={stack.stack}>
        {nodes.length === 0 ? (
          <p>{state || batch ? "There is none." : "Nobody has been invited yet."}</p>
        ) : (
          <InvitationList of={nodes} withSchool={withSchool} />
        )}
        {batch !== undefined && nodes.some((each) => each.state === "PENDING") && (
          <ConfirmedAct
            ask="Undo the whole list …"
            intent="undo"
            of={batch}
            words={
              <p>
                Every invitation of this list that has not been accepted is taken back: its link
                stops working. Who has accepted stays.
              </p>
            }
          >
            Undo the list
          </ConfirmedAct>
        )}
        <Pager
          {...(after !== undefined && {
            first: toInvitationsPath({ ...address, after: undefined }),
          })}
          {...(pageInfo.hasNextPage &&
            pageInfo.endCursor && {
              next: toInvitationsPath({ ...address, after: pageInfo.endCursor }),
            })}
        />
      </div>
    </RecordPart>
  );
}

/** Who has been invited, and the ways to invite more. */
export default function Invitations({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { address, invitations, roles, ownSchool } = loaderData;
  const outcome = actionData && "intent" in actionData ? actionData : undefined;
  const checked = actionData && "checked" in actionData ? actionData.checked : undefined;
  const sent = <Sent invitations={invitations} address={address} withSchool={ownSchool === null} />;
  // Who asks for some of them wants to see these, not to invite more.
  const narrowed = Boolean(address.state ?? address.batch ?? address.after);
  return (
    <>
      <ArticleHead
        kind={ownSchool === null ? "People" : "My school"}
        up={ownSchool === null ? "/people" : "/my-school"}
        title="Invitations"
        {...(ownSchool !== null && { lead: `To ${ownSchool}.` })}
      />
      {!actionData && <Saved of={saved} />}
      <PageFault of={["revoke", "undo", "send"]} outcome={outcome} />
      {checked && <CheckedList {...checked} />}
      {narrowed && sent}
      <RecordPart heading="Invite somebody">
        <InviteOne outcome={outcome} roles={roles} ownSchool={ownSchool} />
      </RecordPart>
      <RecordPart heading="Invite many">
        <InviteMany outcome={outcome} ownSchool={ownSchool} />
      </RecordPart>
      {!narrowed && sent}
    </>
  );
}
