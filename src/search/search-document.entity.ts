import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, Index, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { ContentKind } from "./searchable.ts";

/** A named piece of a document's text; the name is what a snippet says it is from. */
export interface TextPart {
  readonly field: string;
  readonly text: string;
}

/**
 * What search knows of a record: written in the transaction that changes the record, so search is never behind.
 * The row is also the queue of any engine that follows: a version per row, a tombstone for what is gone.
 * Two columns are not here: `tsv`, lexemes with weights, made by the projection; `words`, as written, generated.
 * Written by projection.ts alone.
 */
@Entity()
@Index({ name: "search_document_version", properties: ["version"] })
export class SearchDocument {
  /** Id of the record. */
  @PrimaryKey({ type: "text" })
  id!: string;

  @Enum({ items: () => ContentKind, type: "text" })
  kind!: ContentKind;

  @Property({ type: "text" })
  title!: string;

  /** One plain sentence that stands above the body in rank; may be empty. */
  @Property({ type: "text" })
  headline!: string;

  /** Labels and aliases of its terms, for words that the text itself does not use. */
  @Property({ type: "text" })
  keywords!: string;

  /** The rest of the text, in reading order, as plain text. */
  @Property({ type: "json" })
  parts: TextPart[] & Opt = [];

  /** The parts joined: what is indexed as the body. */
  @Property({ type: "text" })
  body!: string;

  @Property({ type: "text[]" })
  topics: string[] & Opt = [];

  @Property({ type: "text[]" })
  subjects: string[] & Opt = [];

  @Property({ type: "text[]" })
  phases: string[] & Opt = [];

  @Property({ type: "text[]" })
  keyStages: string[] & Opt = [];

  @Property({ type: "text[]" })
  pupilGroups: string[] & Opt = [];

  @Property({ type: "integer", nullable: true })
  costBand: number | null = null;

  @Property({ type: "integer", nullable: true })
  evidenceStrength: number | null = null;

  @Property({ type: "integer", nullable: true })
  impactMonths: number | null = null;

  /** Who may find it, as tokens: `public`, `school:…`, `person:…`, `role:…`. A viewer holding any one of them may. */
  @Property({ type: "text[]" })
  audience: string[] & Opt = [];

  @Property({ type: "datetime", nullable: true })
  publishedAt: Date | null = null;

  @Property({ type: "datetime" })
  updatedAt!: Date;

  /**
   * Rises with every change of this row. Comparable within a row only: a transaction may commit a lower number after a
   * higher one is read elsewhere, so a follower compares row by row and never keeps one high-water mark.
   */
  @Property({ type: "bigint" })
  version!: string;

  /** When the row was last written, by the database's clock: how long it waits to be shipped is counted from here. */
  @Property({ type: "datetime", defaultRaw: "now()" })
  writtenAt!: Date & Opt;

  /** SHA-256 of what is indexed: equal hashes need no writing and no shipping. */
  @Property({ type: "text" })
  contentHash!: string;

  /** Set when the record is gone or found by nobody; the row stays as a tombstone. */
  @Property({ type: "datetime", nullable: true })
  deletedAt: Date | null = null;
}
