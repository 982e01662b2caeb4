import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Term, TermScheme } from "./term.entity.ts";
import { listTerms } from "./term.reader.ts";

@Resolver(() => Term)
export class TermResolver {
  @Query(() => [Term], { description: "The controlled vocabulary, in its own order." })
  terms(
    @Ctx() { em }: Context,
    @Arg("scheme", () => TermScheme, {
      nullable: true,
      description: "One vocabulary; all when left out.",
    })
    scheme?: TermScheme | null,
  ): Promise<Term[]> {
    return listTerms(em, scheme ?? null);
  }
}
