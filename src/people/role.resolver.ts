import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import type { Role } from "../kernel/viewer.ts";
import { personsById, schoolsById } from "./people.reader.ts";
import { Person } from "./person.entity.ts";
import { RoleGrant } from "./role-grant.entity.ts";
import { grantRole, revokeRole } from "./role.service.ts";
import { roleNames } from "./role.ts";
import { School } from "./school.entity.ts";

const errors =
  "UNAUTHENTICATED when signed out, NOT_FOUND for whom the viewer may not see, FORBIDDEN for a role that is not theirs to decide on, BAD_USER_INPUT for TEACHER";
const personDescription = "Id of the person, person_…";

@Resolver(() => RoleGrant)
export class RoleResolver {
  @Mutation(() => Person, {
    description: `Gives somebody a role: an administrator any, a lead of a school SCHOOL_LEAD to a member of it. SCHOOL_LEAD is that of the school they are a member of. ${errors}, CONFLICT where they hold it already, or lead no school because they belong to none.`,
  })
  roleGrant(
    @Ctx() ctx: Context,
    @Arg("personId", () => ID, { description: personDescription }) personId: string,
    @Arg("role", () => roleNames, { description: "Which role." }) role: Role,
  ): Promise<Person> {
    return grantRole(ctx, personId, role);
  }

  @Mutation(() => Person, {
    description: `Takes a role away, from whom the viewer could give it. ${errors}, CONFLICT where they do not hold it, or are the last administrator.`,
  })
  roleRevoke(
    @Ctx() ctx: Context,
    @Arg("personId", () => ID, { description: personDescription }) personId: string,
    @Arg("role", () => roleNames, { description: "Which role." }) role: Role,
  ): Promise<Person> {
    return revokeRole(ctx, personId, role);
  }

  @FieldResolver(() => School, {
    nullable: true,
    description: "The school that is led; null for any other role.",
  })
  school(@Root() { schoolId }: RoleGrant, @Ctx() ctx: Context) {
    return schoolId === null ? null : ctx.load(schoolsById, schoolId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who gave it; null where it came with the record or the viewer may not see them.",
  })
  grantedBy(@Root() { grantedById }: RoleGrant, @Ctx() ctx: Context) {
    return grantedById === null ? null : ctx.load(personsById, grantedById);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who took it away; null while it is held or where the viewer may not see them.",
  })
  revokedBy(@Root() { revokedById }: RoleGrant, @Ctx() ctx: Context) {
    return revokedById === null ? null : ctx.load(personsById, revokedById);
  }
}
