/** Whether search engines should pass over a page that its parameters make, by path. */
const passedOver: Readonly<Record<string, (params: URLSearchParams) => boolean>> = {
  // Under filters, in another order, further on: there is no end of such lists.
  "/search": (params) => [...params].some(([name, value]) => name !== "q" && value !== ""),
  // Nor of comparisons: the empty form is the page.
  "/compare": (params) => params.has("strand"),
};

/** What makes another page of the same path, by path: its own words of the address. */
const ownWords: Readonly<Record<string, (params: URLSearchParams) => Record<string, string>>> = {
  "/search": (params): Record<string, string> => {
    const q = params.get("q");
    return q ? { q } : {};
  },
  // What has no months is another list, not the table seen in another way.
  "/evidence": (params): Record<string, string> =>
    params.get("rated") === "no" ? { rated: "no" } : {},
};

/** Pages of signing in, and what only one person or one school sees: nobody finds them by a search. */
const ownPages =
  /^\/(?:sign-in|sign-up|sign-out|verify|reset-password|account|my-school|my-reflections|moderation|reflections\/(?:new|[^/]+\/(?:edit|share))|people|invitations|audit|search-in(?:sight|dex))(?:\/|$)/;

/**
 * The one address under which search engines should know a page, or null for what they should not keep. Another order or
 * view of a list is the list; its later pages are not kept, because the sitemap leads to every record on them.
 */
export function canonicalPath(asked: string, search: string): string | null {
  // The same page is served with slashes behind it.
  const pathname = asked.replace(/(?<!\/)\/+$/, "") || "/";
  if (ownPages.test(pathname)) return null;
  const params = new URLSearchParams(search);
  if (params.get("after") || passedOver[pathname]?.(params)) return null;
  const own = new URLSearchParams(ownWords[pathname]?.(params));
  return own.size > 0 ? `${pathname}?${own}` : pathname;
}
