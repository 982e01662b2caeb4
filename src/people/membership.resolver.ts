import {
  Arg,
  Args,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { Membership } from "./membership.entity.ts";
import {
  canCancelMembership,
  canDecideMembership,
  canEndMembership,
  canLeaveMembership,
} from "./membership.policy.ts";
import { membersOfSchool, memberships, requestsOfSchool } from "./membership.reader.ts";
import {
  approveMembership,
  cancelMembership,
  declineMembership,
  endMembership,
  leaveMembership,
  requestMembership,
} from "./membership.service.ts";
import { personsById, schoolsById } from "./people.reader.ts";
import { Person } from "./person.entity.ts";
import { persons } from "./person.reader.ts";
import { School } from "./school.entity.ts";

@ObjectType({ description: "What the viewer may do about a membership as it stands." })
export class MembershipAbilities {
  @Field(() => Boolean, { description: "Approve or decline the request." })
  decide!: boolean;

  @Field(() => Boolean, { description: "Take their own request back: membershipCancel." })
  cancel!: boolean;

  @Field(() => Boolean, { description: "Leave the school: membershipLeave." })
  leave!: boolean;

  @Field(() => Boolean, { description: "Remove the member from the school: membershipEnd." })
  end!: boolean;
}

@ObjectType({
  description:
    "The request was made. Its state is ACTIVE where the viewer's address made them a member at once, REQUESTED where a lead decides.",
})
export class MembershipRequested {
  @Field(() => Membership, { description: "The request, or the membership it became." })
  membership!: Membership;
}

@ObjectType({
  description:
    "Nothing was asked for, because another request waits: take that one back first (membershipCancel), or wait.",
})
export class MembershipRequestWaiting {
  @Field(() => Membership, { description: "The request that waits." })
  membership!: Membership;
}

export const MembershipRequestOutcome = createUnionType({
  name: "MembershipRequestOutcome",
  description: "What came of asking to join a school.",
  types: () => [MembershipRequested, MembershipRequestWaiting] as const,
  resolveType: (value) => (value as unknown as { outcome: string }).outcome,
});

const changed =
  "UNAUTHENTICATED when signed out, NOT_FOUND for one the viewer may not see, FORBIDDEN for one that is not theirs to change";
const idOf = "Id of the membership, membership_…";

@Resolver(() => Membership)
export class MembershipResolver {
  @Mutation(() => MembershipRequestOutcome, {
    description:
      "Asks to join a school: at once where the viewer's verified e-mail address is of a domain listed for it, otherwise when a lead of the school approves. Whoever belongs to another school leaves it then, not before. NOT_FOUND for no such school, BAD_USER_INPUT for one that has closed, CONFLICT for a member of it, RATE_LIMITED after ten in a day. Those who decide get at most one mail a day about a person and a school.",
  })
  async membershipRequest(
    @Ctx() ctx: Context,
    @Arg("schoolId", () => ID, { description: "Id of the school, school_…" }) schoolId: string,
  ) {
    const { kind, membership } = await requestMembership(ctx, schoolId);
    const outcome = kind === "made" ? "MembershipRequested" : "MembershipRequestWaiting";
    return { outcome, membership };
  }

  @Mutation(() => Membership, {
    description: `Approves a request: the person is a member from now on, and of no other school. For leads of the school and administrators. ${changed}, CONFLICT where it has been decided, saying by whom and when.`,
  })
  membershipApprove(@Ctx() ctx: Context, @Arg("id", () => ID, { description: idOf }) id: string) {
    return approveMembership(ctx, id);
  }

  @Mutation(() => Membership, {
    description: `Declines a request. For leads of the school and administrators. ${changed}, CONFLICT where it has been decided, saying by whom and when.`,
  })
  membershipDecline(@Ctx() ctx: Context, @Arg("id", () => ID, { description: idOf }) id: string) {
    return declineMembership(ctx, id);
  }

  @Mutation(() => Membership, {
    description: `Takes the viewer's own request back. ${changed}, CONFLICT where it has been decided.`,
  })
  membershipCancel(@Ctx() ctx: Context, @Arg("id", () => ID, { description: idOf }) id: string) {
    return cancelMembership(ctx, id);
  }

  @Mutation(() => Membership, {
    description: `The viewer leaves their school, and leads it no longer. ${changed}, CONFLICT where the membership is over.`,
  })
  membershipLeave(@Ctx() ctx: Context, @Arg("id", () => ID, { description: idOf }) id: string) {
    return leaveMembership(ctx, id);
  }

  @Mutation(() => Membership, {
    description: `Removes a member from a school. For its leads and administrators. ${changed}, CONFLICT where the membership is over.`,
  })
  membershipEnd(@Ctx() ctx: Context, @Arg("id", () => ID, { description: idOf }) id: string) {
    return endMembership(ctx, id);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Whose it is; null where the viewer may not see them.",
  })
  person(@Root() { personId }: Membership, @Ctx() ctx: Context) {
    return ctx.load(personsById, personId);
  }

  @FieldResolver(() => School, { description: "Of which school." })
  school(@Root() { schoolId }: Membership, @Ctx() ctx: Context) {
    return ctx.load(schoolsById, schoolId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description:
      "Who approved, declined or took it back; null where nobody did or the viewer may not see them.",
  })
  decidedBy(@Root() { decidedById }: Membership, @Ctx() ctx: Context) {
    return decidedById === null ? null : ctx.load(personsById, decidedById);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who ended it; null where nobody did or the viewer may not see them.",
  })
  endedBy(@Root() { endedById }: Membership, @Ctx() ctx: Context) {
    return endedById === null ? null : ctx.load(personsById, endedById);
  }

  @FieldResolver(() => MembershipAbilities, { description: "What the viewer may do about it." })
  viewerCan(@Root() membership: Membership, @Ctx() { viewer }: Context): MembershipAbilities {
    return {
      decide: canDecideMembership(viewer, membership),
      cancel: canCancelMembership(viewer, membership),
      leave: canLeaveMembership(viewer, membership),
      end: canEndMembership(viewer, membership),
    };
  }
}

@Resolver(() => School)
export class SchoolMembersResolver {
  @FieldResolver(() => persons.Connection, {
    description:
      "Its members that the viewer may see, by name: all of them for members and administrators, for others who stands behind public work.",
  })
  members(
    @Root() { id }: School,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Person>> {
    return membersOfSchool(ctx, id, pageRequest(page));
  }

  @FieldResolver(() => memberships.Connection, {
    description:
      "Requests to join it that wait, the longest first: all for its leads and administrators, their own for others.",
  })
  membershipRequests(
    @Root() { id }: School,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Membership>> {
    return requestsOfSchool(ctx, id, pageRequest(page));
  }
}
