import { join } from "node:path";
import type { Logger } from "../../kernel/log.ts";
import type { Config, Secrets } from "../config.ts";
import { filePost, type Post, smtpPost } from "./post.ts";

/** The post that the configuration names; says at start where messages go when nobody will receive them. */
export function configuredPost(
  { database, dataFolder, mailFrom }: Pick<Config, "database" | "dataFolder" | "mailFrom">,
  { smtpUrl }: Pick<Secrets, "smtpUrl">,
  log: Logger,
): Post {
  if (smtpUrl !== undefined) return smtpPost(smtpUrl, mailFrom);
  const folder = join(dataFolder, "mail");
  if (database === "postgresql")
    log.warn(
      { folder },
      "SMTP_URL is not set: no mail is sent. Messages, which hold sign-in links, are put into files that only this machine can read.",
    );
  return filePost(folder, mailFrom);
}
