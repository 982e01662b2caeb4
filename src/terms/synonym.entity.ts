import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";

/** Words that mean the same to a searcher but are no term: behaviour and behavior, ECT and early career teacher. */
@Entity()
export class SynonymGroup {
  /** The words in lower case, joined by commas: seeding twice makes one row. */
  @PrimaryKey({ type: "text" })
  id!: string;

  @Property({ type: "text[]" })
  words!: string[];

  /** When a publisher added it; null for what the vocabulary's file has. */
  @Property({ type: "datetime", nullable: true })
  addedAt: Date | null = null;
}
