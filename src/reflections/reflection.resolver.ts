import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CpdSession } from "../cpd/cpd-session.entity.ts";
import { sessionsById } from "../cpd/cpd-session.reader.ts";
import { SummaryView } from "../evidence/evidence-summary.view.ts";
import { reachableSummariesById } from "../evidence/summary.reader.ts";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { emptyPage, type Page } from "../kernel/paging.ts";
import { personsById, schoolsById } from "../people/people.reader.ts";
import { Person } from "../people/person.entity.ts";
import { School } from "../people/school.entity.ts";
import { ContentKind } from "../search/searchable.ts";
import { Reflection } from "./reflection.entity.ts";
import { ReflectionFilter } from "./reflection.inputs.ts";
import {
  listReflections,
  reflections,
  reflectionsOfPerson,
  reflectionsOfSchool,
  reflectionsOfSession,
  reflectionsOfSummary,
} from "./reflection.reader.ts";

@Resolver(() => Reflection)
export class ReflectionResolver {
  @Query(() => reflections.Connection, {
    description: "Teachers' accounts that the viewer may read, newest first.",
  })
  reflections(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ReflectionFilter, {
      nullable: true,
      description: "Which reflections; all when left out.",
    })
    filter?: ReflectionFilter | null,
  ): Promise<Page<Reflection>> {
    return listReflections(ctx, filter ?? {}, pageRequest(page));
  }

  @FieldResolver(() => ContentKind, { description: "Always REFLECTION." })
  kind(): ContentKind {
    return ContentKind.REFLECTION;
  }

  @FieldResolver(() => String, { description: "Absolute address of its page." })
  url(@Root() { id }: Reflection, @Ctx() ctx: Context): string {
    return ctx.url(`/reflections/${id}`);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who wrote it; null for a former teacher.",
  })
  author(@Root() { authorId }: Reflection, @Ctx() ctx: Context) {
    return authorId === null ? null : ctx.load(personsById, authorId);
  }

  @FieldResolver(() => School, { nullable: true, description: "The school it comes from." })
  school(@Root() { schoolId }: Reflection, @Ctx() ctx: Context) {
    return schoolId === null ? null : ctx.load(schoolsById, schoolId);
  }

  @FieldResolver(() => SummaryView, {
    nullable: true,
    description:
      "The summary it is about, as a tombstone when it was withdrawn; null when about a session.",
  })
  evidence(@Root() { summaryId }: Reflection, @Ctx() ctx: Context) {
    return summaryId === null ? null : ctx.load(reachableSummariesById, summaryId);
  }

  @FieldResolver(() => CpdSession, {
    nullable: true,
    description: "The session it is about; null when about a summary.",
  })
  cpdSession(@Root() { sessionId }: Reflection, @Ctx() ctx: Context) {
    return sessionId === null ? null : ctx.load(sessionsById, sessionId);
  }
}

const description = "Reflections that the viewer may read, newest first.";

@Resolver(() => SummaryView)
export class SummaryReflectionsResolver {
  @FieldResolver(() => reflections.Connection, { description })
  reflections(
    @Root() { id, revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Reflection>> | Page<Reflection> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : reflectionsOfSummary(ctx, id, request);
  }
}

@Resolver(() => CpdSession)
export class SessionReflectionsResolver {
  @FieldResolver(() => reflections.Connection, { description })
  reflections(
    @Root() { id }: CpdSession,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Reflection>> {
    return reflectionsOfSession(ctx, id, pageRequest(page));
  }
}

@Resolver(() => School)
export class SchoolReflectionsResolver {
  @FieldResolver(() => reflections.Connection, { description })
  reflections(
    @Root() { id }: School,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Reflection>> {
    return reflectionsOfSchool(ctx, id, pageRequest(page));
  }
}

@Resolver(() => Person)
export class PersonReflectionsResolver {
  @FieldResolver(() => reflections.Connection, { description })
  reflections(
    @Root() { id }: Person,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Reflection>> {
    return reflectionsOfPerson(ctx, id, pageRequest(page));
  }
}
