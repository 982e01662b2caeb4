import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Em } from "../../kernel/em.ts";

const minute = 60;
const hour = 60 * minute;

/** How often, in how many seconds. A whole school is one address, so what counts by address is many times more. */
const rules = {
  /** Wrong passwords for one account, known or not; then it takes no password for as long again. */
  account: { points: 10, duration: 15 * minute },
  /** Wrong passwords from one address, over all accounts. */
  address: { points: 300, duration: 15 * minute },
  /** Wrong codes of one account's second factor; right ones give all of them back. */
  secondFactor: { points: 10, duration: 15 * minute },
  /** One code of an account's second factor: longer than it is right, its half minute and one before and after. */
  code: { points: 1, duration: 2 * minute },
  /** Messages to one mailbox that anybody can ask for. */
  mailbox: { points: 6, duration: hour },
  /** Such messages, and new accounts, asked for from one address. */
  mailsByAddress: { points: 300, duration: hour },
} as const;

type Rule = keyof typeof rules;

/** What is counted by where it comes from. */
const byNetwork: ReadonlySet<Rule> = new Set(["address", "mailsByAddress"]);

/** Where a request comes from, as it is counted: whoever has one IPv6 address has all of its /64. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [before = "", after] = address.split("%")[0]!.split("::");
  const groups = before === "" ? [] : before.split(":");
  const rest = after ? after.split(":").length : 0;
  if (after !== undefined) while (groups.length < Math.min(4, 8 - rest)) groups.push("0");
  const whole = after ? [...groups, ...after.split(":")] : groups;
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** Seconds for which an account takes no password. */
export const lockSeconds: number = rules.account.duration;

/** How it stands after one more: how many are left, or how long until there are more. */
export type Taken =
  | { readonly left: number; readonly waitSeconds?: undefined }
  | { readonly waitSeconds: number };

/** Counts in the database, so that all processes count together. Each act is one statement. */
export class SignInLimits {
  readonly #limiters: Record<Rule, RateLimiterPostgres>;
  readonly #secret: string;
  constructor(em: Em, secret: string) {
    this.#secret = secret;
    const limiter = (rule: Rule) =>
      new RateLimiterPostgres({
        ...rules[rule],
        storeClient: limiterClient(em),
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        // A timer of its own would outlive the database: see `forgetOldLimits`.
        clearExpiredByTimeout: false,
        keyPrefix: rule,
      });
    this.#limiters = {
      account: limiter("account"),
      address: limiter("address"),
      secondFactor: limiter("secondFactor"),
      code: limiter("code"),
      mailbox: limiter("mailbox"),
      mailsByAddress: limiter("mailsByAddress"),
    };
  }

  /** A hash that nobody without the secret can make, since an address is easily guessed. */
  #key(rule: Rule, given: string): string {
    const subject = byNetwork.has(rule) ? networkOf(given) : given;
    return createHmac("sha256", this.#secret).update(`limit:${subject}`).digest("base64url");
  }

  /** Takes one, before what is limited is done: many at once get no further than one after another. */
  async take(rule: Rule, subject: string): Promise<Taken> {
    try {
      const { remainingPoints } = await this.#limiters[rule].consume(this.#key(rule, subject));
      return { left: remainingPoints };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    }
  }

  /** Gives one back that was not used up. */
  async giveBack(rule: Rule, subject: string): Promise<void> {
    await this.#limiters[rule].reward(this.#key(rule, subject));
  }

  /** From now on none is left for as long as the rule says. */
  async lock(rule: Rule, subject: string): Promise<void> {
    await this.#limiters[rule].block(this.#key(rule, subject), rules[rule].duration);
  }

  /** All are there again. */
  async reset(rule: Rule, subject: string): Promise<void> {
    await this.#limiters[rule].delete(this.#key(rule, subject));
  }
}

/** What the limiter takes for a pool of connections: our entity manager, which works on both databases. */
export const limiterClient = (em: Em) => ({
  async query({ text, values }: { text: string; values: readonly unknown[] }) {
    const params: unknown[] = [];
    const statement = text.replace(/\$(\d)/g, (_, place: string) => {
      params.push(values[Number(place) - 1]);
      return "?";
    });
    const rows = await em
      .fork({ keepTransactionContext: true })
      .execute<unknown[]>(statement, params);
    return { rows, rowCount: rows.length };
  },
});

/** Deletes what no longer counts. Part of the retention. */
export async function forgetOldLimits(em: Em, now: Date): Promise<void> {
  await em.execute(`delete from "rate_limit" where "expire" < ?`, [now.getTime()], "run");
}
