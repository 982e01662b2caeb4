import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { ReflectionMark } from "./reflection-marks.ts";
import { ReflectionPart, ReflectionText } from "./reflection-text.ts";
import { Reflection } from "./reflection.entity.ts";

@ObjectType({
  description:
    "The reflection has been changed since the revision that the client knows. Nothing was done: a person chooses what stays, and acts on the newer revision.",
})
export class ReflectionNewerVersion {
  @Field(() => Int, { description: "The revision that stands." })
  newerRevision!: number;

  @Field(() => ReflectionText, { description: "The text that stands." })
  theirs!: ReflectionText;

  @Field(() => ReflectionText, {
    description:
      "The text as it would have become: what was sent, and what was left out as it stands.",
  })
  yours!: ReflectionText;
}

@ObjectType({
  description:
    "There are likely names, dates of birth, numbers or addresses that nobody has confirmed. Nothing was done.",
})
export class ReflectionMarksToClear {
  @Field(() => [ReflectionMark], {
    description: "Those to take out or to confirm by their key, in reading order.",
  })
  marks!: ReflectionMark[];
}

@ObjectType({ description: "Parts that readers need are empty. Nothing was done." })
export class ReflectionIncomplete {
  @Field(() => [ReflectionPart], { description: "The empty parts, in reading order." })
  missing!: ReflectionPart[];
}

@ObjectType({ description: "The reflection is back with its author." })
export class ReflectionReturned {
  @Field(() => ID, { description: "Its id, under which the moderator finds it no more." })
  id!: string;
}

@ObjectType({ description: "The reflection has been deleted." })
export class ReflectionDeleted {
  @Field(() => ID, { description: "The id it had." })
  id!: string;
}

export type Share =
  | Reflection
  | ReflectionNewerVersion
  | ReflectionMarksToClear
  | ReflectionIncomplete;

/** A refusal that a person must choose about, or the reflection, which has no class where it is a row. */
const typeOf = (value: object) =>
  [ReflectionNewerVersion, ReflectionMarksToClear, ReflectionIncomplete, ReflectionReturned].find(
    (type) => value instanceof type,
  ) ?? Reflection;

export const UpdateResult = createUnionType({
  name: "ReflectionUpdateResult",
  description: "The reflection as saved, or a newer version that stands in the way.",
  types: () => [Reflection, ReflectionNewerVersion] as const,
  resolveType: (value) => typeOf(value) as never,
});

export const ShareResult = createUnionType({
  name: "ReflectionShareResult",
  description: "The reflection as its school reads it, or what must be chosen about before.",
  types: () =>
    [Reflection, ReflectionNewerVersion, ReflectionMarksToClear, ReflectionIncomplete] as const,
  resolveType: (value) => typeOf(value) as never,
});

export const SubmitResult = createUnionType({
  name: "ReflectionSubmitResult",
  description: "The reflection as it waits for a moderator, or what must be chosen about before.",
  types: () =>
    [Reflection, ReflectionNewerVersion, ReflectionMarksToClear, ReflectionIncomplete] as const,
  resolveType: (value) => typeOf(value) as never,
});

export const AcceptResult = createUnionType({
  name: "ReflectionAcceptResult",
  description: "The reflection as everyone reads it, or a newer version that nobody has moderated.",
  types: () => [Reflection, ReflectionNewerVersion] as const,
  resolveType: (value) => typeOf(value) as never,
});

export const ReturnResult = createUnionType({
  name: "ReflectionReturnResult",
  description:
    "The reflection is back with its author, or a newer version that the note is not about.",
  types: () => [ReflectionReturned, ReflectionNewerVersion] as const,
  resolveType: (value) => typeOf(value) as never,
});
