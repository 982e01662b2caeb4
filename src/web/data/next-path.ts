/** Pages that one does not come back to after signing in: they would ask again, or sign out. */
const ways = /^\/(?:sign-in|sign-up|sign-out|verify|reset-password)(?:\/|$)/;

/** Where to go after signing in: a path of ours, whatever the address says. */
export function nextPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/") || asked.length > 2_000 || !URL.canParse(asked, "http://own.invalid"))
    return "/";
  const { origin, pathname, search, hash } = new URL(asked, "http://own.invalid");
  // "/.//elsewhere" has our origin, and a path that browsers take for another site.
  if (origin !== "http://own.invalid" || pathname.startsWith("//") || ways.test(pathname))
    return "/";
  return pathname + search + hash;
}

/** The address of a page of signing in that leads on to `next` afterwards. */
export const withNext = (path: string, next: string): string =>
  next === "/"
    ? path
    : `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ next }).toString()}`;
