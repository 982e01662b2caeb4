import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Batch, Context } from "../kernel/context.ts";
import type { Role } from "../kernel/viewer.ts";
import { personsById } from "./people.reader.ts";
import { canManageSchool } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { rolesToInviteTo } from "./role.policy.ts";
import { roleNames } from "./role.ts";
import { SchoolDomain } from "./school-domain.entity.ts";
import { addSchoolDomain, removeSchoolDomain } from "./school-domain.service.ts";
import { School, SchoolStatus } from "./school.entity.ts";

@ObjectType({ description: "What the viewer may do about a school." })
export class SchoolAbilities {
  @Field(() => Boolean, {
    description: "Decide on its requests and members, and list its domains.",
  })
  manage!: boolean;

  @Field(() => Boolean, { description: "Ask to join it: membershipRequest." })
  requestMembership!: boolean;

  @Field(() => [roleNames], { description: "Roles the viewer may invite people to there." })
  inviteRoles!: readonly Role[];
}

const domainsBySchool: Batch<SchoolDomain[]> = async ({ em }, ids) => {
  const rows = (await em
    .createQueryBuilder(SchoolDomain)
    .where({ schoolId: { $in: [...ids] } })
    .orderBy({ domain: "asc" })
    .execute()) as SchoolDomain[];
  return Map.groupBy(rows, ({ schoolId }) => schoolId);
};

@Resolver(() => SchoolDomain)
export class SchoolDomainResolver {
  @Mutation(() => School, {
    description:
      "Lists a domain of e-mail addresses that only staff of this school have. For its leads, who list that of their own verified address, and administrators. UNAUTHENTICATED when signed out, NOT_FOUND for no such school, FORBIDDEN for others, BAD_USER_INPUT for a domain that cannot be a school's, CONFLICT for one that is listed.",
  })
  schoolDomainAdd(
    @Ctx() ctx: Context,
    @Arg("schoolId", () => ID, { description: "Id of the school, school_…" }) schoolId: string,
    @Arg("domain", () => String, { description: "What stands after the @: school.example." })
    domain: string,
  ): Promise<School> {
    return addSchoolDomain(ctx, schoolId, domain);
  }

  @Mutation(() => School, {
    description:
      "Takes a domain off the list; who joined by it stays a member. UNAUTHENTICATED when signed out, NOT_FOUND for one that is not the viewer's to manage.",
  })
  schoolDomainRemove(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Id of the domain, domain_…" }) id: string,
  ): Promise<School> {
    return removeSchoolDomain(ctx, id);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who listed it; null where the viewer may not see them.",
  })
  addedBy(@Root() { addedById }: SchoolDomain, @Ctx() ctx: Context) {
    return addedById === null ? null : ctx.load(personsById, addedById);
  }
}

@Resolver(() => School)
export class SchoolManagementResolver {
  @FieldResolver(() => [SchoolDomain], {
    nullable: true,
    description:
      "Domains of e-mail addresses whose owners join without approval, by name. Null for everybody but its leads and administrators.",
  })
  async domains(@Root() { id }: School, @Ctx() ctx: Context): Promise<SchoolDomain[] | null> {
    return canManageSchool(ctx.viewer, id) ? ((await ctx.load(domainsBySchool, id)) ?? []) : null;
  }

  @FieldResolver(() => SchoolAbilities, { description: "What the viewer may do about it." })
  viewerCan(@Root() { id, status }: School, @Ctx() { viewer }: Context): SchoolAbilities {
    return {
      manage: canManageSchool(viewer, id),
      requestMembership:
        viewer.kind === "person" && viewer.schoolId !== id && status !== SchoolStatus.CLOSED,
      inviteRoles: rolesToInviteTo(viewer, id),
    };
  }
}
