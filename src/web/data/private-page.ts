import type { MetaDescriptor } from "react-router";

/**
 * Headers of pages that show, or carry in their address, what only one person may know. That no page tells its address to
 * another site is so for all.
 */
export const secretHeaders = (): Record<string, string> => ({
  "Cache-Control": "private, no-store",
});

/** The head of a page that is one person's own; data/canonical.ts keeps it from search engines. */
export const privateMeta = (title: string, description: string): MetaDescriptor[] => [
  { title: `${title} – Potbank` },
  { name: "description", content: description },
];
