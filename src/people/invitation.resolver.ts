import {
  Arg,
  Args,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import type { Role } from "../kernel/viewer.ts";
import { verifiedEmail } from "./accounts.reader.ts";
import { acceptInvitation } from "./invitation-accept.service.ts";
import { importInvitations } from "./invitation-import.service.ts";
import { Invitation, InvitationState, stateAt } from "./invitation.entity.ts";
import { InvitationCreateInput, InvitationFilter } from "./invitation.inputs.ts";
import { invitationByToken, invitations, listInvitations } from "./invitation.reader.ts";
import { createInvitation, revokeInvitation, undoBatch } from "./invitation.service.ts";
import { personsById, schoolsById } from "./people.reader.ts";
import { Person } from "./person.entity.ts";
import { roleNames } from "./role.ts";
import { School } from "./school.entity.ts";

@ObjectType({ description: "The invitation was sent." })
export class InvitationSent {
  @Field(() => Invitation, { description: "It." })
  invitation!: Invitation;
}

@ObjectType({
  description:
    "Nothing was sent: this address is of somebody who already has an account. An administrator may give them a role: roleGrant.",
})
export class PersonHasAccount {
  @Field(() => Person, { description: "Who they are." })
  person!: Person;
}

export const InvitationCreateOutcome = createUnionType({
  name: "InvitationCreateOutcome",
  description: "What came of inviting somebody.",
  types: () => [InvitationSent, PersonHasAccount] as const,
  resolveType: (value) => ("invitation" in value ? "InvitationSent" : "PersonHasAccount"),
});

@ObjectType({ description: "A row of a list that was, or would be, invited." })
export class InvitationImportRow {
  @Field(() => Int, { description: "Its line, from 1, the column names included." })
  line!: number;

  @Field(() => String, { description: "E-mail address as it was understood." })
  email!: string;

  @Field(() => String, { nullable: true, description: "Name, if one was given." })
  name!: string | null;

  @Field(() => roleNames, { description: "Role." })
  role!: Role;

  @Field(() => School, { nullable: true, description: "School they are to join." })
  school!: School | null;
}

@ObjectType({ description: "A row of a list that cannot be used." })
export class InvitationImportFault {
  @Field(() => Int, { description: "Its line, from 1, the column names included." })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: "Column at fault: email, name, school or role; null for the row as a whole.",
  })
  column!: string | null;

  @Field(() => String, { description: "What is wrong, and what would be right." })
  message!: string;
}

@ObjectType({ description: "What a list of people did, or on a dry run would do." })
export class InvitationsImported {
  @Field(() => ID, {
    nullable: true,
    description: "What invitationBatchUndo takes, batch_…; null where nothing was sent.",
  })
  batchId!: string | null;

  @Field(() => [InvitationImportRow], { description: "Who is invited, in the order of lines." })
  invited!: readonly InvitationImportRow[];

  @Field(() => [InvitationImportFault], {
    description: "Rows that are left out, in the order of lines.",
  })
  faults!: readonly InvitationImportFault[];
}

@ObjectType({ description: "What undoing a list did." })
export class InvitationBatchUndone {
  @Field(() => Int, { description: "Invitations that were taken back." })
  revoked!: number;

  @Field(() => Int, { description: "Invitations that stay, because they have been accepted." })
  accepted!: number;
}

@ObjectType({ description: "An invitation as whoever holds its link reads it." })
export class InvitationOffer {
  @Field(() => String, { description: "Address it was sent to; an account of it can accept." })
  email!: string;

  @Field(() => String, { nullable: true, description: "Name of the invited, if it was given." })
  name!: string | null;

  @Field(() => roleNames, { description: "The role they are to have." })
  role!: Role;

  @Field(() => InvitationState, { description: "Whether it can still be accepted." })
  state!: InvitationState;

  @Field(() => GraphQLDateTime, { description: "Until when it can be accepted." })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Name of whoever sent it, if they are still here.",
  })
  invitedByName!: string | null;

  @Field(() => School, { nullable: true, description: "The school they are to join." })
  school!: School | null;

  @Field(() => Boolean, {
    description: "Whether the viewer is signed in with that address, and has confirmed it.",
  })
  isForViewer!: boolean;
}

