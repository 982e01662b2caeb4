import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import type { Role } from "../kernel/viewer.ts";
import { Person } from "./person.entity.ts";
import { roleNames } from "./role.ts";
import { School } from "./school.entity.ts";

/** What became of an invitation, as it is stored. */
export enum InvitationState {
  PENDING = "PENDING",
  ACCEPTED = "ACCEPTED",
  REVOKED = "REVOKED",
  EXPIRED = "EXPIRED",
}
registerEnumType(InvitationState, {
  name: "InvitationState",
  description: "What became of an invitation.",
  valuesConfig: {
    PENDING: { description: "Sent, and waiting for an answer." },
    ACCEPTED: { description: "Accepted." },
    REVOKED: { description: "Taken back." },
    EXPIRED: { description: "Not accepted in time." },
  },
});

@ObjectType({ description: "An invitation by e-mail to a school, a role, or both." })
@Entity()
export class Invitation {
  @Field(() => ID, { description: "Typed id, invitation_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("invitation");

  @Field(() => String, { description: "Address it was sent to, in lower case." })
  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true, description: "Name of the invited, if it was given." })
  @Property({ type: "text", nullable: true })
  name: string | null = null;

  @Field(() => roleNames, {
    description: "The role they are to have; TEACHER for no more than an account.",
  })
  @Enum({ items: () => roleNames, type: "text" })
  role!: Role;

  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @ManyToOne(() => Person, {
    mapToPk: true,
    nullable: true,
    fieldName: "invited_by_id",
    index: true,
  })
  invitedById: string | null = null;

  /** SHA-256 of the secret in the invitation's address; the secret itself is in the mail alone. */
  @Property({ type: "text", unique: true })
  tokenHash!: string;

  /** PENDING also past its time: see `stateAt`. */
  @Enum({ items: () => InvitationState, type: "text" })
  state: InvitationState & Opt = InvitationState.PENDING;

  @Field(() => GraphQLDateTime, { description: "When it was sent." })
  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  @Field(() => GraphQLDateTime, { description: "Until when it can be accepted." })
  @Property({ type: "datetime" })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was accepted or taken back; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  closedAt: Date | null = null;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "accepted_by_id" })
  acceptedById: string | null = null;

  @Field(() => ID, {
    nullable: true,
    description: "The file it came with, batch_…; null for a single one.",
  })
  @Property({ type: "text", nullable: true })
  batchId: string | null = null;

  /** It has been accepted by this person. */
  accept(personId: string, at: Date): void {
    this.state = InvitationState.ACCEPTED;
    this.acceptedById = personId;
    this.closedAt = at;
  }

  /** It leads nowhere any more. */
  revoke(at: Date): void {
    this.state = InvitationState.REVOKED;
    this.closedAt = at;
  }
}

/** What became of an invitation by now. */
export const stateAt = (
  invitation: Pick<Invitation, "state" | "expiresAt">,
  now: Date,
): InvitationState =>
  invitation.state === InvitationState.PENDING && invitation.expiresAt <= now
    ? InvitationState.EXPIRED
    : invitation.state;
