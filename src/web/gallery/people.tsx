import { PageFault } from "../components/people/page-fault.tsx";
import { CheckedList } from "../components/people/checked-list.tsx";
import { InviteMany, InviteOne } from "../components/people/invitation-forms.tsx";
import { InvitationOffer, type Offer } from "../components/people/invitation-offer.tsx";
import { InvitationList, type SentInvitation } from "../components/people/invitations.tsx";
import { JoinSchool } from "../components/people/join-school.tsx";
import { MembershipHistory } from "../components/people/person-history.tsx";
import {
  LeaveSchool,
  NoSchool,
  OwnSchool,
  WaitingRequest,
} from "../components/people/own-school.tsx";
import { PeopleTable } from "../components/people/people-table.tsx";
import { RoleActs } from "../components/people/role-acts.tsx";
import { EmailDomains, JoinRequests, SchoolMembers } from "../components/people/school-desk.tsx";
import { SchoolResults } from "../components/people/school-results.tsx";
import type { Area } from "./specimen.ts";

const longName = "Maria-Theodora van der Westhuizen-Featherstonehaugh ".repeat(4).slice(0, 200);

const school = {
  id: "school_1",
  urn: 900001,
  name: "Bottle Bank Primary School (example)",
  town: "Stoke-on-Trent",
  postcode: "ST6 3AA",
  phase: { label: "Primary" },
  closed: false,
  status: "OPEN" as const,
};
const other = { ...school, id: "school_2", urn: 900002, town: "Leek", postcode: "ST13 5AA" };

const outcome = (intent: string, summary: string) => ({
  intent,
  fields: {},
  summary,
  kept: {},
});

const member = (id: number, name: string, leads = false, managed = false) => ({
  person: { id: `person_${id}`, name },
  membership: `membership_${id}`,
  since: "2026-09-01T08:00:00Z",
  leads,
  canEnd: managed && id !== 1,
  canMakeLead: managed && !leads,
  canUnmakeLead: managed && leads,
});

const invitation = (state: SentInvitation["state"], over: Partial<SentInvitation> = {}) => ({
  id: `invitation_${state}`,
  email: `${state.toLowerCase()}@kilnlane.example`,
  name: null,
  role: "TEACHER" as const,
  school,
  state,
  createdAt: "2026-11-02T09:00:00Z",
  expiresAt: "2026-11-16T09:00:00Z",
  closedAt: state === "ACCEPTED" || state === "REVOKED" ? "2026-11-05T09:00:00Z" : null,
  ...over,
});

const offer: Offer = {
  email: "ada@kilnlane.example",
  role: "MENTOR",
  state: "PENDING",
  expiresAt: "2026-12-07T09:00:00Z",
  invitedByName: "A. Wedgwood (example)",
  isForViewer: false,
  school,
};

const since = "2026-09-01T08:00:00Z";

