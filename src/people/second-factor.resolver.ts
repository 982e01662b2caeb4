import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Person } from "./person.entity.ts";
import { resetSecondFactor } from "./second-factor.service.ts";

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => Person, {
    description:
      "Takes away the second factor of a person who has lost it, and signs them out everywhere; they hear of it by mail. For administrators, about somebody else. CONFLICT: they have none.",
  })
  personSecondFactorReset(
    @Ctx() ctx: Context,
    @Arg("personId", () => ID, { description: "The person." }) personId: string,
  ): Promise<Person> {
    return resetSecondFactor(ctx, personId);
  }
}
