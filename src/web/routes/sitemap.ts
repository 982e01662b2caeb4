import { keptAnswer } from "../data/kept-answer.server.ts";
import { sitemapFile } from "../data/sitemap.server.ts";
import type { Route } from "./+types/sitemap.ts";

/** Every public page for search engines, with the day of its last change. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const part = new URL(args.request.url).searchParams.get("part");
  const file =
    part === null || /^[1-9]\d{0,4}$/.test(part)
      ? await sitemapFile(args, part === null ? null : Number(part))
      : undefined;
  if (file === undefined)
    return new Response("There is no such part of the sitemap.\n", { status: 404 });
  return keptAnswer(args.request, { body: file, type: "application/xml" });
}
