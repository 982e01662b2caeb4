import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../../data/dates.ts";
import {
  type InvitationsAddress,
  invitationStateNames,
  toInvitationsPath,
} from "../../data/invitations-address.ts";
import { invitationStates, type RoleName, roleWords } from "../../data/people-words.ts";
import { Tag } from "../cards.tsx";
import { ConfirmedAct } from "./acts.tsx";
import styles from "./invitations.module.css";
import { Row, RowList } from "./row-list.tsx";

/** An invitation as whoever sent it sees it. */
export interface SentInvitation {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly role: RoleName;
  readonly school?: { readonly name: string } | null;
  readonly state: keyof typeof invitationStates;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly closedAt?: string | null;
  /** The list it came with. */
  readonly batchId?: string | null;
}

function datesOf({ state, createdAt, expiresAt, closedAt }: SentInvitation): string {
  const sent = `sent ${formatDay(createdAt)}`;
  if (state === "PENDING") return `${sent}, can be accepted until ${formatDay(expiresAt)}`;
  if (state === "EXPIRED") return `${sent}, expired ${formatDay(expiresAt)}`;
  return closedAt
    ? `${sent}, ${state === "ACCEPTED" ? "accepted" : "taken back"} ${formatDay(closedAt)}`
    : sent;
}

/** Invitations below each other; what waits can be taken back. */
export function InvitationList({
  of,
  withSchool,
}: {
  of: readonly SentInvitation[];
  /** Whether the school is worth saying. */
  withSchool: boolean;
}): ReactNode {
  return (
    <RowList label="Invitations">
      {of.map((invitation) => {
        const { id, email, name, role, school, state, batchId } = invitation;
        const facts = [
          name && email,
          roleWords[role].name,
          withSchool && (school?.name ?? "no school"),
          datesOf(invitation),
        ];
        return (
          <Row
            key={id}
            title={
              <>
                {name ?? email}{" "}
                {state !== "PENDING" && (
                  <Tag warm={state === "EXPIRED"}>{invitationStates[state].name}</Tag>
                )}
              </>
            }
            facts={
              <>
                {facts.filter(Boolean).join(", ")}
                {batchId && (
                  <>
                    {". "}
                    <Link to={`/people/invitations?${new URLSearchParams({ batch: batchId })}`}>
                      Came with a list
                    </Link>
                  </>
                )}
              </>
            }
          >
            {state === "PENDING" && (
              <ConfirmedAct
                ask="Take back …"
                intent="revoke"
                of={id}
                about={`the invitation of ${name ?? email}`}
                words={<p>The link in the message that we sent to {email} will stop working.</p>}
              >
                Take it back
              </ConfirmedAct>
            )}
          </Row>
        );
      })}
    </RowList>
  );
}

/** What became of them, as ways to narrow the list. */
export function StateTabs({ address }: { address: InvitationsAddress }): ReactNode {
  const first = { ...address, after: undefined };
  return (
    <nav aria-label="What became of them" className={styles.tabs}>
      <ul role="list">
        {[undefined, ...invitationStateNames].map((state) => (
          <li key={state ?? "all"}>
            <Link
              to={toInvitationsPath({ ...first, state })}
              aria-current={address.state === state ? "true" : undefined}
              preventScrollReset
            >
              {state ? invitationStates[state].name : "All"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
