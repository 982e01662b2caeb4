import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import type { Role } from "../kernel/viewer.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { ofScheme } from "../terms/term.reader.ts";
import { addressesById } from "./accounts.reader.ts";
import { canEndMembership } from "./membership.policy.ts";
import { Membership, MembershipState } from "./membership.entity.ts";
import { membershipsByPerson } from "./membership.reader.ts";
import { schoolsById } from "./people.reader.ts";
import { canManagePeople, canReadEmail, canUpdatePerson } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { PersonFilter, PersonUpdateInput } from "./person.inputs.ts";
import { listPeople, persons, termsByPerson } from "./person.reader.ts";
import { updatePerson } from "./person.service.ts";
import { RoleGrant } from "./role-grant.entity.ts";
import { canReadRoles, fitFor, rolesInHandOf } from "./role.policy.ts";
import { grantsByPerson, rolesByPerson } from "./role.reader.ts";
import { roleNames } from "./role.ts";
import { School } from "./school.entity.ts";

@ObjectType({ description: "What the viewer may do about a person." })
export class PersonAbilities {
  @Field(() => Boolean, { description: "Change their profile: personUpdate." })
  update!: boolean;

  @Field(() => Boolean, { description: "Remove them from their school: membershipEnd." })
  endMembership!: boolean;

  @Field(() => [roleNames], { description: "Roles they do not hold that the viewer may give." })
  grantRoles!: readonly Role[];

  @Field(() => [roleNames], { description: "Roles they hold that the viewer may take away." })
  revokeRoles!: readonly Role[];
}

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => persons.Connection, {
    description:
      "Everybody who has an account or stands in the record, by name. For administrators.",
  })
  people(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PersonFilter, {
      nullable: true,
      description: "Which people; all when left out.",
    })
    filter?: PersonFilter | null,
  ): Promise<Page<Person>> {
    return listPeople(ctx, filter ?? {}, pageRequest(page));
  }

  @Mutation(() => Person, {
    description:
      "Changes a profile. UNAUTHENTICATED when signed out, NOT_FOUND for whom the viewer may not see, FORBIDDEN for somebody else's; BAD_USER_INPUT names the field at fault.",
  })
  personUpdate(
    @Ctx() ctx: Context,
    @Arg("input", () => PersonUpdateInput, { description: "What to change." })
    input: PersonUpdateInput,
  ): Promise<Person> {
    return updatePerson(ctx, input);
  }

  @FieldResolver(() => School, {
    nullable: true,
    description: "The school they work at; null where none is known.",
  })
  school(@Root() person: Person, @Ctx() ctx: Context) {
    return person.schoolId === null ? null : ctx.load(schoolsById, person.schoolId);
  }

  @FieldResolver(() => [Term], { description: "SUBJECT terms: what they teach." })
  subjects(@Root() person: Person, @Ctx() ctx: Context): Promise<Term[]> {
    return termsOf(ctx, person, TermScheme.SUBJECT);
  }

  @FieldResolver(() => [Term], { description: "PHASE terms: where they work." })
  phases(@Root() person: Person, @Ctx() ctx: Context): Promise<Term[]> {
    return termsOf(ctx, person, TermScheme.PHASE);
  }

  @FieldResolver(() => [Term], { description: "TOPIC terms: what they take an interest in." })
  interests(@Root() person: Person, @Ctx() ctx: Context): Promise<Term[]> {
    return termsOf(ctx, person, TermScheme.TOPIC);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "E-mail address. Null for everybody but the person and administrators, and where they have no account.",
  })
  async email(@Root() person: Person, @Ctx() ctx: Context): Promise<string | null> {
    if (!canReadEmail(ctx.viewer, person)) return null;
    return (await ctx.load(addressesById, person.id))?.email ?? null;
  }

  @FieldResolver(() => [roleNames], {
    nullable: true,
    description:
      "Roles they hold. Null for everybody but the person, members of their school and administrators.",
  })
  async roles(@Root() person: Person, @Ctx() ctx: Context): Promise<Role[] | null> {
    if (!canReadRoles(ctx.viewer, person)) return null;
    return (await ctx.load(rolesByPerson, person.id)) ?? [];
  }

  @FieldResolver(() => [RoleGrant], {
    nullable: true,
    description:
      "Every role they were given, the latest first. Null for everybody but the person and administrators.",
  })
  async roleGrants(@Root() person: Person, @Ctx() ctx: Context): Promise<RoleGrant[] | null> {
    if (!canUpdatePerson(ctx.viewer, person)) return null;
    return (await ctx.load(grantsByPerson, person.id)) ?? [];
  }

  @FieldResolver(() => [Membership], {
    description: "Their memberships of schools that the viewer may see, the latest first.",
  })
  async memberships(@Root() person: Person, @Ctx() ctx: Context): Promise<Membership[]> {
    return ctx.viewer.kind === "person"
      ? ((await ctx.load(membershipsByPerson, person.id)) ?? [])
      : [];
  }

  @FieldResolver(() => PersonAbilities, { description: "What the viewer may do about them." })
  async viewerCan(@Root() person: Person, @Ctx() ctx: Context): Promise<PersonAbilities> {
    const { viewer } = ctx;
    const inHand = rolesInHandOf(viewer, person);
    const held = inHand.length > 0 ? ((await ctx.load(rolesByPerson, person.id)) ?? []) : [];
    const manages = person.schoolId !== null && (inHand.length > 0 || canManagePeople(viewer));
    const active = manages
      ? (await ctx.load(membershipsByPerson, person.id))?.find(
          ({ state }) => state === MembershipState.ACTIVE,
        )
      : undefined;
    return {
      update: canUpdatePerson(viewer, person),
      endMembership: active !== undefined && canEndMembership(viewer, active),
      grantRoles: fitFor(person, inHand).filter((role) => !held.includes(role)),
      revokeRoles: inHand.filter((role) => held.includes(role)),
    };
  }
}

const termsOf = async (ctx: Context, { id }: Person, scheme: TermScheme): Promise<Term[]> =>
  ofScheme(await ctx.load(termsByPerson, id), scheme);
