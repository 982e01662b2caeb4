import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Person } from "./person.entity.ts";
import { type GrantedRole, roleNames } from "./role.ts";
import { School } from "./school.entity.ts";

@ObjectType({ description: "That somebody was given a role. Grants are kept as history." })
@Entity()
export class RoleGrant {
  @Field(() => ID, { description: "Typed id, grant_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("grant");

  @ManyToOne(() => Person, { mapToPk: true, fieldName: "person_id", index: true })
  personId!: string;

  @Field(() => roleNames, { description: "Which role." })
  @Enum({ items: () => roleNames, type: "text" })
  role!: GrantedRole;

  /** The school that a SCHOOL_LEAD leads; null for any other role. */
  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @Field(() => GraphQLDateTime, { description: "When it was given." })
  @Property({ type: "datetime" })
  grantedAt: Date & Opt = new Date();

  /** Null where it was given from the command line or with the record. */
  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "granted_by_id" })
  grantedById: string | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was taken away; null while it is held.",
  })
  @Property({ type: "datetime", nullable: true })
  revokedAt: Date | null = null;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "revoked_by_id" })
  revokedById: string | null = null;

  /** The role is no longer held. */
  revoke(by: string | null, at: Date): void {
    this.revokedAt = at;
    this.revokedById = by;
  }
}
