import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { withdrawalReason } from "../kernel/withdrawal.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { personsById } from "../people/people.reader.ts";
import { Person } from "../people/person.entity.ts";
import { SummaryView } from "./evidence-summary.view.ts";
import {
  canPublishSummary,
  canReviewSummary,
  canUpdateSummary,
  canWithdrawSummary,
} from "./evidence.policy.ts";
import { reachableSummariesById } from "./summary.reader.ts";
import { withdrawSummary } from "./summary.service.ts";

@ObjectType({ description: "What the viewer may do with a summary as it stands." })
class EvidenceSummaryViewerCan {
  @Field(() => Boolean, {
    description: "Change what it says: its author and publishers, but not while it is reviewed.",
  })
  update!: boolean;

  @Field(() => Boolean, {
    description: "Approve it or ask for changes: reviewers, of what they did not write themselves.",
  })
  review!: boolean;

  @Field(() => Boolean, { description: "Put it before readers once it is approved: publishers." })
  publish!: boolean;

  @Field(() => Boolean, {
    description: "Take it back once it is public: publishers and administrators.",
  })
  withdraw!: boolean;
}

/** What is done with summaries, and by whom. */
@Resolver(() => SummaryView)
export class SummaryActsResolver {
  @Mutation(() => SummaryView, {
    description:
      "Takes a published summary back; its address keeps the reason and the date, lists and search forget it. UNAUTHENTICATED when signed out, NOT_FOUND, FORBIDDEN for whoever is neither publisher nor administrator, CONFLICT when it was never published or is withdrawn already.",
  })
  async summaryWithdraw(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Id of the summary." }) id: string,
    @Arg("reason", () => String, {
      description: "Why, in words for readers, 1 to 1,000 characters.",
    })
    reason: string,
  ): Promise<SummaryView> {
    const person = requirePerson(ctx.viewer, "withdraw a summary");
    await withdrawSummary(ctx.em, person, id, withdrawalReason(reason));
    return (await ctx.load(reachableSummariesById, id))!;
  }

  @FieldResolver(() => EvidenceSummaryViewerCan, {
    description: "What the viewer may do with it.",
  })
  viewerCan(@Root() summary: SummaryView, @Ctx() { viewer }: Context): EvidenceSummaryViewerCan {
    return {
      update: canUpdateSummary(viewer, summary),
      review: canReviewSummary(viewer, summary),
      publish: canPublishSummary(viewer, summary),
      withdraw: canWithdrawSummary(viewer, summary),
    };
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who writes it; null when imported, withdrawn, or by a former teacher.",
  })
  author(@Root() { authorId }: SummaryView, @Ctx() ctx: Context) {
    return authorId === null ? null : ctx.load(personsById, authorId);
  }
}