const errors = "UNAUTHENTICATED when signed out, FORBIDDEN for all but administrators and leads";

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => invitations.Connection, {
    description: `Invitations that the viewer may see, the latest first: all for administrators, those to their school for leads. ${errors}.`,
  })
  invitations(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => InvitationFilter, {
      nullable: true,
      description: "Which invitations; all when left out.",
    })
    filter?: InvitationFilter | null,
  ): Promise<Page<Invitation>> {
    return listInvitations(ctx, filter ?? {}, pageRequest(page));
  }

  @Query(() => InvitationOffer, {
    nullable: true,
    description: "The invitation whose link holds this secret; null where there is none.",
  })
  async invitation(
    @Ctx() ctx: Context,
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
  ): Promise<InvitationOffer | null> {
    const found = await invitationByToken(ctx, token);
    if (!found) return null;
    const { viewer } = ctx;
    const email = viewer.kind === "person" ? await verifiedEmail(ctx.em, viewer.personId) : null;
    return {
      email: found.email,
      name: found.name,
      role: found.role,
      state: stateAt(found, new Date()),
      expiresAt: found.expiresAt,
      invitedByName: found.inviter,
      school:
        found.schoolId === null ? null : ((await ctx.load(schoolsById, found.schoolId)) ?? null),
      isForViewer: email === found.email,
    };
  }

  @Mutation(() => InvitationCreateOutcome, {
    description: `Invites somebody by mail: administrators to anything, leads teachers and mentors to their school. ${errors} and for roles that are not theirs to give, BAD_USER_INPUT names the field at fault, CONFLICT where the same invitation waits, RATE_LIMITED after 1,000 in a day or six to one address.`,
  })
  async invitationCreate(
    @Ctx() ctx: Context,
    @Arg("input", () => InvitationCreateInput, { description: "Whom, and to what." })
    input: InvitationCreateInput,
  ): Promise<InvitationSent | PersonHasAccount> {
    const outcome = await createInvitation(ctx, input);
    return outcome.kind === "sent"
      ? { invitation: outcome.invitation }
      : { person: outcome.person };
  }

  @Mutation(() => InvitationsImported, {
    description: `Invites the people of a CSV list with the columns email, name, school (a URN) and role, of which email alone must be there. Rows that cannot be used are left out and told with their lines. ${errors}, BAD_USER_INPUT for what is no such list, RATE_LIMITED after 1,000 in a day.`,
  })
  invitationsImport(
    @Ctx() ctx: Context,
    @Arg("csv", () => String, {
      description: "The list: at most 500 rows and 90,000 characters, column names first.",
    })
    csv: string,
    @Arg("dryRun", () => Boolean, { description: "True: only tell, send and store nothing." })
    dryRun: boolean,
  ): Promise<InvitationsImported> {
    return importInvitations(ctx, csv, dryRun);
  }

  @Mutation(() => Invitation, {
    description: `Takes an invitation back. ${errors}, NOT_FOUND for one they may not see, CONFLICT for one that was accepted or taken back.`,
  })
  invitationRevoke(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Id of the invitation, invitation_…" }) id: string,
  ): Promise<Invitation> {
    return revokeInvitation(ctx, id);
  }

  @Mutation(() => InvitationBatchUndone, {
    description: `Takes back every invitation of a list that has not been accepted. ${errors}, NOT_FOUND for a list they may not see, CONFLICT where nothing of it waits.`,
  })
  invitationBatchUndo(
    @Ctx() ctx: Context,
    @Arg("batchId", () => ID, { description: "Id of the list, batch_…" }) batchId: string,
  ): Promise<InvitationBatchUndone> {
    return undoBatch(ctx, batchId);
  }

  @Mutation(() => Person, {
    description:
      "The viewer accepts an invitation to their own verified address: they join its school, leaving another, and have its role. UNAUTHENTICATED when signed out, NOT_FOUND for no such link, FORBIDDEN with another address, CONFLICT where it was accepted, taken back or has expired, or whoever sent it could not any more.",
  })
  invitationAccept(
    @Ctx() ctx: Context,
    @Arg("token", () => String, { description: "The last part of the link." }) token: string,
  ): Promise<Person> {
    return acceptInvitation(ctx, token);
  }

  @FieldResolver(() => InvitationState, { description: "What became of it." })
  state(@Root() invitation: Invitation): InvitationState {
    return stateAt(invitation, new Date());
  }

  @FieldResolver(() => School, { nullable: true, description: "The school they are to join." })
  school(@Root() { schoolId }: Invitation, @Ctx() ctx: Context) {
    return schoolId === null ? null : ctx.load(schoolsById, schoolId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who sent it; null where they are gone or the viewer may not see them.",
  })
  invitedBy(@Root() { invitedById }: Invitation, @Ctx() ctx: Context) {
    return invitedById === null ? null : ctx.load(personsById, invitedById);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who accepted it; null where nobody did or the viewer may not see them.",
  })
  acceptedBy(@Root() { acceptedById }: Invitation, @Ctx() ctx: Context) {
    return acceptedById === null ? null : ctx.load(personsById, acceptedById);
  }
}
