import { optionsContext } from "../data/request-context.ts";
import type { Route } from "./+types/robots.ts";

/** Everything may be read; what has no end is not crawled. Every record is in the sitemap. */
export function loader({ context }: Route.LoaderArgs): Response {
  const body = `# Everything here may be read. Filters, comparisons and questions to the API can be put in any number of
# ways and lead to pages that the sitemap names already, so crawlers need not follow them.
User-agent: *
Disallow: /search?*&
Disallow: /search/
Disallow: /compare?
Disallow: /graphql?
Allow: /

Sitemap: ${context.get(optionsContext).publicUrl}/sitemap.xml
`;
  return new Response(body, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "max-age=3600" },
  });
}
