import { feedOf } from "../data/feed.server.ts";
import { keptAnswer } from "../data/kept-answer.server.ts";
import { queryForAnyone } from "../data/query.server.ts";
import { optionsContext } from "../data/request-context.ts";
import type { Route } from "./+types/feed.ts";
import { FeedDocument } from "./feed.server.ts";

/** New and changed evidence for feed readers: one statement, and nothing at all to send while nothing has changed. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { evidenceSummaries } = await queryForAnyone(args, FeedDocument, {});
  const { publicUrl } = args.context.get(optionsContext);
  return keptAnswer(args.request, feedOf(evidenceSummaries.nodes, publicUrl));
}
