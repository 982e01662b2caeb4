import { Field, ID, InputType, Int } from "type-graphql";
import { partMax, titleMax } from "./reflection-text.ts";

const part = (what: string) =>
  ({
    nullable: true,
    description: `${what} Plain text, at most ${partMax} characters; left out, it stays as it is.`,
  }) as const;

@InputType({
  description: "The parts of a reflection's text; each may be empty until it is shared.",
})
export class ReflectionTextInput {
  @Field(() => String, {
    nullable: true,
    description: `Title, plain text of at most ${titleMax} characters. Empty, it is made from what the reflection is about; left out, it stays as it is.`,
  })
  title?: string | null;

  @Field(() => String, part("The class and the situation."))
  context?: string | null;

  @Field(() => String, part("What was tried."))
  tried?: string | null;

  @Field(() => String, part("What happened."))
  happened?: string | null;

  @Field(() => String, part("What the teacher will do next; readers do not need it."))
  next?: string | null;
}

@InputType({ description: "A new reflection, which its author alone reads." })
export class ReflectionCreateInput extends ReflectionTextInput {
  @Field(() => ID, {
    description:
      "Id of the published evidence summary or the CPD session it is about; NOT_FOUND for another.",
  })
  about!: string;
}

const revision =
  "The revision that the client knows, from `Reflection.revision`. Another one standing is ReflectionNewerVersion.";

@InputType({ description: "A change of the author's text." })
export class ReflectionUpdateInput extends ReflectionTextInput {
  @Field(() => ID, { description: "Id of the reflection." })
  id!: string;

  @Field(() => Int, { description: revision })
  revision!: number;
}

@InputType({ description: "Whom the author lets read the newest text." })
export class ReflectionShareInput {
  @Field(() => ID, { description: "Id of the reflection." })
  id!: string;

  @Field(() => Int, { description: revision })
  revision!: number;

  @Field(() => [String], {
    defaultValue: [],
    description:
      "Keys of marks that the author says are no personal data of a pupil, at most 500. They are remembered while the text stays.",
  })
  confirmedMarks!: string[];
}

@InputType({ description: "A moderator's decision about the text they read." })
export class ReflectionAcceptInput {
  @Field(() => ID, { description: "Id of the reflection." })
  id!: string;

  @Field(() => Int, { description: revision })
  revision!: number;
}

@InputType({ description: "Why a reflection goes back to its author." })
export class ReflectionReturnInput extends ReflectionAcceptInput {
  @Field(() => String, {
    description: "What its author should know, plain text of at most 2,000 characters. Required.",
  })
  note!: string;
}
