import { data } from "react-router";
import { cacheControl } from "../data/cache-control.server.ts";
import { citationFiles, toCsl } from "../data/citation.server.ts";
import { findOr404, query } from "../data/query.server.ts";
import type { Route } from "./+types/strand-citation.ts";
import { CitedStrandDocument } from "./strand.server.ts";

/** A strand as a file for programs that keep references; what is withdrawn is not to be cited. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { evidenceSummary: strand } = await findOr404(
    query(args, CitedStrandDocument, { slug: args.params.slug }),
  );
  if (!strand || strand.state === "WITHDRAWN") throw data("Not found", { status: 404 });
  const ending = new URL(args.request.url).pathname.endsWith(".bib") ? "bib" : "json";
  const { type, make } = citationFiles[ending];
  return new Response(await make(toCsl(strand, new Date().toISOString())), {
    headers: {
      "Content-Type": type,
      "Cache-Control": cacheControl(args.request, "no-cache"),
      "Content-Disposition": `attachment; filename="${strand.slug}.${ending}"`,
    },
  });
}
