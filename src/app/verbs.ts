import type { ImportListener } from "../kernel/import-run.ts";
import { makeAdministrator } from "../people/administrator.service.ts";
import { backup } from "./backup/backup.ts";
import type { Database } from "./database.ts";
import type { Order } from "./hand-over/address.ts";
import { type ImportOrder, runImport } from "./import/run-import.ts";
import { configuredShipping } from "./shipping.ts";
import { reindex } from "./reindex.ts";
import { retain, type RetentionSettings } from "./retention.ts";
import { seed } from "./seed.ts";
import { StartError } from "./start-error.ts";
import { verifyNow } from "../search/meilisearch/shipping/check.ts";
import { rebuild, rollback } from "../search/meilisearch/shipping/rebuild.ts";
import { refusedDocuments, shippingState } from "../search/meilisearch/shipping/state.ts";
import { indexSettings } from "../search/meilisearch/settings.ts";
import { synonymGroups } from "../terms/term.reader.ts";

/** What a verb tells while it works: a call of its listener, as it goes over a socket. */
export type Told = {
  [Name in keyof ImportListener]: [name: Name, ...args: Parameters<ImportListener[Name]>];
}[keyof ImportListener];

/** One thing the command line can have done, on the database it opens or by the server that holds it. */
export type Verb = (
  database: Database,
  args: never,
  tell: (told: Told) => void,
  signal: AbortSignal,
) => Promise<unknown>;

/** What `potbank` does to a database, by name; arguments and answers are plain JSON. */
export const verbs = {
  // Opening migrates.
  migrate: async () => ({}),
  seed: ({ em }: Database, { demonstration }: { demonstration: boolean }) =>
    seed(em, { demonstration, now: new Date() }),
  administrator: ({ em }: Database, who: { email: string; name: string }) =>
    makeAdministrator(em, who),
  reindex: ({ em }: Database) => reindex(em),
  searchRebuild: (database: Database, _: null, tell: (told: Told) => void, signal: AbortSignal) =>
    rebuild(configuredShipping(database), { signal, tell: (text) => tell(["noted", text]) }),
  searchRollback: (database: Database, _: null, tell: (told: Told) => void, signal: AbortSignal) =>
    rollback(configuredShipping(database), { signal, tell: (text) => tell(["noted", text]) }),
  searchVerify: (
    database: Database,
    { repair }: { repair: boolean },
    _: (told: Told) => void,
    signal: AbortSignal,
  ) => verifyNow(configuredShipping(database), { repair, signal }),
  searchStatus: async ({ em }: Database) => ({
    ...(await shippingState(em.fork())),
    refused: await refusedDocuments(em.fork(), 20, []),
  }),
  searchSettings: ({ em }: Database) => indexSettings(em.fork(), synonymGroups),
  retention: (
    { em }: Database,
    args: { settings: RetentionSettings; mailFolder: string; dryRun: boolean },
  ) => retain(em, args.settings, args),
  import: ({ em }: Database, order: ImportOrder, tell: (told: Told) => void, signal: AbortSignal) =>
    runImport(em, order, listener(tell), signal),
  backup: (
    database: Database,
    { file, force }: { file: string; force: boolean },
    tell: (told: Told) => void,
    signal: AbortSignal,
  ) => backup(database, file, { force, signal, note: (text) => tell(["noted", text]) }),
} satisfies Record<string, Verb>;

const listener = (tell: (told: Told) => void): ImportListener => ({
  skipped: (...args) => tell(["skipped", ...args]),
  progressed: (...args) => tell(["progressed", ...args]),
  noted: (...args) => tell(["noted", ...args]),
});

export type VerbName = keyof typeof verbs;

type Parts<Name extends VerbName> = Parameters<(typeof verbs)[Name]>;

/** What a verb is told; nothing for one that needs nothing. */
export type ArgsOf<Name extends VerbName> =
  Parts<Name> extends [unknown, infer Args, ...unknown[]] ? Args : null;

/** What a verb answers. */
export type AnswerOf<Name extends VerbName> = Awaited<ReturnType<(typeof verbs)[Name]>>;

/** Does a verb whose name and arguments came over the socket. */
export function performOrder(
  database: Database,
  { verb, args }: Order,
  tell: (told: Told) => void,
  signal: AbortSignal,
): Promise<unknown> {
  if (!Object.hasOwn(verbs, verb))
    throw new StartError(
      `The server that runs on this folder does not know the command "${verb}". It may be an older one: restart it.`,
    );
  const perform: Verb = verbs[verb as VerbName];
  return perform(database, args as never, tell, signal);
}
