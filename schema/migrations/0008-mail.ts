import { Migration } from "@mikro-orm/migrations";

/** Messages that wait to be sent. A row lives until its message has been delivered: its text may hold a token. */
export class Migration0008Mail extends Migration {
  override up(): void {
    this.addSql(`create table "mail_message" (
      "id" text not null,
      "kind" text not null,
      "recipient" text not null,
      "subject" text not null,
      "text" text not null,
      "created_at" timestamptz not null,
      "attempts" int not null,
      "next_attempt_at" timestamptz null,
      "last_error" text null,
      primary key ("id")
    )`);
    this.addSql(
      `create index "mail_message_waiting" on "mail_message" ("next_attempt_at") where "next_attempt_at" is not null`,
    );
  }
}
