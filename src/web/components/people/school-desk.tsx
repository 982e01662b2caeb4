import type { ReactNode } from "react";
import { formatDay } from "../../data/dates.ts";
import { Field } from "../form/field.tsx";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Act, ConfirmedAct } from "./acts.tsx";
import { Row, RowList } from "./row-list.tsx";
import styles from "./stack.module.css";

/** Somebody who asks to belong to the school. */
export interface JoinRequest {
  readonly id: string;
  readonly requestedAt: string;
  /** Null for somebody who has deleted their account meanwhile. */
  readonly person?: {
    readonly name: string;
    readonly school?: { readonly name: string } | null;
  } | null;
}

/** Requests that wait for a decision, the oldest first. */
export function JoinRequests({ of }: { of: readonly JoinRequest[] }): ReactNode {
  if (of.length === 0) return <p>Nobody is waiting for your decision.</p>;
  return (
    <RowList label="Requests to join">
      {of.map(({ id, requestedAt, person }) => {
        const name = person?.name ?? "Somebody";
        return (
          <Row
            key={id}
            title={name}
            facts={[
              `Asked on ${formatDay(requestedAt)}`,
              person?.school && `now at ${person.school.name}`,
            ]
              .filter(Boolean)
              .join(", ")}
          >
            <Act intent="approve" of={id} about={name} look="main">
              Approve
            </Act>
            <ConfirmedAct
              ask="Decline …"
              intent="decline"
              of={id}
              about={name}
              words={
                <p>
                  {name} will be told that the school did not confirm the request, and can ask
                  again.
                </p>
              }
            >
              Decline
            </ConfirmedAct>
          </Row>
        );
      })}
    </RowList>
  );
}

/** A member of the school, and what the viewer may do about them. */
export interface SchoolMember {
  readonly person: { readonly id: string; readonly name: string };
  /** Id of the membership, and since when; undefined where the viewer may not know. */
  readonly membership: string | undefined;
  readonly since: string | undefined;
  readonly leads: boolean;
  readonly canEnd: boolean;
  readonly canMakeLead: boolean;
  readonly canUnmakeLead: boolean;
}

/** Everybody at the school; for its lead, with what can be done. */
export function SchoolMembers({
  of,
  self,
}: {
  of: readonly SchoolMember[];
  /** Id of the person who looks. */
  self: string;
}): ReactNode {
  return (
    <RowList label="People at the school">
      {of.map((member) => {
        const { person, since, leads } = member;
        const isSelf = person.id === self;
        const facts = [leads && "School lead", since && `since ${formatDay(since)}`]
          .filter(Boolean)
          .join(", ");
        return (
          <Row
            key={person.id}
            title={isSelf ? `${person.name} (you)` : person.name}
            facts={facts.charAt(0).toUpperCase() + facts.slice(1)}
          >
            {(member.canEnd || member.canMakeLead || member.canUnmakeLead) && (
              <MemberActs of={member} isSelf={isSelf} />
            )}
          </Row>
        );
      })}
    </RowList>
  );
}

function MemberActs({ of, isSelf }: { of: SchoolMember; isSelf: boolean }): ReactNode {
  const { id, name } = of.person;
  return (
    <>
      {of.canMakeLead && (
        <ConfirmedAct
          ask="Make a lead …"
          intent="make-lead"
          of={id}
          about={name}
          look="main"
          words={
            <p>
              {name} will decide on requests, members, e-mail domains and invitations of this
              school, as you do.
            </p>
          }
        >
          Make a lead
        </ConfirmedAct>
      )}
      {of.canUnmakeLead && (
        <ConfirmedAct
          ask="No longer a lead …"
          intent="unmake-lead"
          of={id}
          about={name}
          words={
            <p>
              {isSelf
                ? "You stay a member, but will no longer decide on requests, members and invitations. Only another lead or an administrator can make you one again."
                : `${name} stays a member, but will no longer decide on requests, members and invitations.`}
            </p>
          }
        >
          {isSelf ? "Give the role back" : "Take the role back"}
        </ConfirmedAct>
      )}
      {of.canEnd && of.membership !== undefined && (
        <ConfirmedAct
          ask="End membership …"
          intent="end"
          of={of.membership}
          about={name}
          words={
            <p>
              {name} will no longer read what is shared with the school. Their account and what they
              wrote stay theirs.
            </p>
          }
        >
          End the membership
        </ConfirmedAct>
      )}
    </>
  );
}

/** A domain of e-mail addresses that only staff of the school have. */
export interface EmailDomain {
  readonly id: string;
  readonly domain: string;
  readonly addedAt: string;
}

/** The domains that let people join at once, and one more. */
export function EmailDomains({
  school,
  of,
  outcome,
}: {
  /** Id of the school. */
  school: string;
  of: readonly EmailDomain[];
  outcome: FormOutcome | undefined;
}): ReactNode {
  return (
    <div className={styles.stack}>
      <p>
        Whoever has confirmed an e-mail address at one of these domains joins the school at once,
        without a request. List only domains whose addresses all belong to staff: not pupils, not
        other schools of a trust.
      </p>
      {of.length > 0 && (
        <RowList label="Listed domains">
          {of.map(({ id, domain, addedAt }) => (
            <Row key={id} title={`@${domain}`} facts={`Listed on ${formatDay(addedAt)}`}>
              <ConfirmedAct
                ask="Remove …"
                intent="remove-domain"
                of={id}
                about={domain}
                words={
                  <p>
                    From now on people with such an address ask to join like everybody else. Who has
                    joined stays.
                  </p>
                }
              >
                Remove the domain
              </ConfirmedAct>
            </Row>
          ))}
        </RowList>
      )}
      <PostForm intent="add-domain" outcome={outcome}>
        <input type="hidden" name="school" value={school} />
        <Field
          name="domain"
          label="Domain"
          hint="What stands after the @ of your own address. An administrator lists other ones."
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <SubmitButton look="other">List the domain</SubmitButton>
      </PostForm>
    </div>
  );
}
