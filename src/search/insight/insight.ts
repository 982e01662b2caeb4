import { Service } from "../../kernel/context.ts";
import type { Em } from "../../kernel/em.ts";
import { newId, prefixOf } from "../../kernel/ids.ts";
import type { Logger } from "../../kernel/log.ts";
import { plainText } from "../query-words.ts";

/** Remembers what was searched for, apart from the request: nobody waits for it, and nothing fails because of it. */
export interface SearchInsight {
  /** Remembers a search, by no person; answers by what a click names it, null where it is not to be remembered. */
  asked(query: string, hits: number): string | null;
  /** The hit in this place, from 1, of a search was opened. */
  opened(askedId: string, position: number): void;
}

/** What the composition provides to `Query.search`. */
export const searchInsight = new Service<SearchInsight>("searchInsight");

/** Remembers nothing. */
export const noInsight: SearchInsight = { asked: () => null, opened: () => {} };

/** A kept insight: `flush` writes what waits, `stop` does so for the last time. */
export interface KeptInsight extends SearchInsight {
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** A test keeps what it wrote in its own transaction. */
const keep = { keepTransactionContext: true } as const;

const everyMs = 2_000;

/** What waits to be written; more is dropped, because a crowd must not fill the memory. */
const waitingMax = 1_000;

/** A click may arrive at another process before the search has been written by its own. */
const triesMax = 4;

/** Longer questions are pasted texts, and nobody types them twice. */
const wordsMax = 120;

/**
 * The words as they are remembered; null for what should not be: nothing, a pasted text, and what may be somebody's
 * address, telephone or pupil number.
 */
export function rememberedWords(query: string): string | null {
  if (query.length > wordsMax || /@|\d(?:[\s-]?\d){5}/u.test(query)) return null;
  return plainText(query) || null;
}

interface Row {
  readonly id: string;
  readonly day: string;
  readonly words: string;
  readonly hits: number;
}

/** Keeps searches in the database, every few seconds with one statement for all of them. */
export function keepInsight(em: Em, log: Logger, now = () => new Date()): KeptInsight {
  let rows: Row[] = [];
  let clicks = new Map<string, { position: number; tries: number }>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const write = async () => {
    const written = rows;
    const opened = clicks;
    rows = [];
    clicks = new Map();
    try {
      if (written.length > 0) await em.fork(keep).execute(insert, [JSON.stringify(written)], "run");
      if (opened.size === 0) return;
      const named = [...opened].map(([id, { position }]) => ({ id, position }));
      const found = await em.fork(keep).execute<{ id: string }[]>(mark, [JSON.stringify(named)]);
      for (const { id } of found) opened.delete(id);
      for (const [id, { position, tries }] of opened)
        if (tries < triesMax) clicks.set(id, { position, tries: tries + 1 });
    } catch (error) {
      log.warn({ err: error }, "what was searched for could not be kept");
    }
  };
  const flush = () => (running = running.then(write));
  const soon = () => {
    if (stopped || timer) return;
    timer = setTimeout(async () => {
      await flush();
      timer = undefined;
      if (clicks.size > 0) soon();
    }, everyMs);
    timer.unref();
  };
  return {
    asked(query, hits) {
      const words = rememberedWords(query);
      if (words === null || rows.length >= waitingMax) return null;
      const id = newId("asked");
      rows.push({ id, day: now().toISOString().slice(0, 10), words, hits });
      soon();
      return id;
    },
    opened(askedId, position) {
      if (prefixOf(askedId) !== "asked" || clicks.size >= waitingMax) return;
      const before = clicks.get(askedId)?.position ?? position;
      clicks.set(askedId, { position: Math.min(before, position), tries: 0 });
      soon();
    },
    flush,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await flush();
    },
  };
}

const insert = `
  insert into asked_search (id, day, words, hits)
  select id, day, words, hits from jsonb_to_recordset(?::jsonb) as asked (id text, day date, words text, hits int)`;

// The first hit that was opened says how far down it was looked for.
const mark = `
  update asked_search a set position = coalesce(a.position, opened.position)
  from jsonb_to_recordset(?::jsonb) as opened (id text, position int)
  where a.id = opened.id returning a.id`;
