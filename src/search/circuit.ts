/** Closed: calls go through. Open: they do not. Half-open: it is being found out whether they may again. */
export type CircuitState = "closed" | "open" | "half-open";

/** How a circuit stands, fit to be shown and logged. */
export interface CircuitReport {
  readonly state: CircuitState;
  readonly since: Date;
  /** Why it is not closed, or why it last was not; null when nothing has gone wrong yet. */
  readonly reason: string | null;
}

export interface CircuitSettings {
  /** Finds out whether calls would succeed; throws when not. Must come to an end by itself. */
  readonly check: () => Promise<void>;
  /** What is wrong by an error, in words fit for a log. */
  readonly reasonOf: (error: unknown) => string;
  /** Told once of every change between closed and not closed. */
  readonly changed?: (report: CircuitReport) => void;
  /** Failures in a row that open it. */
  readonly failuresMax?: number;
  /** First pause before an open circuit is tried; each later one is twice as long. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  /** How often a closed circuit is checked: what is wrong may be known before anybody calls. */
  readonly checkEveryMs?: number;
}

/**
 * Whether a server is worth calling. It is tried by a check of its own beside the calls, never by a caller: while it is open,
 * nobody waits for the server, and it closes by itself though nobody calls. Begins open; `start` tries it at once.
 */
export class Circuit {
  readonly #settings: Required<CircuitSettings>;
  #report: CircuitReport = { state: "open", since: new Date(), reason: null };
  #failures = 0;
  /** Openings since a call last succeeded: a server that passes the check and fails its callers is tried ever more rarely. */
  #openings = 0;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;
  #stopped = false;

  constructor(settings: CircuitSettings) {
    this.#settings = {
      changed: () => {},
      failuresMax: 3,
      firstPauseMs: 1_000,
      longestPauseMs: 10_000,
      checkEveryMs: 5_000,
      ...settings,
    };
  }

  get report(): CircuitReport {
    return this.#report;
  }

  get closed(): boolean {
    return this.#report.state === "closed";
  }

  /** Begins to check; resolves after the first check. */
  start(): Promise<void> {
    return this.#check();
  }

  /** Ends the checks, and waits for the one under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#checking;
  }

  /** A call has succeeded. */
  succeeded(): void {
    this.#failures = 0;
    if (this.closed) this.#openings = 0;
  }

  /** A call has failed. */
  failed(error: unknown): void {
    this.#failures += 1;
    if (this.closed && this.#failures >= this.#settings.failuresMax) {
      this.#open(error);
      this.#plan();
    }
  }

  #check(): Promise<void> {
    clearTimeout(this.#timer);
    return (this.#checking ??= this.#tried().finally(() => {
      this.#checking = undefined;
      this.#plan();
    }));
  }

  async #tried(): Promise<void> {
    if (!this.closed) this.#report = { ...this.#report, state: "half-open" };
    try {
      await this.#settings.check();
      // Calls that failed while it was asked say more of the moment than the answer does.
      if (this.#report.state === "half-open") this.#close();
    } catch (error) {
      this.#open(error);
    }
  }

  #close(): void {
    this.#failures = 0;
    this.#report = { ...this.#report, state: "closed", since: new Date() };
    this.#settings.changed(this.#report);
  }

  #open(error: unknown): void {
    const { state, since, reason: before } = this.#report;
    const reason = this.#settings.reasonOf(error);
    this.#openings += 1;
    this.#report = { state: "open", since: state === "closed" ? new Date() : since, reason };
    if (state === "closed" || reason !== before) this.#settings.changed(this.#report);
  }

  #plan(): void {
    if (this.#stopped || this.#checking) return;
    const { checkEveryMs, firstPauseMs, longestPauseMs } = this.#settings;
    const pause = Math.min(firstPauseMs * 2 ** Math.max(0, this.#openings - 1), longestPauseMs);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(), this.closed ? checkEveryMs : pause);
    this.#timer.unref();
  }
}
