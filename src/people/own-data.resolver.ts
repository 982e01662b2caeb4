import {
  Arg,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { deleteOwnAccount, exportOwnData } from "./own-data.service.ts";

enum ContributionsChoice {
  KEEP = "KEEP",
  REMOVE = "REMOVE",
}
registerEnumType(ContributionsChoice, {
  name: "ContributionsChoice",
  description: "What becomes of what a person has published when their account goes.",
  valuesConfig: {
    KEEP: { description: "It stays, by a former teacher: without name, school or account." },
    REMOVE: { description: "It goes too." },
  },
});

@InputType({ description: "Deletes the account of the person signed in." })
class AccountDeleteInput {
  @Field(() => ContributionsChoice, {
    description:
      "Whether public reflections and projects stay, without a name. What is not public always goes.",
  })
  contributions!: ContributionsChoice;

  @Field(() => String, {
    nullable: true,
    description: "The password; needed where the account has one.",
  })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The account's e-mail address, typed again; needed where it has no password, with a sign-in of the last ten minutes.",
  })
  email?: string | null;
}

@ObjectType({ description: "That an account is gone." })
class AccountDeletePayload {
  @Field(() => ContributionsChoice, { description: "What became of what was published." })
  contributions!: ContributionsChoice;
}

@ObjectType({ description: "Everything that is held about a person, as a file." })
class PersonalDataFile {
  @Field(() => String, {
    description:
      "The text of a JSON file: one part for each part of the program that holds something. Fields are for people to read, and may change.",
  })
  json!: string;
}

@Resolver()
export class OwnDataResolver {
  @Mutation(() => PersonalDataFile, {
    description:
      "Gives the person signed in everything that is held about them, and writes that into the audit trail. Errors: UNAUTHENTICATED; BAD_USER_INPUT where the sign-in is older than ten minutes and `password` is missing or wrong; FORBIDDEN where there is no password to give; RATE_LIMITED.",
  })
  async personalDataExport(
    @Ctx() ctx: Context,
    @Arg("password", () => String, {
      nullable: true,
      description: "The password; not needed within ten minutes of signing in.",
    })
    password?: string | null,
  ): Promise<PersonalDataFile> {
    return { json: await exportOwnData(ctx, password ?? null) };
  }

  @Mutation(() => AccountDeletePayload, {
    description:
      "Deletes the account of the person signed in, at once and for good: name, address, password, sessions, memberships, roles, invitations, messages, and everything they wrote that is not public. Errors: UNAUTHENTICATED; BAD_USER_INPUT with the field at fault; FORBIDDEN where there is no password and the sign-in is older than ten minutes; RATE_LIMITED; CONFLICT for the last administrator.",
  })
  async accountDelete(
    @Ctx() ctx: Context,
    @Arg("input", () => AccountDeleteInput, { description: "What becomes of what was published." })
    { contributions, password, email }: AccountDeleteInput,
  ): Promise<AccountDeletePayload> {
    await deleteOwnAccount(ctx, {
      contributions,
      password: password || null,
      email: email ?? null,
    });
    return { contributions };
  }
}
