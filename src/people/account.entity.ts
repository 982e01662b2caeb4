import type { Opt } from "@mikro-orm/core";
import { Entity, OneToOne, Property, Unique } from "@mikro-orm/decorators/legacy";
import { Person } from "./person.entity.ts";

/**
 * What a person signs in as. Its id is the person's, so one id names both. Written by better-auth mostly (decision
 * 0017); a person without one cannot sign in, as invented ones and former teachers cannot.
 */
@Entity()
export class Account {
  @OneToOne(() => Person, { mapToPk: true, primary: true, owner: true, fieldName: "id" })
  id!: string;

  /** In lower case. Nobody reads it but its owner and administrators. */
  @Property({ type: "text" })
  @Unique()
  email!: string;

  /** Whether its owner has shown that mail sent there arrives; nobody signs in by password before. */
  @Property({ type: "boolean" })
  emailVerified: boolean & Opt = false;

  @Property({ type: "boolean" })
  twoFactorEnabled: boolean & Opt = false;

  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();
}
