import { LRUCache } from "lru-cache";
import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";

const marked = new Marked({ gfm: true });

const allowed: sanitizeHtml.IOptions = {
  allowedTags:
    "details summary p br hr ul ol li strong em del a code pre blockquote h3 h4 h5 h6 table thead tbody tr th td sup sub".split(
      " ",
    ),
  allowedAttributes: {
    a: ["href", "title"],
    th: ["align"],
    td: ["align"],
    ol: ["start"],
    details: ["open"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  // A section stands under a heading of the page: its own headings begin one level lower.
  transformTags: { h1: "h3", h2: "h3" },
};

// The same few hundred sections are read over and over; a section is a few kilobytes.
const rendered = new LRUCache<string, string>({ max: 1_000 });

/** Markdown as HTML in which only harmless tags are left. */
export function markdownToHtml(markdown: string): string {
  let html = rendered.get(markdown);
  if (html === undefined) {
    html = sanitizeHtml(marked.parse(markdown, { async: false }), allowed);
    rendered.set(markdown, html);
  }
  return html;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Markdown as the text a reader would hear, for search. */
export const markdownToText = (markdown: string): string =>
  // A block that ends without a stop gets one: items of a list are not one sentence.
  sanitizeHtml(
    marked
      .parse(markdown, { async: false })
      .replace(/([^\s.!?:;>])\s*<\/(p|li|td|th|summary|h[1-6])>/g, "$1. </$2>"),
    { allowedTags: [], allowedAttributes: {} },
  )
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name]!)
    .replace(/\s+/g, " ")
    .trim();
