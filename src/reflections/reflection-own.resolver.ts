import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { cleanText } from "../kernel/input.ts";
import type { Page } from "../kernel/paging.ts";
import { ViewerView } from "../people/viewer.resolver.ts";
import { ReflectionMark } from "./reflection-marks.ts";
import {
  marksOfReflection,
  marksOfText,
  moderationQueue,
  ownReflections,
  reflectionIsGone,
} from "./reflection-own.reader.ts";
import { ReflectionText } from "./reflection-text.ts";
import { ReflectionTextInput } from "./reflection-writing.inputs.ts";
import { latestText, Reflection } from "./reflection.entity.ts";
import {
  canDecideReflection,
  canDeleteReflection,
  canReadLatest,
  canShareReflection,
  canSubmitReflection,
  canUpdateReflection,
  canWithdrawReflection,
  isAuthor,
} from "./reflection.policy.ts";
import { reflections } from "./reflection.reader.ts";
import { ReflectionModeration, ReflectionState, stateOf } from "./reflection.state.ts";

@ObjectType({ description: "What the viewer may do with a reflection now." })
export class ReflectionViewerCan {
  @Field(() => Boolean, { description: "Change its text." })
  update!: boolean;

  @Field(() => Boolean, { description: "Let the viewer's school read the newest text." })
  share!: boolean;

  @Field(() => Boolean, { description: "Ask moderators to make the newest text public." })
  submit!: boolean;

  @Field(() => Boolean, { description: "Take it back to its author alone." })
  withdraw!: boolean;

  @Field(() => Boolean, { description: "Delete it." })
  delete!: boolean;

  @Field(() => Boolean, { description: "Put the submitted text before everyone." })
  accept!: boolean;

  @Field(() => Boolean, { description: "Give the submitted text back with a note." })
  return!: boolean;
}

@Resolver(() => Reflection)
export class OwnReflectionResolver {
  @FieldResolver(() => ReflectionViewerCan, {
    description: "What the viewer may do with it now; a refusal is FORBIDDEN or CONFLICT.",
  })
  viewerCan(@Root() reflection: Reflection, @Ctx() { viewer }: Context): ReflectionViewerCan {
    const decide = canDecideReflection(viewer, reflection);
    return {
      update: canUpdateReflection(viewer, reflection),
      share: canShareReflection(viewer, reflection),
      submit: canSubmitReflection(viewer, reflection),
      withdraw: canWithdrawReflection(viewer, reflection),
      delete: canDeleteReflection(viewer, reflection),
      accept: decide,
      return: decide,
    };
  }

  @FieldResolver(() => ReflectionState, {
    nullable: true,
    description:
      "Where its author finds it among their own; null for who is neither author nor its moderator.",
  })
  state(@Root() reflection: Reflection, @Ctx() { viewer }: Context): ReflectionState | null {
    return canReadLatest(viewer, reflection) ? stateOf(reflection) : null;
  }

  @FieldResolver(() => ReflectionModeration, {
    nullable: true,
    description:
      "How far it is on its way to everyone; null for who is neither author nor its moderator.",
  })
  moderation(@Root() reflection: Reflection, @Ctx() { viewer }: Context) {
    return canReadLatest(viewer, reflection) ? reflection.moderation : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why a moderator returned it, as plain text; its author alone reads it.",
  })
  moderationNote(@Root() reflection: Reflection, @Ctx() { viewer }: Context): string | null {
    return isAuthor(viewer, reflection) ? reflection.moderationNote : null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Since when it waits for a moderator; null when it does not, and for readers.",
  })
  submittedAt(@Root() reflection: Reflection, @Ctx() { viewer }: Context): Date | null {
    return canReadLatest(viewer, reflection) ? reflection.submittedAt : null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "When its author last changed the newest text; null for readers.",
  })
  editedAt(@Root() reflection: Reflection, @Ctx() { viewer }: Context): Date | null {
    return canReadLatest(viewer, reflection) ? reflection.editedAt : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Number of the newest text, which acts on it name; grows with each change. Null for readers.",
  })
  revision(@Root() reflection: Reflection, @Ctx() { viewer }: Context): number | null {
    return canReadLatest(viewer, reflection) ? reflection.revision : null;
  }

  @FieldResolver(() => ReflectionText, {
    nullable: true,
    description:
      "The newest text: what its author edits, and moderators decide about. Others read the text shared last. Null for readers.",
  })
  latest(@Root() reflection: Reflection, @Ctx() { viewer }: Context): ReflectionText | null {
    return canReadLatest(viewer, reflection) ? latestText(reflection) : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether readers still see an older text than the newest; null for readers.",
  })
  hasUnsharedChanges(@Root() reflection: Reflection, @Ctx() { viewer }: Context): boolean | null {
    return canReadLatest(viewer, reflection) ? reflection.pending !== null : null;
  }

  @FieldResolver(() => [ReflectionMark], {
    nullable: true,
    description: "Likely personal data in the newest text; null for readers.",
  })
  marks(@Root() reflection: Reflection, @Ctx() ctx: Context) {
    return canReadLatest(ctx.viewer, reflection) ? marksOfReflection(ctx, reflection) : null;
  }

  @Query(() => [ReflectionMark], {
    description:
      "Likely personal data in a text that need not be saved, in reading order. A help for who reads again, no proof. UNAUTHENTICATED for who is not signed in.",
  })
  reflectionCheck(
    @Ctx() ctx: Context,
    @Arg("text", () => ReflectionTextInput, { description: "The text to look through." })
    text: ReflectionTextInput,
  ): Promise<ReflectionMark[]> {
    return marksOfText(ctx, text);
  }

  @Query(() => Boolean, {
    description:
      "Whether a reflection was public under this id and has been taken back. False for every other id.",
  })
  reflectionIsGone(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Id of a reflection." }) id: string,
  ): Promise<boolean> {
    return reflectionIsGone(ctx, cleanText(id, "id", 200));
  }

  @Query(() => reflections.Connection, {
    description:
      "Reflections of others that wait for a moderator, the longest wait first. For moderators: FORBIDDEN to others.",
  })
  moderationQueue(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Reflection>> {
    return moderationQueue(ctx, pageRequest(page));
  }
}

@Resolver(() => ViewerView)
export class ViewerReflectionsResolver {
  @FieldResolver(() => reflections.Connection, {
    description:
      "The viewer's own reflections, the last one written first; none for who is not signed in.",
  })
  reflections(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => ReflectionState, {
      nullable: true,
      description: "Those in this state; all when left out.",
    })
    state?: ReflectionState | null,
  ): Promise<Page<Reflection>> {
    return ownReflections(ctx, state ?? null, pageRequest(page));
  }
}
