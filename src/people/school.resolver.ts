import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { cleanText } from "../kernel/input.ts";
import type { Page } from "../kernel/paging.ts";
import { Term } from "../terms/term.entity.ts";
import { termsById } from "../terms/term.reader.ts";
import { listSchools, schoolByUrn, schools } from "./people.reader.ts";
import { exampleUrnMin, School } from "./school.entity.ts";

@Resolver(() => School)
export class SchoolResolver {
  @Query(() => schools.Connection, { description: "Schools, by name, or the best match first." })
  schools(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("query", () => String, {
      nullable: true,
      description:
        "What a person has typed so far, at most 200 characters: beginnings of words of the name or town, in any order, of a postcode or of a URN. Accents, apostrophes and the ways to write Saint, Church of England and Roman Catholic make no difference. Best first: that URN, that postcode, a name that begins so, words of the name, then the rest. All schools when left out.",
    })
    query?: string | null,
  ): Promise<Page<School>> {
    return listSchools(ctx, query ? cleanText(query, "query", 200) : null, pageRequest(page));
  }

  @Query(() => School, {
    nullable: true,
    description: "One school by its unique reference number; null when there is none.",
  })
  school(
    @Ctx() ctx: Context,
    @Arg("urn", () => Int, { description: "Unique reference number." }) urn: number,
  ): Promise<School | null> {
    return schoolByUrn(ctx, urn);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: "A term of the PHASE scheme; null where the register leaves it blank.",
  })
  phase(@Root() school: School, @Ctx() ctx: Context) {
    return school.phaseId === null ? null : ctx.load(termsById, school.phaseId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the licence asks to be said where the facts are shown; null for an example.",
  })
  attribution(@Root() school: School): string | null {
    return school.urn >= exampleUrnMin
      ? null
      : "Department for Education: Get Information about Schools, pupil premium allocations and school census. Contains public sector information licensed under the Open Government Licence v3.0.";
  }
}
