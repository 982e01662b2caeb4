import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { acceptReflection, returnReflection } from "./reflection-moderation.service.ts";
import {
  AcceptResult,
  ReflectionDeleted,
  ReturnResult,
  ShareResult,
  SubmitResult,
  UpdateResult,
} from "./reflection-outcomes.ts";
import {
  shareReflection,
  submitReflection,
  withdrawReflection,
} from "./reflection-sharing.service.ts";
import {
  ReflectionAcceptInput,
  ReflectionCreateInput,
  ReflectionReturnInput,
  ReflectionShareInput,
  ReflectionUpdateInput,
} from "./reflection-writing.inputs.ts";
import {
  createReflection,
  deleteReflection,
  updateReflection,
} from "./reflection-writing.service.ts";
import { Reflection } from "./reflection.entity.ts";

const input = (description: string) => ({ description }) as const;

@Resolver()
export class ReflectionMutationsResolver {
  @Mutation(() => Reflection, {
    description:
      "Begins a reflection about a summary or a session. Its author alone reads it; parts may be empty. NOT_FOUND when there is no such subject.",
  })
  reflectionCreate(
    @Ctx() { em, viewer }: Context,
    @Arg(
      "input",
      () => ReflectionCreateInput,
      input("What it is about, and what is written so far."),
    )
    given: ReflectionCreateInput,
  ): Promise<Reflection> {
    return createReflection(em, viewer, given);
  }

  @Mutation(() => UpdateResult, {
    description:
      "Saves what its author has typed. What others read stays as it is until it is shared or accepted again; a text that waits for a moderator waits no longer.",
  })
  reflectionUpdate(
    @Ctx() { em, viewer }: Context,
    @Arg("input", () => ReflectionUpdateInput, input("The parts that have changed."))
    given: ReflectionUpdateInput,
  ) {
    return updateReflection(em, viewer, given);
  }

  @Mutation(() => ShareResult, {
    description:
      "Lets the staff of the author's school read the newest text. FORBIDDEN without a school; CONFLICT when it is public.",
  })
  reflectionShare(
    @Ctx() { em, viewer }: Context,
    @Arg("input", () => ReflectionShareInput, input("Which text, and the marks confirmed."))
    given: ReflectionShareInput,
  ) {
    return shareReflection(em, viewer, given);
  }

  @Mutation(() => SubmitResult, {
    description:
      "Asks moderators to make the newest text public; who reads it stays as it is until one accepts. CONFLICT when it waits already, or is public as it stands.",
  })
  reflectionSubmit(
    @Ctx() { em, viewer }: Context,
    @Arg("input", () => ReflectionShareInput, input("Which text, and the marks confirmed."))
    given: ReflectionShareInput,
  ) {
    return submitReflection(em, viewer, given);
  }

  @Mutation(() => AcceptResult, {
    description:
      "Puts the submitted text before everyone. For moderators, and not of their own: FORBIDDEN. CONFLICT when it has been decided about.",
  })
  reflectionAccept(
    @Ctx() { em, viewer }: Context,
    @Arg("input", () => ReflectionAcceptInput, input("The text that the moderator has read."))
    given: ReflectionAcceptInput,
  ) {
    return acceptReflection(em, viewer, given);
  }

  @Mutation(() => ReturnResult, {
    description:
      "Gives the submitted text back to its author with a note; who reads it stays as it was. For moderators, and not of their own: FORBIDDEN. CONFLICT when it has been decided about.",
  })
  reflectionReturn(
    @Ctx() { em, viewer }: Context,
    @Arg("input", () => ReflectionReturnInput, input("The text read, and why it goes back."))
    given: ReflectionReturnInput,
  ) {
    return returnReflection(em, viewer, given);
  }

  @Mutation(() => Reflection, {
    description:
      "Takes a reflection back to its author alone, at once. One that was public leaves a page that says it is gone. CONFLICT when it is private already.",
  })
  reflectionWithdraw(
    @Ctx() { em, viewer }: Context,
    @Arg("id", () => ID, { description: "Id of the reflection." }) id: string,
  ): Promise<Reflection> {
    return withdrawReflection(em, viewer, id);
  }

  @Mutation(() => ReflectionDeleted, {
    description:
      "Deletes a reflection for good. One that was public leaves a page that says it is gone.",
  })
  async reflectionDelete(
    @Ctx() { em, viewer }: Context,
    @Arg("id", () => ID, { description: "Id of the reflection." }) id: string,
  ): Promise<ReflectionDeleted> {
    await deleteReflection(em, viewer, id);
    return { id };
  }
}
