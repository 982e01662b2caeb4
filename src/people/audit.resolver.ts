import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AuditEvent } from "../kernel/audit.entity.ts";
import { PageArgs, pageRequest } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { prefixOf } from "../kernel/ids.ts";
import type { Page } from "../kernel/paging.ts";
import { AuditActor, AuditDetailView, AuditEventFilter } from "./audit.inputs.ts";
import { auditActorsById, auditEvents, listAuditActs, listAuditEvents } from "./audit.reader.ts";
import { personsById } from "./people.reader.ts";
import { Person } from "./person.entity.ts";

@Resolver(() => AuditEvent)
export class AuditEventResolver {
  @Query(() => auditEvents.Connection, {
    description:
      "The audit trail, newest first. For administrators: UNAUTHENTICATED or FORBIDDEN for anybody else.",
  })
  auditEvents(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AuditEventFilter, {
      nullable: true,
      description: "Which lines; all of them when left out.",
    })
    filter?: AuditEventFilter | null,
  ): Promise<Page<AuditEvent>> {
    return listAuditEvents(ctx, filter ?? {}, pageRequest(page));
  }

  @Query(() => [String], {
    description:
      "Every act that the audit trail knows, in alphabetical order. For administrators: UNAUTHENTICATED or FORBIDDEN for anybody else.",
  })
  auditActs(@Ctx() ctx: Context): Promise<string[]> {
    return listAuditActs(ctx);
  }

  @FieldResolver(() => AuditActor, {
    nullable: true,
    description:
      "Who did it; null for a visitor who was not signed in, and for the program itself.",
  })
  async actor(@Root() { actor }: AuditEvent, @Ctx() ctx: Context): Promise<AuditActor | null> {
    if (actor === null) return null;
    const gone = { id: actor, name: null, email: null, personId: null };
    return (await ctx.load(auditActorsById, actor)) ?? gone;
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description:
      "The person it was done to; null where it was done to something else, and once the person is gone.",
  })
  subjectPerson(@Root() { subject }: AuditEvent, @Ctx() ctx: Context) {
    return prefixOf(subject) === "person" ? ctx.load(personsById, subject) : null;
  }

  @FieldResolver(() => [AuditDetailView], {
    description: "What more is known of it, by name; never anything that says who somebody is.",
  })
  detail(@Root() { detail }: AuditEvent): AuditDetailView[] {
    return Object.entries(detail).map(([name, value]) => ({ name, value: String(value) }));
  }
}
