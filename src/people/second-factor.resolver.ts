import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Person } from "./person.entity.ts";
import { resetSecondFactor } from "./second-factor.service.ts";

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => Person, {
    description:
      "Takes away the second factor of a person who has lost it, and signs them out everywhere; they hear of it by mail. For administrators, about somebody else. UNAUTHENTICATED when signed out, FORBIDDEN for anybody else and for oneself, NOT_FOUND for whom the viewer may not see, CONFLICT where they have none.",
  })
  personSecondFactorReset(
    @Ctx() ctx: Context,
    @Arg("personId", () => ID, { description: "Id of the person, person_…" }) personId: string,
  ): Promise<Person> {
    return resetSecondFactor(ctx, personId);
  }
}
