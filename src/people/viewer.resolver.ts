import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import type { Role } from "../kernel/viewer.ts";
import { addressesById } from "./accounts.reader.ts";
import { Membership, MembershipState } from "./membership.entity.ts";
import { membershipsByPerson } from "./membership.reader.ts";
import { personsById } from "./people.reader.ts";
import { Permission, permissionsOf } from "./permission.ts";
import { Person } from "./person.entity.ts";
import { rolesByPerson } from "./role.reader.ts";
import { roleNames } from "./role.ts";

@ObjectType("Viewer", { description: "Who is asking." })
export class ViewerView {
  @Field(() => [roleNames], {
    description: "Roles they act in now; empty for anonymous readers.",
  })
  roles!: readonly Role[];

  @Field(() => [Permission], {
    description: "What they may do apart from any one record, by their roles.",
  })
  permissions!: readonly Permission[];
}

@Resolver(() => ViewerView)
export class ViewerResolver {
  @Query(() => ViewerView, { name: "viewer", description: "Who is asking." })
  viewer(@Ctx() { viewer }: Context): ViewerView {
    return {
      roles: viewer.kind === "person" ? viewer.roles : [],
      permissions: permissionsOf(viewer),
    };
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "The person signed in; null for anonymous readers.",
  })
  async person(@Ctx() ctx: Context): Promise<Person | null> {
    const id = personIdOf(ctx);
    return id === null ? null : ((await ctx.load(personsById, id)) ?? null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Their e-mail address; null for anonymous readers.",
  })
  async email(@Ctx() ctx: Context): Promise<string | null> {
    const id = personIdOf(ctx);
    return id === null ? null : ((await ctx.load(addressesById, id))?.email ?? null);
  }

  @FieldResolver(() => [roleNames], {
    description:
      "Roles they were given but do not act in, because this site requires a second factor for them and none is set up.",
  })
  async withheldRoles(@Ctx() ctx: Context): Promise<Role[]> {
    const { viewer } = ctx;
    if (viewer.kind !== "person") return [];
    const given = (await ctx.load(rolesByPerson, viewer.personId)) ?? [];
    return given.filter((role) => role !== "TEACHER" && !viewer.roles.includes(role));
  }

  @FieldResolver(() => Membership, {
    nullable: true,
    description: "Their membership of the school they belong to; null where they belong to none.",
  })
  async membership(@Ctx() ctx: Context): Promise<Membership | null> {
    return ofState(await ownMemberships(ctx), MembershipState.ACTIVE);
  }

  @FieldResolver(() => Membership, {
    nullable: true,
    description: "Their request to join a school that waits to be decided; null where none does.",
  })
  async membershipRequest(@Ctx() ctx: Context): Promise<Membership | null> {
    return ofState(await ownMemberships(ctx), MembershipState.REQUESTED);
  }

  @FieldResolver(() => [Membership], {
    description: "All their memberships and requests, the latest first.",
  })
  memberships(@Ctx() ctx: Context): Promise<Membership[]> {
    return ownMemberships(ctx);
  }
}

const personIdOf = ({ viewer }: Context): string | null =>
  viewer.kind === "person" ? viewer.personId : null;

async function ownMemberships(ctx: Context): Promise<Membership[]> {
  const id = personIdOf(ctx);
  return id === null ? [] : ((await ctx.load(membershipsByPerson, id)) ?? []);
}

const ofState = (all: readonly Membership[], state: MembershipState): Membership | null =>
  all.find((each) => each.state === state) ?? null;
