import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Person } from "./person.entity.ts";
import { School } from "./school.entity.ts";

/** How far a membership has come. */
export enum MembershipState {
  REQUESTED = "REQUESTED",
  ACTIVE = "ACTIVE",
  DECLINED = "DECLINED",
  CANCELLED = "CANCELLED",
  LEFT = "LEFT",
}
registerEnumType(MembershipState, {
  name: "MembershipState",
  description: "How far a membership of a school has come.",
  valuesConfig: {
    REQUESTED: { description: "Asked for; a lead of the school has not decided yet." },
    ACTIVE: { description: "A member of the school." },
    DECLINED: { description: "Asked for and declined." },
    CANCELLED: { description: "Asked for and taken back by the person." },
    LEFT: { description: "Over: the person left, moved to another school, or was removed." },
  },
});

/** What made a membership active. */
export enum MembershipBasis {
  APPROVAL = "APPROVAL",
  EMAIL_DOMAIN = "EMAIL_DOMAIN",
  INVITATION = "INVITATION",
  RECORD = "RECORD",
}
registerEnumType(MembershipBasis, {
  name: "MembershipBasis",
  description: "What made somebody a member of a school.",
  valuesConfig: {
    APPROVAL: { description: "A lead of the school or an administrator approved the request." },
    EMAIL_DOMAIN: { description: "Their verified e-mail address is of a domain of the school." },
    INVITATION: { description: "They accepted an invitation." },
    RECORD: { description: "It was in the record before there were requests." },
  },
});

@ObjectType({
  description:
    "That somebody belongs, asked to belong, or once belonged to a school. Memberships are kept as history: a person has at most one that is asked for and one that is active.",
})
@Entity()
export class Membership {
  @Field(() => ID, { description: "Typed id, membership_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("membership");

  @ManyToOne(() => Person, { mapToPk: true, fieldName: "person_id", index: true })
  personId!: string;

  @ManyToOne(() => School, { mapToPk: true, fieldName: "school_id", index: true })
  schoolId!: string;

  @Field(() => MembershipState, { description: "How far it has come." })
  @Enum({ items: () => MembershipState, type: "text" })
  state: MembershipState & Opt = MembershipState.REQUESTED;

  @Field(() => MembershipBasis, {
    nullable: true,
    description: "What made them a member; null where they never were.",
  })
  @Enum({ items: () => MembershipBasis, type: "text", nullable: true })
  basis: MembershipBasis | null = null;

  @Field(() => GraphQLDateTime, { description: "When it was asked for, or began." })
  @Property({ type: "datetime" })
  requestedAt: Date & Opt = new Date();

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was approved, declined or taken back; null while it waits.",
  })
  @Property({ type: "datetime", nullable: true })
  decidedAt: Date | null = null;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "decided_by_id" })
  decidedById: string | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it ended; null while it is active and where it never was.",
  })
  @Property({ type: "datetime", nullable: true })
  endedAt: Date | null = null;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "ended_by_id" })
  endedById: string | null = null;

  /** The person is a member from now on. Ask only what is REQUESTED. */
  activate(basis: MembershipBasis, by: string | null, at: Date): void {
    this.state = MembershipState.ACTIVE;
    this.basis = basis;
    this.decidedAt = at;
    this.decidedById = by;
  }

  /** The request comes to nothing. Ask only what is REQUESTED. */
  close(state: MembershipState.DECLINED | MembershipState.CANCELLED, by: string, at: Date): void {
    this.state = state;
    this.decidedAt = at;
    this.decidedById = by;
  }

  /** The person is no member any more. Ask only what is ACTIVE. */
  end(by: string | null, at: Date): void {
    this.state = MembershipState.LEFT;
    this.endedAt = at;
    this.endedById = by;
  }
}
