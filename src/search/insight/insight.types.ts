import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "How often the same words were searched for, and what became of it." })
export class AskedWords {
  @Field(() => String, { description: "The words, in lower case with single spaces." })
  words!: string;

  @Field(() => Int, { description: "How often they were searched for." })
  times!: number;

  @Field(() => Int, { description: "Hits of the latest of these searches." })
  hits!: number;

  @Field(() => Int, { description: "In how many of these searches a hit was opened." })
  opened!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Middle place, from 1, of the first hits opened; null where none was.",
  })
  medianPosition!: number | null;

  @Field(() => [String], {
    description:
      "At most three words of the vocabulary that are written alike: what they may have been meant to be. Empty where something was found.",
  })
  alike!: string[];
}

@ObjectType({
  description:
    "What was searched for on the site's pages in some days, by nobody in particular. Words that may be personal are never kept.",
})
export class SearchInsightReport {
  @Field(() => GraphQLDateTime, { description: "From this moment on; whole days, in UTC." })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: "Up to this moment, exclusive." })
  to!: Date;

  @Field(() => Int, { description: "Number of searches with words." })
  searches!: number;

  @Field(() => Int, { description: "Of those, how many found nothing." })
  withoutHits!: number;

  @Field(() => Int, {
    description: "Of those, how many found something of which nothing was opened.",
  })
  withoutOpened!: number;

  @Field(() => [AskedWords], {
    description: "Words that find nothing, most often asked first; 50 at most.",
  })
  findNothing!: AskedWords[];

  @Field(() => [AskedWords], {
    description:
      "Words that find something of which nobody opened anything, most often asked first; 50 at most.",
  })
  openNothing!: AskedWords[];

  @Field(() => [AskedWords], { description: "Words most often asked; 50 at most." })
  popular!: AskedWords[];
}
