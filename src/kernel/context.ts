import DataLoader from "dataloader";
import type { Em } from "./em.ts";
import type { Viewer } from "./viewer.ts";

/** Reads many keys in one go. Keys that are absent from the answer do not exist for the viewer. */
export type Batch<T> = (ctx: Context, keys: readonly string[]) => Promise<Map<string, T>>;

/** As `Batch`, with arguments that all keys of one statement share (a page size, a cursor). */
export type BatchWith<T, A> = (
  ctx: Context,
  keys: readonly string[],
  args: A,
) => Promise<Map<string, T>>;

/** Names a service that the composition provides, without the kernel knowing its type. */
export class Service<T> {
  declare readonly type: T;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What the composition hands to every request. */
export interface Surroundings {
  /** Absolute address of the site, without a slash at the end. */
  readonly publicUrl: string;
  readonly services: ReadonlyMap<Service<unknown>, unknown>;
}

/** Everything one request works with: its own entity manager, its viewer, its loaders. */
export class Context {
  readonly em: Em;
  readonly viewer: Viewer;
  // Not #private: Apollo copies the context for every request, and a copy has no #private fields.
  private readonly surroundings: Surroundings;
  private readonly loaders = new Map<object, Map<string, DataLoader<string, unknown>>>();

  constructor(em: Em, viewer: Viewer, surroundings: Surroundings) {
    this.em = em;
    this.viewer = viewer;
    this.surroundings = surroundings;
  }

  /** Absolute address of a page: `url("/evidence/feedback")`. */
  url(path: string): string {
    return this.surroundings.publicUrl + path;
  }

  service<T>(key: Service<T>): T {
    const found = this.surroundings.services.get(key);
    if (found === undefined) throw new Error(`No service ${key.name} was provided.`);
    return found as T;
  }

  /** One batch per tick and per request, keyed by the batch function itself. */
  load<T>(batch: Batch<T>, key: string): Promise<T | undefined> {
    return this.loader(batch, "", (keys) => batch(this, keys)).load(key) as Promise<T | undefined>;
  }

  /** As `load`; one statement for each different set of arguments, however many keys. */
  loadWith<T, A>(batch: BatchWith<T, A>, args: A, key: string): Promise<T | undefined> {
    const run = (keys: readonly string[]) => batch(this, keys, args);
    return this.loader(batch, JSON.stringify(args), run).load(key) as Promise<T | undefined>;
  }

  /**
   * Runs a write in one transaction, with an entity manager that remembers nothing. What was read for this request before
   * is forgotten: the answer, and the next mutation of the same request, show what stands now.
   */
  async write<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    const em = this.em.fork({ keepTransactionContext: true });
    const done = await em.transactional((tx) => work(tx as Em));
    this.loaders.clear();
    return done;
  }

  private loader(
    batch: object,
    args: string,
    run: (keys: readonly string[]) => Promise<Map<string, unknown>>,
  ): DataLoader<string, unknown> {
    let byArguments = this.loaders.get(batch);
    if (!byArguments) this.loaders.set(batch, (byArguments = new Map()));
    let loader = byArguments.get(args);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const found = await run(keys);
        return keys.map((key) => found.get(key));
      });
      byArguments.set(args, loader);
    }
    return loader;
  }
}
