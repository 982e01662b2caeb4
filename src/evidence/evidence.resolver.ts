import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { isSlug } from "../kernel/input.ts";
import { emptyPage, type Page } from "../kernel/paging.ts";
import { SummarySection } from "../kernel/section.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { ofScheme } from "../terms/term.reader.ts";
import { CostEffectivenessGroup, costEffectivenessGroup } from "./cost-effectiveness.ts";
import { SummaryReference, SummaryView } from "./evidence-summary.view.ts";
import { EvidenceSummaryFilter, EvidenceSummarySort } from "./evidence.inputs.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { Finding } from "./finding.entity.ts";
import { Study } from "./study.entity.ts";
import {
  findings,
  findingsOf,
  findingsOfStudy,
  guidanceByRevision,
  relatedOf,
  revisionTexts,
  studiesById,
  summariesOfGuidance,
  termsByRevision,
} from "./summary-parts.reader.ts";
import { listSummaries, summaries, summaryBySlug } from "./summary.reader.ts";

@Resolver(() => SummaryView)
export class EvidenceSummaryResolver {
  @Query(() => summaries.Connection, {
    description:
      "Evidence summaries: published ones, and those not yet published for their authors, reviewers and publishers.",
  })
  evidenceSummaries(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => EvidenceSummaryFilter, {
      nullable: true,
      description: "Which summaries; all when left out.",
    })
    filter?: EvidenceSummaryFilter | null,
    @Arg("sort", () => EvidenceSummarySort, {
      defaultValue: EvidenceSummarySort.TITLE,
      description: "In which order.",
    })
    sort: EvidenceSummarySort = EvidenceSummarySort.TITLE,
  ): Promise<Page<SummaryView>> {
    return listSummaries(ctx, filter ?? {}, sort, pageRequest(page));
  }

  @Query(() => SummaryView, {
    nullable: true,
    description:
      "The summary at an address, as a tombstone when it was withdrawn; null when there is none.",
  })
  evidenceSummary(
    @Ctx() ctx: Context,
    @Arg("slug", () => String, {
      description: "Its slug, for example metacognition-and-self-regulation.",
    })
    slug: string,
  ): Promise<SummaryView | null> | null {
    return isSlug(slug) ? summaryBySlug(ctx, slug) : null;
  }

  @FieldResolver(() => [SummarySection], {
    description: "The text, in reading order; empty when withdrawn.",
  })
  async sections(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
  ): Promise<SummarySection[]> {
    return (revisionId !== null && (await ctx.load(revisionTexts, revisionId))?.sections) || [];
  }

  @FieldResolver(() => [SummaryReference], {
    description: "The publications the text rests on; empty when withdrawn.",
  })
  async references(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
  ): Promise<SummaryReference[]> {
    return (revisionId !== null && (await ctx.load(revisionTexts, revisionId))?.references) || [];
  }

  @FieldResolver(() => CostEffectivenessGroup, {
    description: "What can be said when its months are set against its cost.",
  })
  costEffectivenessGroup(@Root() of: SummaryView): CostEffectivenessGroup {
    return costEffectivenessGroup(of);
  }

  @FieldResolver(() => [Term], {
    description: "What it is described by, in the vocabulary's order.",
  })
  async terms(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Arg("scheme", () => TermScheme, {
      nullable: true,
      description: "Terms of one vocabulary; all when left out.",
    })
    scheme?: TermScheme | null,
  ): Promise<Term[]> {
    if (revisionId === null) return [];
    return ofScheme(await ctx.load(termsByRevision, revisionId), scheme);
  }

  @FieldResolver(() => findings.Connection, {
    description: "Measured outcomes that it rests on, in its own order.",
  })
  findings(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Finding>> | Page<Finding> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : findingsOf(ctx, revisionId, request);
  }

  @FieldResolver(() => summaries.Connection, {
    description: "Summaries on neighbouring approaches, by slug.",
  })
  related(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SummaryView>> | Page<SummaryView> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : relatedOf(ctx, revisionId, request);
  }

  @FieldResolver(() => [GuidanceReport], {
    description: "Guidance reports on the same practice, newest first.",
  })
  async guidanceReports(
    @Root() { revisionId }: SummaryView,
    @Ctx() ctx: Context,
  ): Promise<GuidanceReport[]> {
    return (revisionId !== null && (await ctx.load(guidanceByRevision, revisionId))) || [];
  }

  @FieldResolver(() => [String], {
    description:
      "What must be shown with the summary: that it is not yet reviewed, and how to take its figures.",
  })
  notices(@Root() { revisionId, reviewed, source, publishedAt }: SummaryView): string[] {
    if (revisionId === null) return [];
    return [
      ...(publishedAt === null
        ? ["Not published: only its author, reviewers and publishers can read it."]
        : []),
      ...(reviewed
        ? []
        : ["Drafted from published figures, not yet reviewed by a Research School."]),
      ...(source.note ? [source.note] : []),
    ];
  }
}

@Resolver(() => Finding)
export class FindingResolver {
  @FieldResolver(() => Study, {
    nullable: true,
    description: "The study it comes from, where known.",
  })
  study(@Root() { studyId }: Finding, @Ctx() ctx: Context) {
    return studyId === null ? null : ctx.load(studiesById, studyId);
  }
}

@Resolver(() => Study)
export class StudyResolver {
  @FieldResolver(() => findings.Connection, {
    description: "What it found, of what is before readers.",
  })
  findings(
    @Root() { id }: Study,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Finding>> {
    return findingsOfStudy(ctx, id, pageRequest(page));
  }
}

@Resolver(() => GuidanceReport)
export class GuidanceReportResolver {
  @FieldResolver(() => summaries.Connection, {
    description: "The summaries that point to it, by slug.",
  })
  evidenceSummaries(
    @Root() { id }: GuidanceReport,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SummaryView>> {
    return summariesOfGuidance(ctx, id, pageRequest(page));
  }
}
