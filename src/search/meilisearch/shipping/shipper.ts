import { setTimeout as sleep } from "node:timers/promises";
import { type Logger, origin } from "../../../kernel/log.ts";
import { MeilisearchFault } from "../fault.ts";
import { backOff } from "./back-off.ts";
import { verify } from "./check.ts";
import { applySettings, arrive, type Shipping } from "./indexes.ts";
import { doubt, look, remembered } from "./ledger.ts";
import { rebuild, ShippingRefused } from "./rebuild.ts";
import { shipNow } from "./ship-now.ts";
import { TaskLost } from "./tasks.ts";

/** Keeps the index behind the database by a moment, over and over until stopped. */
export interface Shipper {
  stop(): Promise<void>;
}

/** A write is found within this time: one statement through an index when there is nothing. */
const lookMs = 100;

/** The server may be restored or wiped, and the vocabulary change, while nothing is written. */
const visitMs = 15_000;

const faultBackOff = { firstMs: 500, mostMs: 30_000 };

/**
 * Starts shipping. Of several processes on one database one ships at a time; the others look again. What is wrong with the
 * server is logged once, and once more when it is over.
 */
export function startShipper(shipping: Shipping, log: Logger): Shipper {
  const stopping = new AbortController();
  const { signal } = stopping;
  const shipper = new Follower(shipping, log, signal);
  const running = origin.run({ work: "shipper" }, () => shipper.follow());
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

class Follower {
  readonly #shipping: Shipping;
  readonly #log: Logger;
  readonly #signal: AbortSignal;
  #generation: string | undefined;
  #visitAt = 0;
  #failed = 0;
  #fault: string | undefined;

  constructor(shipping: Shipping, log: Logger, signal: AbortSignal) {
    this.#shipping = shipping;
    this.#log = log;
    this.#signal = signal;
  }

  async follow(): Promise<void> {
    while (!this.#signal.aborted) {
      let pause = lookMs;
      try {
        await this.#turn();
        if (this.#fault !== undefined) this.#log.info("the search index is followed again");
        this.#failed = 0;
        this.#fault = undefined;
      } catch (error) {
        if (this.#signal.aborted) return;
        pause = await this.#failedWith(error);
      }
      await sleep(pause, undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  async #turn(): Promise<void> {
    if (this.#generation === undefined || Date.now() >= this.#visitAt) await this.#visit();
    if (this.#generation === undefined) return;
    if (!(await look(this.#shipping.em.fork(), this.#generation)).waiting) return;
    await shipNow(this.#shipping, this.#signal);
  }

  /** Sees whether the index is there, is the one that it was, holds what is remembered, and is set as it should be. */
  async #visit(): Promise<void> {
    const { em, connection } = this.#shipping;
    const uid = connection.address.index;
    this.#generation = await arrive(this.#shipping, uid);
    if (this.#generation === undefined) {
      this.#log.warn("There is no search index: it is being built.");
      await rebuild(this.#shipping, { signal: this.#signal });
      this.#generation = await arrive(this.#shipping, uid);
    }
    await this.#shipping.exclusive("settings", async () => {
      const set = await applySettings(this.#shipping, uid, this.#signal);
      if (set.length > 0) this.#log.info({ settings: set }, "the search index is set anew");
    });
    const known = await remembered(em.fork(), this.#generation!);
    if (known?.doubtedAt) {
      this.#log.warn("The search index may not hold what it held: it is being compared.");
      await shipNow(this.#shipping, this.#signal);
      const found = await verify(this.#shipping, { repair: true, signal: this.#signal });
      if (found)
        this.#log.info(
          {
            missing: found.missing.length,
            stale: found.stale.length,
            extra: found.extra.length,
          },
          "the search index was compared",
        );
    }
    this.#visitAt = Date.now() + visitMs;
  }

  async #failedWith(thrown: unknown): Promise<number> {
    this.#visitAt = 0;
    this.#failed += 1;
    if (thrown instanceof TaskLost && this.#generation !== undefined)
      await doubt(this.#shipping.em.fork(), this.#generation, -1).catch(() => undefined);
    // Another process does it.
    if (thrown instanceof ShippingRefused) return faultBackOff.firstMs;
    const fault = thrown instanceof Error ? thrown.message : String(thrown);
    if (fault !== this.#fault)
      if (thrown instanceof MeilisearchFault)
        this.#log.warn({ fault: thrown.message }, "the search index cannot be followed");
      else this.#log.warn({ err: thrown }, "the search index cannot be followed");
    this.#fault = fault;
    return backOff(this.#failed, faultBackOff);
  }
}
