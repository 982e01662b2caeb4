import type { Opt } from "@mikro-orm/core";
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
} from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { CpdSession } from "../cpd/cpd-session.entity.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { conflict } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Person } from "../people/person.entity.ts";
import { School } from "../people/school.entity.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";
import { type ReflectionText, sameText, textOf } from "./reflection-text.ts";
import { ReflectionModeration, ReflectionVisibility } from "./reflection.state.ts";

export { ReflectionModeration, ReflectionVisibility };

@ObjectType({
  implements: [Node, Searchable],
  description: "A teacher's account of trying something: about a summary or a session.",
})
@Entity()
@Check({ name: "reflection_subject", expression: "num_nonnulls(summary_id, session_id) = 1" })
@Check({
  name: "reflection_public",
  expression: "(visibility = 'PUBLIC') = (published_at is not null)",
})
@Check({
  name: "reflection_submitted",
  expression: "(moderation = 'SUBMITTED') = (submitted_at is not null)",
})
export class Reflection implements Searchable {
  @Field(() => ID, { description: "Typed id, reflection_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("reflection");

  @Field(() => String, { description: "Title, as plain text." })
  @Property({ type: "text" })
  title!: string;

  @Field(() => ReflectionVisibility, { description: "Who may read it." })
  @Enum({ items: () => ReflectionVisibility, type: "text" })
  visibility: ReflectionVisibility & Opt = ReflectionVisibility.PRIVATE;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "author_id", index: true })
  authorId: string | null = null;

  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @Field(() => String, { description: "The class and the situation. Plain text." })
  @Property({ type: "text" })
  context!: string;

  @Field(() => String, { description: "What was tried. Plain text." })
  @Property({ type: "text" })
  tried!: string;

