import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { RouterContextProvider } from "react-router";
import { SitemapIndexStream, SitemapStream } from "sitemap";
import type { TermScheme } from "../generated/graphql.ts";
import {
  SitemapProjectsDocument,
  SitemapReflectionsDocument,
  SitemapSelfStudyDocument,
  SitemapSessionsDocument,
  SitemapSummariesDocument,
} from "../routes/sitemap.server.ts";
import { queryForAnyone } from "./query.server.ts";
import { optionsContext } from "./request-context.ts";
import { termPath } from "./terms.ts";

/** Most addresses that one file may hold, by the protocol of sitemaps.org. */
const partMax = 50_000;

/** How long a sitemap is answered from memory: a crawler that asks again and again reads the database once. */
const keptFor = 3_600_000;

/** A page, and when it last changed where that is known. */
interface Entry {
  readonly url: string;
  readonly changed?: Date;
}

/** Pages that are there whatever the database holds. */
const standing = [
  "/",
  "/search",
  "/evidence",
  "/compare",
  "/cpd",
  "/cpd/self-study",
  "/projects",
  "/reflections",
  "/schools",
  "/about",
  "/figures",
  "/api",
  "/accessibility",
  "/privacy",
];

type Reading = { readonly context: Readonly<RouterContextProvider>; readonly request: Request };

interface Row {
  readonly url: string;
  readonly updatedAt: string;
  readonly school?: { readonly urn: number } | null;
  readonly terms?: readonly { readonly scheme: TermScheme; readonly slug: string }[];
}

/** The lists, page by page: a statement or two for every hundred rows, one after the other. */
async function* rowsOf(args: Reading): AsyncGenerator<Row> {
  const documents = [
    SitemapSummariesDocument,
    SitemapSessionsDocument,
    SitemapSelfStudyDocument,
    SitemapProjectsDocument,
    SitemapReflectionsDocument,
  ] as const;
  for (const document of documents) {
    let after: string | null = null;
    do {
      const { list }: { list: { nodes: Row[]; pageInfo: PageInfo } } = await queryForAnyone(
        args,
        document as typeof SitemapProjectsDocument,
        { after },
      );
      yield* list.nodes;
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * Every public page once. Of schools and terms those with something to show, as changed as the newest of it.
 */
async function collect(args: Reading, publicUrl: string): Promise<readonly Entry[]> {
  const found = new Map<string, Date | undefined>(
    standing.map((path) => [publicUrl + path, undefined]),
  );
  for await (const { url, updatedAt, school, terms = [] } of rowsOf(args)) {
    const changed = new Date(updatedAt);
    found.set(url, changed);
    const gathering = [...(school ? [`/schools/${school.urn}`] : []), ...terms.map(termPath)];
    for (const path of gathering) {
      const known = found.get(publicUrl + path);
      if (known === undefined || known < changed) found.set(publicUrl + path, changed);
    }
  }
  return [...found].map(([url, changed]) => ({ url, ...(changed && { changed }) }));
}

/** The sitemap as files: one, or an index and its parts. */
interface Sitemap {
  readonly made: number;
  readonly files: Promise<readonly string[]>;
}

// By site: a process may serve several, as tests do.
const kept = new WeakMap<object, Sitemap>();

/** The file at `/sitemap.xml`, or the part of that number; undefined when there is no such part. */
export async function sitemapFile(args: Reading, part: number | null): Promise<string | undefined> {
  const options = args.context.get(optionsContext);
  let sitemap = kept.get(options.site);
  if (!sitemap || Date.now() - sitemap.made >= keptFor) {
    const files = collect(args, options.publicUrl).then((entries) =>
      write(entries, options.publicUrl),
    );
    sitemap = { made: Date.now(), files };
    kept.set(options.site, sitemap);
    // What failed is not kept; whoever waits for it is told.
    files.catch(() => kept.delete(options.site));
  }
  const files = await sitemap.files;
  // A single file is its own only part.
  return part === null ? files[0] : files.length > 1 && part > 0 ? files[part] : undefined;
}

async function write(entries: readonly Entry[], publicUrl: string): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let from = 0; from < entries.length; from += partMax)
    parts.push(await urlset(entries.slice(from, from + partMax)));
  return parts.length === 1 ? parts : [await index(parts.length, publicUrl), ...parts];
}

async function urlset(entries: readonly Entry[]): Promise<string> {
  const stream = new SitemapStream({
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  const rows = entries.map(({ url, changed }) => ({
    url,
    ...(changed && { lastmod: changed.toISOString() }),
  }));
  return (await buffer(Readable.from(rows).pipe(stream))).toString("utf8");
}

// The parts stand beside the index: a sitemap may only name what is in its own folder or below.
async function index(parts: number, publicUrl: string): Promise<string> {
  const rows = Array.from({ length: parts }, (_, at) => ({
    url: `${publicUrl}/sitemap.xml?part=${at + 1}`,
  }));
  return (await buffer(Readable.from(rows).pipe(new SitemapIndexStream()))).toString("utf8");
}
