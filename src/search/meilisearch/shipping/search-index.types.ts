import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Searchable } from "../../searchable.ts";

@ObjectType({ description: "A record that the search index refuses." })
export class RefusedSearchDocument {
  @Field(() => ID, { description: "Id of the record." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its title; null where the viewer does not find the record.",
  })
  title!: string | null;

  @Field(() => Searchable, {
    nullable: true,
    description: "The record itself; null where the viewer does not find it.",
  })
  record!: Searchable | null;

  @Field(() => String, { description: "Why, in the words of the search server." })
  reason!: string;

  @Field(() => Int, { description: "How often it has been tried." })
  attempts!: number;

  @Field(() => GraphQLDateTime, { description: "When it is tried again." })
  nextAttemptAt!: Date;
}

@ObjectType({ description: "How the search index follows the database." })
export class SearchIndex {
  @Field(() => Int, {
    description:
      "Records whose last change the index does not have yet; those that it refuses are not counted.",
  })
  waiting!: number;

  @Field(() => Float, {
    description: "How long the one that has waited longest has, in seconds; 0 when none waits.",
  })
  oldestSeconds!: number;

  @Field(() => Boolean, {
    description: "True once the index has held everything, and nothing since says that it may not.",
  })
  trusted!: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was last compared with the database; null before the first time.",
  })
  verifiedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "In how many records that comparison found the index wrong; it has had them shipped again. Null before the first time.",
  })
  differences!: number | null;

  @Field(() => Int, { description: "Number of records that the index refuses." })
  failedCount!: number;

  @Field(() => [RefusedSearchDocument], {
    description: "Records that the index refuses, the first 100 in order of id.",
  })
  failed!: RefusedSearchDocument[];
}
