import type { ReactNode } from "react";
import { formatDay } from "../../data/dates.ts";
import { invitationStates, type RoleName, roleWords } from "../../data/people-words.ts";
import { Tag } from "../cards.tsx";
import { ConfirmedAct } from "./acts.tsx";
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
        const { id, email, name, role, school, state } = invitation;
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
            facts={facts.filter(Boolean).join(", ")}
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
