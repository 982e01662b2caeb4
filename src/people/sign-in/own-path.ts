const own = "http://own.invalid";

/** True for a path that leads to a page of ours, whatever stands in it. */
export function isOwnPath(path: string): boolean {
  if (!path.startsWith("/") || !URL.canParse(path, own)) return false;
  const { origin, pathname } = new URL(path, own);
  // "/.//elsewhere" has our origin, and a path that browsers take for another site.
  return origin === own && !pathname.startsWith("//");
}
