import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { isSlug } from "../kernel/input.ts";
import { Term, TermScheme } from "./term.entity.ts";
import { listTerms, termBySlug } from "./term.reader.ts";

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

  @Query(() => Term, {
    nullable: true,
    description: "One term of a vocabulary; null when there is none.",
  })
  term(
    @Ctx() ctx: Context,
    @Arg("scheme", () => TermScheme, { description: "The vocabulary it belongs to." })
    scheme: TermScheme,
    @Arg("slug", () => String, { description: "Its slug, for example feedback." }) slug: string,
  ): Promise<Term | null> | null {
    return isSlug(slug) ? termBySlug(ctx, scheme, slug) : null;
  }
}
