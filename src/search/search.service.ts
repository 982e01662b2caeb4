import { performance } from "node:perf_hooks";
import type { Context } from "../kernel/context.ts";
import { badInput } from "../kernel/errors.ts";
import { checkFilter, checkRange } from "../kernel/input.ts";
import { checkFirst } from "../kernel/paging.ts";
import { audienceOf } from "./audience.ts";
import { searchInsight } from "./insight/insight.ts";
import { searchEngine, type FacetCounts, type SearchAnswer } from "./port.ts";
import { labelsOf, recordsOf } from "./registry.ts";
import { depthMax, offsetOf, searchCursor, type CursorScope } from "./search-cursor.ts";
import { type SearchArgs, type SearchFilter, SearchSpelling } from "./search.inputs.ts";
import type { LooserSearch, SearchConnection, SearchEdge, SearchFacet } from "./search.types.ts";

const queryMax = 500;

/** Finds what the viewer may see: checks the request, asks the engine, reads the records of the page. */
export async function search(ctx: Context, args: SearchArgs): Promise<SearchConnection> {
  const start = performance.now();
  checkFirst(args.first);
  const filter = args.filter ?? {};
  checkFilter(filter);
  checkNumbers(filter);
  if (args.query.length > queryMax)
    throw badInput("query", `has ${args.query.length} characters; at most ${queryMax} are read.`);
  const scope: CursorScope = {
    query: args.query,
    filter,
    sort: args.sort,
    spelling: args.spelling,
  };
  const offset = offsetOf(args.after, scope);
  const exact = args.spelling === SearchSpelling.EXACT;
  const answer = await ctx.service(searchEngine).search(ctx.em, {
    query: args.query,
    filter,
    facets: [...new Set(args.facets)],
    sort: args.sort,
    ...(exact && { exact }),
    first: Math.min(args.first, depthMax - offset),
    offset,
    audience: audienceOf(ctx.viewer),
  });
  const remembered = args.remember && offset === 0;
  const askedId = remembered ? ctx.service(searchInsight).asked(args.query, answer.total) : null;
  const edges = await edgesOf(ctx, answer, scope, offset);
  const passed = offset + answer.hits.length;
  let looser: Promise<LooserSearch[]> | undefined;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: answer.total > passed && answer.hits.length > 0,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      // The last hit's, even where its record has gone: the next page must not begin with it again.
      endCursor: answer.hits.length > 0 ? searchCursor(scope, passed) : null,
    },
    totalCount: answer.total,
    totalIsExact: answer.totalIsExact,
    facets: await Promise.all(answer.facets.map((facet) => labelled(ctx, facet))),
    correctedQuery: exact ? null : answer.correctedQuery,
    suggestedQuery: exact ? answer.correctedQuery : null,
    // Once, however many aliases ask for it: that is its price.
    looserOf: () =>
      (looser ??= answer.total > 0 ? Promise.resolve([]) : answer.looser().then((all) => [...all])),
    askedId,
    engine: answer.engine,
    degraded: answer.degraded,
    tookMs: Math.round((performance.now() - start) * 10) / 10,
  };
}

async function edgesOf(
  ctx: Context,
  answer: SearchAnswer,
  scope: CursorScope,
  offset: number,
): Promise<SearchEdge[]> {
  const { hits } = answer;
  const records = await recordsOf(ctx, hits);
  return hits.flatMap(({ id }, at) => {
    const node = records[at];
    if (!node) return [];
    const snippets = async () => [...((await answer.snippets()).get(id) ?? [])];
    return [{ cursor: searchCursor(scope, offset + at + 1), node, snippetsOf: snippets }];
  });
}

async function labelled(ctx: Context, { field, values }: FacetCounts): Promise<SearchFacet> {
  const labels = await labelsOf(ctx.em, field);
  return {
    field,
    values: values.map((each) => ({ ...each, label: labels.get(each.value) ?? each.value })),
  };
}

function checkNumbers(filter: SearchFilter): void {
  checkRange(filter.costBandMax, "filter.costBandMax", 1, 5);
  checkRange(filter.evidenceStrengthMin, "filter.evidenceStrengthMin", 0, 5);
  for (const band of filter.costBands ?? []) checkRange(band, "filter.costBands", 1, 5);
  for (const strength of filter.evidenceStrengths ?? [])
    checkRange(strength, "filter.evidenceStrengths", 0, 5);
}
