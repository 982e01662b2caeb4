/** The descriptions for machines that a page holds. */
export function structured(html: string): Record<string, unknown>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json!) as Record<string, unknown>,
  );
}

const first = (html: string, pattern: RegExp): string | undefined => {
  const found = pattern.exec(html)?.[1];
  return found
    ?.replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
};

/** What the head of a page says of it. */
export const headOf = (html: string) => ({
  title: first(html, /<title>(.*?)<\/title>/s),
  description: first(html, /<meta name="description" content="(.*?)"/s),
  canonical: first(html, /<link rel="canonical" href="(.*?)"/),
  shared: first(html, /<meta property="og:title" content="(.*?)"/s),
  sharedAddress: first(html, /<meta property="og:url" content="(.*?)"/),
  noindex: html.includes('<meta name="robots" content="noindex"'),
});
