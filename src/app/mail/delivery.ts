import type { Em } from "../../kernel/em.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Letter, Post } from "./post.ts";

/** Doubling from half a minute, never more than six hours apart: tried for a little over a day. */
const attemptsMax = 14;
const firstWaitSeconds = 30;
const longestWaitSeconds = 6 * 3_600;

/** How long a message is one worker's own. A delivery that takes longer has failed: see `patienceMs` in post.ts. */
const claimSeconds = 300;

/**
 * Delivers what waits, one message after the other; answers how many went out. Stops at the first fault that is the mail
 * server's and not the message's: the rest would meet it too. No transaction stays open while a server is spoken to.
 */
export async function deliverMail(
  em: Em,
  post: Post,
  log: Logger,
  going: () => boolean = () => true,
): Promise<number> {
  let delivered = 0;
  while (going()) {
    const letter = await claim(em);
    if (!letter) break;
    try {
      const { file } = await post.deliver(letter);
      const gone = await em.execute(`delete from mail_message where id = ? returning id`, [
        letter.id,
      ]);
      // Whom it speaks of was erased meanwhile, and perhaps the folder looked through before the file was there.
      if (gone.length === 0 && file !== undefined) await post.discard(file);
      delivered += 1;
      log.info({ kind: letter.kind, ...(file !== undefined && { file }) }, "a mail was sent");
    } catch (error) {
      const fault = faultOf(error);
      const givenUp = fault.permanent || letter.attempts >= attemptsMax;
      await putBack(em, letter, String(error), givenUp);
      // Not the error's words: a server's answer names the address.
      log.warn(
        { kind: letter.kind, code: fault.code, attempts: letter.attempts, givenUp },
        "a mail could not be sent",
      );
      if (!fault.ofMessage) break;
    }
  }
  return delivered;
}

type Claimed = Letter & { readonly attempts: number };

/** Takes the message that has waited longest; another worker that asks meanwhile gets the next one. */
async function claim(em: Em): Promise<Claimed | undefined> {
  const [row] = await em.execute<Claimed[]>(
    `update mail_message set attempts = attempts + 1, next_attempt_at = now() + ? * interval '1 second'
     where id = (
       select id from mail_message where next_attempt_at <= now()
       order by next_attempt_at, id limit 1 for update skip locked)
     returning id, kind, recipient, subject, text, about, attempts`,
    [claimSeconds],
  );
  return row;
}

async function putBack(em: Em, letter: Claimed, error: string, givenUp: boolean): Promise<void> {
  const wait = Math.min(firstWaitSeconds * 2 ** (letter.attempts - 1), longestWaitSeconds);
  await em.execute(
    givenUp
      ? `update mail_message set last_error = ?, next_attempt_at = null, text = '' where id = ?`
      : `update mail_message set last_error = ?, next_attempt_at = now() + ? * interval '1 second' where id = ?`,
    givenUp ? [error, letter.id] : [error, wait, letter.id],
    "run",
  );
}

/** Whether a fault is this message's alone, and whether it is for good; a server that is away may come back. */
function faultOf(error: unknown): { code: string; ofMessage: boolean; permanent: boolean } {
  const { code, command, responseCode } = error as Partial<
    Record<"code" | "command", string> & { responseCode: number }
  >;
  const ofMessage = command === "RCPT TO" || code === "EMESSAGE";
  return {
    code: [code, responseCode].filter(Boolean).join(" ") || "unknown",
    ofMessage,
    permanent: ofMessage && (responseCode ?? 0) >= 500,
  };
}
