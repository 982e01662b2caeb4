import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { Term } from "../terms/term.entity.ts";
import { CpdMode } from "./cpd-session.entity.ts";
import {
  countByMode,
  countByTerm,
  countWithPlaces,
  type ModeCount,
  type TermCount,
} from "./cpd-session-facets.reader.ts";
import { CpdSessionFilter } from "./cpd-session.inputs.ts";

@ObjectType({ description: "A term and how many sessions it describes." })
class CpdSessionTermCount implements TermCount {
  @Field(() => Term, { description: "The term." })
  term!: Term;

  @Field(() => Int, { description: "Sessions if this term alone were chosen in its field." })
  count!: number;
}

@ObjectType({ description: "A mode and how many sessions are given so." })
class CpdSessionModeCount implements ModeCount {
  @Field(() => CpdMode, { description: "The mode." })
  mode!: CpdMode;

  @Field(() => Int, { description: "Sessions if this mode alone were chosen." })
  count!: number;
}

@ObjectType({
  description:
    "What a filter of sessions could be narrowed to: each field counts under all choices but its own. Terms come in their own order, those without sessions too. Each field counts as 4,000 fields of what one request may ask for.",
})
class CpdSessionFacets {
  filter!: CpdSessionFilter;
}

/** Counts beside the boxes of a filter; a field costs its statement only when it is asked for. */
@Resolver(() => CpdSessionFacets)
export class CpdSessionFacetsResolver {
  @Query(() => CpdSessionFacets, {
    description: "How many sessions each further choice would leave, for the boxes of a filter.",
  })
  cpdSessionFacets(
    @Arg("filter", () => CpdSessionFilter, {
      nullable: true,
      description: "What is chosen already; nothing when left out.",
    })
    filter?: CpdSessionFilter | null,
  ): CpdSessionFacets {
    return { filter: filter ?? {} };
  }

  @FieldResolver(() => [CpdSessionTermCount], { description: "By SUBJECT." })
  subjects(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<TermCount[]> {
    return countByTerm(ctx, "SUBJECT", "subjects", filter);
  }

  @FieldResolver(() => [CpdSessionTermCount], { description: "By PHASE." })
  phases(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<TermCount[]> {
    return countByTerm(ctx, "PHASE", "phases", filter);
  }

  @FieldResolver(() => [CpdSessionTermCount], { description: "By TOPIC." })
  topics(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<TermCount[]> {
    return countByTerm(ctx, "TOPIC", "topics", filter);
  }

  @FieldResolver(() => [CpdSessionTermCount], { description: "By PD_MECHANISM." })
  pdMechanisms(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<TermCount[]> {
    return countByTerm(ctx, "PD_MECHANISM", "pdMechanisms", filter);
  }

  @FieldResolver(() => [CpdSessionModeCount], { description: "By mode." })
  modes(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<ModeCount[]> {
    return countByMode(ctx, filter);
  }

  @FieldResolver(() => Int, { description: "Those with places left, or without a limit." })
  withPlaces(@Root() { filter }: CpdSessionFacets, @Ctx() ctx: Context): Promise<number> {
    return countWithPlaces(ctx, filter);
  }
}
