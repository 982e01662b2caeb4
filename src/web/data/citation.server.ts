import type { CSL } from "@citation-js/core";
import { LRUCache } from "lru-cache";
import { formatDay } from "./dates.ts";

/** What a citation of a strand says. */
export interface Cited {
  readonly slug: string;
  readonly title: string;
  /** Absolute address of its page. */
  readonly url: string;
  readonly updatedAt: string;
  readonly source: {
    readonly name: string;
    readonly url?: string | null;
    readonly retrievedOn?: string | null;
  };
}

/** "Figures: Education Endowment Foundation … (as they stood on 2 April 2026)." */
function figuresFrom({ source: { name, url, retrievedOn } }: Cited): string {
  const stood = retrievedOn ? `, as they stood on ${formatDay(retrievedOn)}` : "";
  return `Figures: ${name}${stood}.${url ? ` ${url}` : ""}`;
}

/** A day in London, as CSL writes it. */
function cslDay(moment: string) {
  const [day, month, year] = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" })
    .format(new Date(moment))
    .split("/")
    .map(Number) as [number, number, number];
  return { "date-parts": [[year, month, day]] as [[number, number, number]] };
}

/** The page as an item of the Citation Style Language; `accessed` is the day somebody read it. */
export const toCsl = (of: Cited, accessed: string): CSL => ({
  id: `potbank-${of.slug}`,
  type: "webpage",
  title: of.title,
  author: [{ literal: "Potbank" }],
  issued: cslDay(of.updatedAt),
  accessed: cslDay(accessed),
  URL: of.url,
  language: "en-GB",
  note: figuresFrom(of),
});

/** The library and its style, loaded by the first who cites: it is large, and starting must not wait for it. */
let engine: ReturnType<typeof load> | undefined;

async function load() {
  const [core] = await Promise.all([
    import("@citation-js/core"),
    import("@citation-js/plugin-csl"),
    import("@citation-js/plugin-bibtex"),
  ]);
  const { locales } = core.plugins.config.get("@csl") as {
    locales: { add(name: string, xml: string): void; get(name: string): string };
  };
  // It brings American English only; of that language a list of references shows nothing but the order of a date.
  locales.add(
    "en-GB",
    locales
      .get("en-US")
      .replace('xml:lang="en-US"', 'xml:lang="en-GB"')
      .replace(
        /<date form="text">.*?<\/date>/s,
        '<date form="text" delimiter=" "><date-part name="day"/><date-part name="month"/><date-part name="year"/></date>',
      ),
  );
  return core;
}

const library = () => (engine ??= load());

/** Making one takes some milliseconds, and all readers of a day get the same. */
const made = new LRUCache<string, { text: string; html: string }>({ max: 2_000 });

/** As it stands in a list of references: Harvard in the form of "Cite Them Right", which British teachers are taught. */
export async function cite(
  of: Cited,
  now: string,
): Promise<{ readonly text: string; readonly html: string; readonly figures: string }> {
  const item = toCsl(of, now);
  const key = JSON.stringify(item);
  let found = made.get(key);
  if (!found) {
    const { Cite } = await library();
    const entry = new Cite(item);
    const style = { template: "harvard1", lang: "en-GB" } as const;
    found = {
      text: entry.format("bibliography", { ...style, format: "text" }).trim(),
      html: entry
        .format("bibliography", { ...style, format: "html" })
        .replace(/<\/?div[^>]*>/g, "")
        .trim(),
    };
    made.set(key, found);
  }
  return { ...found, figures: figuresFrom(of) };
}

/** Files that programs for references read: how each is made, and its content type. */
export const citationFiles = {
  bib: {
    type: "application/x-bibtex; charset=utf-8",
    make: async (item: CSL) => new (await library()).Cite(item).format("bibtex"),
  },
  json: {
    type: "application/vnd.citationstyles.csl+json; charset=utf-8",
    make: async (item: CSL) => `${JSON.stringify([item], null, 2)}\n`,
  },
} as const;
