import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { SummaryView } from "../evidence/evidence-summary.view.ts";
import { summaries } from "../evidence/summary.reader.ts";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { isSlug } from "../kernel/input.ts";
import { emptyPage, type Page } from "../kernel/paging.ts";
import { SummarySection } from "../kernel/section.ts";
import { Organisation } from "../people/organisation.entity.ts";
import { organisationsById } from "../people/people.reader.ts";
import { ContentKind } from "../search/searchable.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { ofScheme } from "../terms/term.reader.ts";
import { CpdSession } from "./cpd-session.entity.ts";
import { CpdSessionFilter, CpdSessionSort } from "./cpd-session.inputs.ts";
import {
  evidenceOfSession,
  listSessions,
  sessionBySlug,
  sessions,
  sessionsOfOrganisation,
  sessionsOfSummary,
  termsBySession,
} from "./cpd-session.reader.ts";
import { canPublishSession, canUpdateSession } from "./cpd-session.policy.ts";

@ObjectType({ description: "What the viewer may do with a session as it stands." })
class CpdSessionViewerCan {
  @Field(() => Boolean, { description: "Change what is said of it: publishers." })
  update!: boolean;

  @Field(() => Boolean, { description: "Announce it: publishers." })
  publish!: boolean;
}

@Resolver(() => CpdSession)
export class CpdSessionResolver {
  @FieldResolver(() => CpdSessionViewerCan, { description: "What the viewer may do with it." })
  viewerCan(@Root() session: CpdSession, @Ctx() { viewer }: Context): CpdSessionViewerCan {
    return {
      update: canUpdateSession(viewer, session),
      publish: canPublishSession(viewer, session),
    };
  }

  @Query(() => sessions.Connection, {
    description:
      "CPD sessions: what is coming up, soonest first, then what is over, latest first, unless sorted otherwise.",
  })
  cpdSessions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CpdSessionFilter, {
      nullable: true,
      description: "Which sessions; all when left out.",
    })
    filter?: CpdSessionFilter | null,
    @Arg("sort", () => CpdSessionSort, {
      defaultValue: CpdSessionSort.UPCOMING,
      description: "In which order.",
    })
    sort: CpdSessionSort = CpdSessionSort.UPCOMING,
  ): Promise<Page<CpdSession>> {
    return listSessions(ctx, filter ?? {}, sort, pageRequest(page));
  }

  @Query(() => CpdSession, {
    nullable: true,
    description: "The session at an address; null when there is none.",
  })
  cpdSession(
    @Ctx() ctx: Context,
    @Arg("slug", () => String, { description: "Its slug." }) slug: string,
  ): Promise<CpdSession | null> | null {
    return isSlug(slug) ? sessionBySlug(ctx, slug) : null;
  }

  @FieldResolver(() => ContentKind, { description: "Always CPD_SESSION." })
  kind(): ContentKind {
    return ContentKind.CPD_SESSION;
  }

  @FieldResolver(() => String, { description: "Absolute address of its page." })
  url(@Root() { slug }: CpdSession, @Ctx() ctx: Context): string {
    return ctx.url(`/cpd/${slug}`);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Places still free; null when unlimited.",
  })
  placesLeft(@Root() { capacity, placesTaken }: CpdSession): number | null {
    return capacity === null ? null : capacity - placesTaken;
  }

  @FieldResolver(() => [SummarySection], { description: "What happens in the session." })
  sections(@Root() { description }: CpdSession): SummarySection[] {
    return [{ heading: "About this session", markdown: description }];
  }

  @FieldResolver(() => Organisation, { description: "Who gives it." })
  provider(@Root() { providerId }: CpdSession, @Ctx() ctx: Context) {
    return ctx.load(organisationsById, providerId);
  }

  @FieldResolver(() => [Term], { description: "What it is described by, PD mechanisms included." })
  async terms(
    @Root() { id }: CpdSession,
    @Ctx() ctx: Context,
    @Arg("scheme", () => TermScheme, {
      nullable: true,
      description: "Terms of one vocabulary; all when left out.",
    })
    scheme?: TermScheme | null,
  ): Promise<Term[]> {
    return ofScheme(await ctx.load(termsBySession, id), scheme);
  }

  @FieldResolver(() => summaries.Connection, {
    description: "The summaries it builds on, by slug.",
  })
  evidence(
    @Root() { id }: CpdSession,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SummaryView>> {
    return evidenceOfSession(ctx, id, pageRequest(page));
  }
}

/** Evidence does not know sessions; sessions add themselves to it. */
@Resolver(() => SummaryView)
export class SummarySessionsResolver {
  @FieldResolver(() => sessions.Connection, {
    description: "CPD sessions that build on it: upcoming ones first, soonest first.",
  })
  cpdSessions(
    @Root() { id, revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<CpdSession>> | Page<CpdSession> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : sessionsOfSummary(ctx, id, request);
  }
}

@Resolver(() => Organisation)
export class OrganisationSessionsResolver {
  @FieldResolver(() => sessions.Connection, {
    description: "CPD sessions it gives: upcoming ones first, soonest first.",
  })
  cpdSessions(
    @Root() { id }: Organisation,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<CpdSession>> {
    return sessionsOfOrganisation(ctx, id, pageRequest(page));
  }
}
