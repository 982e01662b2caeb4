import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { SummaryView, Withdrawal } from "../evidence/evidence-summary.view.ts";
import { summaries } from "../evidence/summary.reader.ts";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { isSlug } from "../kernel/input.ts";
import { emptyPage, type Page } from "../kernel/paging.ts";
import { SummarySection } from "../kernel/section.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { withdrawalReason } from "../kernel/withdrawal.ts";
import { personsById, schoolsById } from "../people/people.reader.ts";
import { Person } from "../people/person.entity.ts";
import { School } from "../people/school.entity.ts";
import { ContentKind } from "../search/searchable.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { ofScheme } from "../terms/term.reader.ts";
import { ResearchProject, ResearchProjectStatus } from "./research-project.entity.ts";
import { ResearchProjectFilter } from "./research-project.inputs.ts";
import { reportSections } from "./research-project.report.ts";
import {
  evidenceOfProject,
  listProjects,
  projectBySlug,
  projects,
  projectsOfPerson,
  projectsOfSchool,
  projectsOfSummary,
  reachableProjectsById,
  termsByProject,
} from "./research-project.reader.ts";
import {
  canPublishProject,
  canReviewProject,
  canUpdateProject,
  canWithdrawProject,
} from "./research-project.policy.ts";
import { withdrawProject } from "./research-project.service.ts";

const isWithdrawn = ({ status }: ResearchProject) => status === ResearchProjectStatus.WITHDRAWN;

@ObjectType({ description: "What the viewer may do with a project as it stands." })
class ResearchProjectViewerCan {
  @Field(() => Boolean, { description: "Change what it says: whoever leads it, and publishers." })
  update!: boolean;

  @Field(() => Boolean, {
    description: "Review it while it is running: reviewers, of what they do not lead themselves.",
  })
  review!: boolean;

  @Field(() => Boolean, { description: "Put it before readers: publishers." })
  publish!: boolean;

  @Field(() => Boolean, { description: "Take it back: publishers and administrators." })
  withdraw!: boolean;
}

@Resolver(() => ResearchProject)
export class ResearchProjectResolver {
  @Mutation(() => ResearchProject, {
    description:
      "Takes a project back; its address keeps the reason and the date, lists and search forget it. UNAUTHENTICATED when signed out, NOT_FOUND, FORBIDDEN for whoever is neither publisher nor administrator, CONFLICT when it is withdrawn already.",
  })
  async projectWithdraw(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Id of the project." }) id: string,
    @Arg("reason", () => String, {
      description: "Why, in words for readers, 1 to 1,000 characters.",
    })
    reason: string,
  ): Promise<ResearchProject> {
    const person = requirePerson(ctx.viewer, "withdraw a project");
    await withdrawProject(ctx.em, person, id, withdrawalReason(reason));
    return (await ctx.load(reachableProjectsById, id))!;
  }

  @FieldResolver(() => ResearchProjectViewerCan, {
    description: "What the viewer may do with it.",
  })
  viewerCan(
    @Root() project: ResearchProject,
    @Ctx() { viewer }: Context,
  ): ResearchProjectViewerCan {
    return {
      update: canUpdateProject(viewer, project),
      review: canReviewProject(viewer, project),
      publish: canPublishProject(viewer, project),
      withdraw: canWithdrawProject(viewer, project),
    };
  }

