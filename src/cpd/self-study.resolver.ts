import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
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
import { SelfStudyItem } from "./self-study.entity.ts";
import { SelfStudyItemFilter } from "./self-study.inputs.ts";
import {
  evidenceOfItem,
  listSelfStudy,
  sectionsOfItem,
  selfStudy,
  selfStudyBySlug,
  selfStudyOfOrganisation,
  selfStudyOfSummary,
  termsByItem,
} from "./self-study.reader.ts";

@Resolver(() => SelfStudyItem)
export class SelfStudyItemResolver {
  @Query(() => selfStudy.Connection, {
    description:
      "Self-study items: module by module, each in the order in which it is worked through.",
  })
  selfStudyItems(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => SelfStudyItemFilter, {
      nullable: true,
      description: "Which items; all when left out.",
    })
    filter?: SelfStudyItemFilter | null,
  ): Promise<Page<SelfStudyItem>> {
    return listSelfStudy(ctx, filter ?? {}, pageRequest(page));
  }

  @Query(() => SelfStudyItem, {
    nullable: true,
    description: "The self-study item at an address; null when there is none.",
  })
  selfStudyItem(
    @Ctx() ctx: Context,
    @Arg("slug", () => String, { description: "Its slug." }) slug: string,
  ): Promise<SelfStudyItem | null> | null {
    return isSlug(slug) ? selfStudyBySlug(ctx, slug) : null;
  }

  @FieldResolver(() => ContentKind, { description: "Always SELF_STUDY." })
  kind(): ContentKind {
    return ContentKind.SELF_STUDY;
  }

  @FieldResolver(() => String, { description: "Absolute address of its page." })
  url(@Root() { slug }: SelfStudyItem, @Ctx() ctx: Context): string {
    return ctx.url(`/cpd/self-study/${slug}`);
  }

  @FieldResolver(() => [SummarySection], { description: "Its text, part by part." })
  async sections(@Root() { id }: SelfStudyItem, @Ctx() ctx: Context): Promise<SummarySection[]> {
    return [...((await ctx.load(sectionsOfItem, id)) ?? [])];
  }

  @FieldResolver(() => Organisation, { description: "Who wrote it." })
  provider(@Root() { providerId }: SelfStudyItem, @Ctx() ctx: Context) {
    return ctx.load(organisationsById, providerId);
  }

  @FieldResolver(() => [Term], { description: "What it is described by." })
  async terms(
    @Root() { id }: SelfStudyItem,
    @Ctx() ctx: Context,
    @Arg("scheme", () => TermScheme, {
      nullable: true,
      description: "Terms of one vocabulary; all when left out.",
    })
    scheme?: TermScheme | null,
  ): Promise<Term[]> {
    return ofScheme(await ctx.load(termsByItem, id), scheme);
  }

  @FieldResolver(() => summaries.Connection, {
    description: "The summaries that its text points to, by slug.",
  })
  evidence(
    @Root() { id }: SelfStudyItem,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SummaryView>> {
    return evidenceOfItem(ctx, id, pageRequest(page));
  }
}

/** Evidence does not know self-study; self-study adds itself to it. */
@Resolver(() => SummaryView)
export class SummarySelfStudyResolver {
  @FieldResolver(() => selfStudy.Connection, {
    description: "Self-study items whose text points to it.",
  })
  selfStudyItems(
    @Root() { id, revisionId }: SummaryView,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SelfStudyItem>> | Page<SelfStudyItem> {
    const request = pageRequest(page);
    return revisionId === null ? emptyPage() : selfStudyOfSummary(ctx, id, request);
  }
}

@Resolver(() => Organisation)
export class OrganisationSelfStudyResolver {
  @FieldResolver(() => selfStudy.Connection, { description: "Self-study items it wrote." })
  selfStudyItems(
    @Root() { id }: Organisation,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<SelfStudyItem>> {
    return selfStudyOfOrganisation(ctx, id, pageRequest(page));
  }
}
