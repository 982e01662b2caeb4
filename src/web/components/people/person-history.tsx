import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../../data/dates.ts";
import {
  basisInWords,
  membershipInWords,
  type RoleName,
  roleWords,
} from "../../data/people-words.ts";
import { Row, RowList } from "./row-list.tsx";

/** A membership, past or present. */
export interface PastMembership {
  readonly id: string;
  readonly state: keyof typeof membershipInWords;
  readonly basis?: keyof typeof basisInWords | null;
  readonly requestedAt: string;
  readonly decidedAt?: string | null;
  readonly endedAt?: string | null;
  readonly school: { readonly urn: number; readonly name: string };
}

function wordsOf({ state, basis, requestedAt, decidedAt, endedAt }: PastMembership): string {
  const how = basis ? `, ${basisInWords[basis]}` : "";
  switch (state) {
    case "REQUESTED":
      return `${membershipInWords[state]}, asked on ${formatDay(requestedAt)}`;
    case "ACTIVE":
      return `Member since ${formatDay(decidedAt ?? requestedAt)}${how}`;
    case "LEFT":
      return `Member from ${formatDay(decidedAt ?? requestedAt)} to ${formatDay(endedAt ?? requestedAt)}${how}`;
    default:
      return `Asked on ${formatDay(requestedAt)}. ${membershipInWords[state]}${decidedAt ? ` on ${formatDay(decidedAt)}` : ""}`;
  }
}

/** Schools somebody belongs to, belonged to or asked, the newest first. */
export function MembershipHistory({ of }: { of: readonly PastMembership[] }): ReactNode {
  if (of.length === 0) return <p>They have never belonged to a school here.</p>;
  return (
    <RowList label="Schools, the newest first">
      {of.map((membership) => (
        <Row
          key={membership.id}
          title={<Link to={`/schools/${membership.school.urn}`}>{membership.school.name}</Link>}
          facts={wordsOf(membership)}
        />
      ))}
    </RowList>
  );
}

/** A role that was given once. */
export interface PastGrant {
  readonly id: string;
  readonly role: RoleName;
  readonly grantedAt: string;
  readonly revokedAt?: string | null;
  readonly school?: { readonly name: string } | null;
  readonly grantedBy?: { readonly name: string } | null;
}

/** Roles somebody was given, the newest first. */
export function RoleHistory({ of }: { of: readonly PastGrant[] }): ReactNode {
  if (of.length === 0) return <p>They were never given a role.</p>;
  return (
    <RowList label="Roles so far, the newest first">
      {of.map(({ id, role, grantedAt, revokedAt, school, grantedBy }) => (
        <Row
          key={id}
          title={`${roleWords[role].name}${school ? ` of ${school.name}` : ""}`}
          facts={`${revokedAt ? `From ${formatDay(grantedAt)} to ${formatDay(revokedAt)}` : `Since ${formatDay(grantedAt)}`}${grantedBy ? `, given by ${grantedBy.name}` : ""}`}
        />
      ))}
    </RowList>
  );
}