  @Field(() => String, { description: "What happened. Plain text." })
  @Property({ type: "text" })
  happened!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the teacher will do next. Plain text.",
  })
  @Property({ type: "text", nullable: true })
  next: string | null = null;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    nullable: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId: string | null = null;

  @ManyToOne(() => CpdSession, {
    mapToPk: true,
    nullable: true,
    fieldName: "session_id",
    index: true,
  })
  sessionId: string | null = null;

  @Field(() => GraphQLDateTime, { description: "When it was written." })
  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  /** When a moderator accepted it as public. */
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it became public; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  @Index()
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  @Enum({ items: () => ReflectionModeration, type: "text" })
  moderation: ReflectionModeration & Opt = ReflectionModeration.NONE;

  /** Why a moderator returned it; kept until it is submitted again. */
  @Property({ type: "text", nullable: true })
  moderationNote: string | null = null;

  @Property({ type: "datetime", nullable: true })
  @Index()
  submittedAt: Date | null = null;

  /** Grows with each change of the author's text, so that a save on an older one is noticed. */
  @Property({ type: "integer" })
  revision: number & Opt = 1;

  /** The author's text where readers still see an older one; null where they are the same. */
  @Property({ type: "json", nullable: true })
  pending: ReflectionText | null = null;

  /** Keys of likely personal data that the author has said may stay. A key holds for one text only. */
  @Property({ type: "json" })
  confirmedMarks: string[] & Opt = [];

  /** Its address has been given out: it says that it is gone when it is. */
  @Property({ type: "boolean" })
  oncePublic: boolean & Opt = false;

  /** Last change of the author's text, whether readers see it or not. */
  @Property({ type: "datetime" })
  editedAt: Date & Opt = new Date();

  /**
   * Takes the author's new text. What others read stays as it is until it is shared or accepted again, and what waited
   * for a moderator waits no longer: nobody decides about a text that is still being written.
   */
  write(text: ReflectionText, at: Date): void {
    if (this.visibility === ReflectionVisibility.PRIVATE) {
      Object.assign(this, textOf(text));
      this.updatedAt = at;
    } else this.pending = sameText(text, this) ? null : textOf(text);
    this.revision += 1;
    this.editedAt = at;
    if (this.moderation === ReflectionModeration.SUBMITTED) this.recall();
  }

  /** Lets the staff of a school read the newest text. */
  share(schoolId: string, at: Date): void {
    if (this.visibility === ReflectionVisibility.PUBLIC)
      throw conflict("This reflection is public already: everyone reads it, the school too.");
    this.show(at);
    this.schoolId = schoolId;
    this.visibility = ReflectionVisibility.SCHOOL;
  }

  /** Asks moderators to make the newest text public. */
  submit(schoolId: string | null, at: Date): void {
    if (this.moderation === ReflectionModeration.SUBMITTED)
      throw conflict("This reflection has been submitted already; a moderator will decide.");
    if (this.visibility === ReflectionVisibility.PUBLIC && this.pending === null)
      throw conflict("This reflection is public already, and nothing in it has changed.");
    if (this.visibility === ReflectionVisibility.PRIVATE) this.schoolId = schoolId;
    this.moderation = ReflectionModeration.SUBMITTED;
    this.submittedAt = at;
    this.moderationNote = null;
  }

  /** Puts the submitted text before everyone. */
  accept(at: Date): void {
    this.decide();
    this.show(at);
    this.visibility = ReflectionVisibility.PUBLIC;
    this.publishedAt ??= at;
    this.oncePublic = true;
    this.moderation = ReflectionModeration.ACCEPTED;
  }

  /** Gives it back to its author with a note; who reads it stays as it was. */
  return(note: string): void {
    this.decide();
    this.moderation = ReflectionModeration.RETURNED;
    this.moderationNote = note;
  }

  /** Back to its author alone, with the newest text. */
  withdraw(at: Date): void {
    if (
      this.visibility === ReflectionVisibility.PRIVATE &&
      this.moderation !== ReflectionModeration.SUBMITTED
    )
      throw conflict("This reflection is private already: nobody else reads it.");
    this.show(at);
    this.visibility = ReflectionVisibility.PRIVATE;
    this.publishedAt = null;
    this.submittedAt = null;
    this.moderationNote = null;
    this.moderation = ReflectionModeration.WITHDRAWN;
  }

  /** Leaves nothing of it but the fact that there was something at its public address. */
  empty(at: Date): void {
    if (
      this.visibility !== ReflectionVisibility.PRIVATE ||
      this.moderation === ReflectionModeration.SUBMITTED
    )
      this.withdraw(at);
    Object.assign(this, { title: "", context: "", tried: "", happened: "", next: null });
    Object.assign(this, { authorId: null, schoolId: null, moderationNote: null });
    this.confirmedMarks = [];
    this.moderation = ReflectionModeration.WITHDRAWN;
  }

  /** Keeps what everyone reads, and forgets who wrote it and what they have not published. */
  disown(): void {
    this.pending = null;
    this.submittedAt = null;
    this.moderationNote = null;
    this.moderation = ReflectionModeration.ACCEPTED;
    this.confirmedMarks = [];
    this.authorId = null;
    this.schoolId = null;
  }

  private show(at: Date): void {
    if (this.pending) Object.assign(this, this.pending);
    this.pending = null;
    this.updatedAt = at;
  }

  private decide(): void {
    if (this.moderation !== ReflectionModeration.SUBMITTED)
      throw conflict("This reflection does not wait for a moderator: it has been decided about.");
    this.submittedAt = null;
  }

  private recall(): void {
    this.submittedAt = null;
    this.moderation =
      this.visibility === ReflectionVisibility.PUBLIC
        ? ReflectionModeration.ACCEPTED
        : ReflectionModeration.NONE;
  }

  kind!: ContentKind & Opt;
  url!: string & Opt;
}

/** The author's newest text, of an entity or a row: what they edit, and what moderators decide about. */
export const latestText = (reflection: Reflection): ReflectionText =>
  reflection.pending ?? textOf(reflection);