  @Query(() => projects.Connection, {
    description:
      "Schools' own inquiries, newest first; those not yet published for whoever leads them, reviewers and publishers.",
  })
  researchProjects(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ResearchProjectFilter, {
      nullable: true,
      description: "Which projects; all when left out.",
    })
    filter?: ResearchProjectFilter | null,
  ): Promise<Page<ResearchProject>> {
    return listProjects(ctx, filter ?? {}, pageRequest(page));
  }

  @Query(() => ResearchProject, {
    nullable: true,
    description:
      "The project at an address, as a tombstone when it was withdrawn; null when there is none.",
  })
  researchProject(
    @Ctx() ctx: Context,
    @Arg("slug", () => String, { description: "Its slug." }) slug: string,
  ): Promise<ResearchProject | null> | null {
    return isSlug(slug) ? projectBySlug(ctx, slug) : null;
  }

  @FieldResolver(() => ContentKind, { description: "Always RESEARCH_PROJECT." })
  kind(): ContentKind {
    return ContentKind.RESEARCH_PROJECT;
  }

  @FieldResolver(() => String, { description: "Absolute address of its page." })
  url(@Root() { slug }: ResearchProject, @Ctx() ctx: Context): string {
    return ctx.url(`/projects/${slug}`);
  }

  @FieldResolver(() => String, {
    description: "The question asked, in one sentence; empty when withdrawn.",
  })
  question(@Root() project: ResearchProject): string {
    return isWithdrawn(project) ? "" : project.question;
  }

  @FieldResolver(() => [SummarySection], {
    description:
      "The report as a structured abstract, as far as it is written; empty when withdrawn.",
  })
  sections(@Root() project: ResearchProject): SummarySection[] {
    return isWithdrawn(project) ? [] : reportSections(project);
  }

  @FieldResolver(() => Withdrawal, { nullable: true, description: "Set when status is WITHDRAWN." })
  withdrawal(@Root() project: ResearchProject): Withdrawal | null {
    if (!isWithdrawn(project)) return null;
    return {
      reason: project.withdrawalReason ?? "",
      withdrawnAt: project.withdrawnAt ?? project.updatedAt,
    };
  }

  @FieldResolver(() => School, { nullable: true, description: "The school whose inquiry it is." })
  school(@Root() { schoolId }: ResearchProject, @Ctx() ctx: Context) {
    return schoolId === null ? null : ctx.load(schoolsById, schoolId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who leads it; null when withdrawn or not known.",
  })
  lead(@Root() project: ResearchProject, @Ctx() ctx: Context) {
    return project.leadId === null || isWithdrawn(project)
      ? null
      : ctx.load(personsById, project.leadId);
  }

  @FieldResolver(() => [Term], { description: "What it is described by." })
  async terms(
    @Root() project: ResearchProject,
    @Ctx() ctx: Context,
    @Arg("scheme", () => TermScheme, {
      nullable: true,
      description: "Terms of one vocabulary; all when left out.",
    })
    scheme?: TermScheme | null,
  ): Promise<Term[]> {
    return isWithdrawn(project) ? [] : ofScheme(await ctx.load(termsByProject, project.id), scheme);
  }

  @FieldResolver(() => summaries.Connection, {
    description: "The summaries it starts from, by slug.",
  })
  evidence(
    @Root() project: ResearchProject,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SummaryView>> | Page<SummaryView> {
    const request = pageRequest(page);
    return isWithdrawn(project) ? emptyPage() : evidenceOfProject(ctx, project.id, request);
  }
}

@Resolver(() => SummaryView)
export class SummaryProjectsResolver {
  @FieldResolver(() => projects.Connection, {
    description: "Schools' inquiries that start from it, newest first.",
  })
  researchProjects(
    @Root() { id, revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ResearchProject>> | Page<ResearchProject> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : projectsOfSummary(ctx, id, request);
  }
}

@Resolver(() => School)
export class SchoolProjectsResolver {
  @FieldResolver(() => projects.Connection, {
    description: "The school's own inquiries, newest first.",
  })
  researchProjects(
    @Root() { id }: School,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ResearchProject>> {
    return projectsOfSchool(ctx, id, pageRequest(page));
  }
}

@Resolver(() => Person)
export class PersonProjectsResolver {
  @FieldResolver(() => projects.Connection, { description: "Inquiries they lead, newest first." })
  researchProjects(
    @Root() { id }: Person,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ResearchProject>> {
    return projectsOfPerson(ctx, id, pageRequest(page));
  }
}
