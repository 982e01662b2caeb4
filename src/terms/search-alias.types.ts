import { Field, InputType, ObjectType } from "type-graphql";

@ObjectType({
  description: "Words that a publisher has made another name for what the texts say.",
})
export class SearchAlias {
  @Field(() => String, {
    description: "What people type, in lower case with single spaces; no other alias has them.",
  })
  words!: string;

  @Field(() => String, { description: "What it means: a word or phrase that the texts have." })
  means!: string;
}

@InputType({ description: "A new alias." })
export class SearchAliasCreateInput {
  @Field(() => String, { description: "What people type: 1 to 6 words, at most 100 characters." })
  words!: string;

  @Field(() => String, {
    description: "What it means: 1 to 6 words, at most 100 characters, other than the words.",
  })
  means!: string;
}
