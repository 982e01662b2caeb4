import { idFromName } from "../kernel/ids.ts";
import { site } from "./self-study-programme.ts";
import type { LinkOf } from "./self-study-text.ts";

const longestSlug = 200;

/** A page's address here: its path in words of an address, a hash for what would be too long. */
export function slugOf(path: string): string {
  const slug = path
    .replace(/^content\//, "")
    .replace(/\.md$/, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= longestSlug) return slug;
  return `${slug.slice(0, longestSlug - 27).replace(/-$/, "")}-${idFromName("page", slug).slice(-26)}`;
}

/** Where a page was published; the site's addresses are the files' paths. */
export const publishedAt = (path: string): string =>
  `${site}/${path.replace(/^content\//, "").replace(/\.md$/, "")}`;

/** Hosts on which drafts of the pages were tried out: nobody can read there. */
const unreachable = /(^|[.-])staging\b|\.cloudapps\.digital$/;

/** A page that is here is linked here; another one of its site, there; what is no address, nowhere. */
export const linksWithin =
  (known: ReadonlySet<string>): LinkOf =>
  (address) => {
    const written = address.replace(/\s+/g, "").replace(/[.,;]+$/, "");
    if (written === "" || written.startsWith("#")) return null;
    let url: URL;
    try {
      url = new URL(written, `${site}/`);
    } catch {
      return null;
    }
    if (url.protocol === "mailto:") return url.href;
    if (!/^https?:$/.test(url.protocol) || unreachable.test(url.hostname)) return null;
    if (url.origin !== site) return url.href;
    const slug = slugOf(url.pathname.replace(/^\/|\/$/g, ""));
    return known.has(slug) ? `/cpd/self-study/${slug}` : url.href;
  };

/** The strand of the EEF's Toolkit that an address leads to. */
export const strandOf = (address: string): string | undefined =>
  /^https?:\/\/(?:www\.)?educationendowmentfoundation\.org\.uk\/[^?#]*teaching-learning-toolkit\/([a-z0-9-]+)/.exec(
    address,
  )?.[1];