/** Schools and those who belong to them. */
export const people: Area = {
  name: "People",
  specimens: [
    {
      name: "Schools of one name, one of them closed",
      show: (
        <SchoolResults
          of={[school, other, { ...school, id: "school_3", urn: 900003, status: "CLOSED" }]}
          total={3}
          q="bottle bank"
        />
      ),
    },
    { name: "No such school", show: <SchoolResults of={[]} total={0} q="zzqxv" /> },
    {
      name: "Asking to join",
      show: (
        <JoinSchool school={school} current={undefined} asked={undefined} outcome={undefined} />
      ),
    },
    {
      name: "Asking to move",
      show: <JoinSchool school={school} current={other} asked={undefined} outcome={undefined} />,
    },
    {
      name: "Asking while another school has not decided",
      show: <JoinSchool school={school} current={undefined} asked={other} outcome={undefined} />,
    },
    { name: "Without a school", show: <NoSchool /> },
    { name: "Without a school, after one declined", show: <NoSchool declined={school} /> },
    {
      name: "A request that waits, for a move",
      show: (
        <WaitingRequest id="membership_1" school={school} requestedAt={since} current={other} />
      ),
    },
    {
      name: "One’s own school",
      show: <OwnSchool school={school} since={since} basis="EMAIL_DOMAIN" />,
    },
    {
      name: "Leaving, as its lead",
      show: <LeaveSchool id="membership_1" school={school} leads waiting={false} />,
    },
    { name: "No requests", show: <JoinRequests of={[]} /> },
    {
      name: "Requests, one of somebody with a long name who moves",
      show: (
        <JoinRequests
          of={[
            { id: "membership_7", requestedAt: since, person: { name: "A. Wedgwood (example)" } },
            { id: "membership_8", requestedAt: since, person: { name: longName, school: other } },
          ]}
        />
      ),
    },
    {
      name: "A decision that came too late",
      show: (
        <PageFault
          of={["approve"]}
          outcome={outcome("approve", "Somebody else has decided on this request already.")}
        />
      ),
    },
    {
      name: "Members as their lead sees them",
      show: (
        <SchoolMembers
          of={[
            member(1, "A. Wedgwood (example)", true, true),
            member(2, "J. Spode (example)", false, true),
            member(3, longName, true, true),
          ]}
          self="person_1"
        />
      ),
    },
    {
      name: "Members as colleagues see them",
      show: <SchoolMembers of={[member(4, "C. Minton (example)")]} self="person_1" />,
    },
    {
      name: "E-mail domains",
      show: (
        <EmailDomains
          school="school_1"
          of={[{ id: "domain_1", domain: "bottlebank.sch.example", addedAt: since }]}
          outcome={{
            intent: "add-domain",
            fields: { domain: "Anybody can have an address at gmail.com" },
            summary: undefined,
            kept: { domain: ["gmail.com"] },
          }}
        />
      ),
    },
    {
      name: "Invitations in every state",
      show: (
        <InvitationList
          withSchool
          of={[
            invitation("PENDING"),
            invitation("ACCEPTED", { name: "A. Wedgwood (example)" }),
            invitation("EXPIRED", { school: null, role: "PUBLISHER" }),
            invitation("REVOKED", { name: longName }),
          ]}
        />
      ),
    },
    {
      name: "Inviting one",
      show: <InviteOne outcome={undefined} roles={["TEACHER", "REVIEWER"]} ownSchool={null} />,
    },
    {
      name: "Inviting many",
      show: (
        <InviteMany
          outcome={{
            intent: "check",
            fields: { file: "The file has 240 kB; at most 100 kB are read" },
            summary: undefined,
            kept: {},
          }}
          ownSchool={null}
        />
      ),
    },
    {
      name: "A list that was checked",
      landmark: true,
      show: (
        <CheckedList
          csv="email"
          invited={[
            { line: 2, email: "ada@kilnlane.example", name: null, role: "TEACHER", school },
            { line: 3, email: "grace@kilnlane.example", name: longName, role: "MENTOR" },
          ]}
          faults={[
            { line: 4, message: "“ada@” is no e-mail address" },
            { line: 1204, message: longName },
          ]}
        />
      ),
    },
    {
      name: "A list without anybody",
      landmark: true,
      show: (
        <CheckedList
          csv="email"
          invited={[]}
          faults={[{ line: 2, message: "“ada@” is no e-mail address" }]}
        />
      ),
    },
    ...(
      [
        ["signed out", { state: "PENDING" }, null],
        ["for another address", { state: "PENDING" }, "grace@kilnlane.example"],
        ["for an address that is not confirmed", { state: "PENDING" }, "ada@kilnlane.example"],
        ["for who is signed in", { state: "PENDING", isForViewer: true }, "ada@kilnlane.example"],
        ["accepted", { state: "ACCEPTED" }, null],
        ["expired", { state: "EXPIRED" }, null],
        ["taken back", { state: "REVOKED", invitedByName: null, school: null }, null],
      ] as const
    ).map(([name, over, viewerEmail]) => ({
      name: `An invitation, ${name}`,
      show: (
        <InvitationOffer
          of={{ ...offer, ...over }}
          path="/invitations/specimen"
          viewerEmail={viewerEmail}
          current={other}
          outcome={undefined}
        />
      ),
    })),
    {
      name: "People in a table",
      show: (
        <PeopleTable
          of={[
            {
              id: "person_1",
              name: "A. Wedgwood (example)",
              email: "a@kilnlane.example",
              roles: ["TEACHER", "SCHOOL_LEAD"],
              school,
            },
            {
              id: "person_2",
              name: longName,
              email: `${"a".repeat(60)}@${"b".repeat(60)}.example`,
              roles: [],
              school: null,
            },
          ]}
        />
      ),
    },
    {
      name: "Roles, two of them held",
      show: (
        <RoleActs
          name="A. Wedgwood (example)"
          held={["TEACHER", "MENTOR", "SCHOOL_LEAD"]}
          canGive={["REVIEWER", "PUBLISHER", "ADMINISTRATOR"]}
          canTake={["MENTOR", "SCHOOL_LEAD"]}
          school={school.name}
        />
      ),
    },
    {
      name: "Roles of somebody without a school",
      show: (
        <RoleActs
          name={longName}
          held={["ADMINISTRATOR"]}
          canGive={["MENTOR", "REVIEWER", "PUBLISHER"]}
          canTake={[]}
          school={undefined}
        />
      ),
    },
    {
      name: "Schools somebody belonged to",
      show: (
        <MembershipHistory
          of={[
            { id: "membership_3", state: "REQUESTED", requestedAt: "2026-11-20T08:00:00Z", school },
            {
              id: "membership_2",
              state: "LEFT",
              basis: "INVITATION",
              requestedAt: since,
              decidedAt: since,
              endedAt: "2026-11-01T08:00:00Z",
              school: other,
            },
            { id: "membership_1", state: "DECLINED", requestedAt: since, decidedAt: since, school },
          ]}
        />
      ),
    },
    { name: "Without any school", show: <MembershipHistory of={[]} /> },
  ],
};
