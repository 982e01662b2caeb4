import { Migration } from "@mikro-orm/migrations";

/** A message that waits says whom it speaks of, so that it goes with them: see decision 0021. */
export class Migration0013MailAbout extends Migration {
  override up(): void {
    this.addSql(`alter table "mail_message" add column "about" text[] not null default '{}'`);
  }
}
