import type { MetaDescriptor } from "react-router";
import type { Thing, WithContext } from "schema-dts";

/** Longest description that search engines show whole. */
const descriptionMax = 155;

/** Shorter than this, a description says too little beside a title. */
const descriptionMin = 50;

/** The beginning of a text in one line, at most `longest` characters, cut at a word. */
export function beginningOf(text: string, longest = descriptionMax): string {
  const line = text.replace(/[\s*_]+/g, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  // A word as long as the line has no better place to be cut, but never within a pair of surrogates.
  const kept = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${kept.replace(/[\s,;:.–-]+$/, "")}…`;
}

/** Who a page is to search engines, to those who share it, and in the tab. */
export interface PageMeta {
  /** The whole title, the site's name included; unlike that of any other page. */
  readonly title: string;
  readonly description: string;
  /** A sentence for a description that is too short by itself. */
  readonly more?: string;
  /** An article has a text of its own; everything else is a part of the site. */
  readonly type?: "website" | "article";
  /** What machines are told of it: see structured-data.ts. */
  readonly data?: readonly WithContext<Thing>[];
  /** True for what stands for nothing any more, or is no page for readers. */
  readonly noindex?: boolean;
}

/** The head of a page as React Router takes it. Its address is added in root.tsx, where it is known. */
export function pageMeta({
  title,
  description,
  more = "",
  type = "website",
  data = [],
  noindex = false,
}: PageMeta): MetaDescriptor[] {
  const short = description.trim().length < descriptionMin;
  const content = beginningOf(short ? `${description} ${more}` : description);
  return [
    { title },
    { name: "description", content },
    { property: "og:site_name", content: "Potbank" },
    { property: "og:type", content: type },
    { property: "og:title", content: title },
    { property: "og:description", content },
    ...(noindex ? [{ name: "robots", content: "noindex" }] : []),
    ...data.map((each) => ({ "script:ld+json": each as object }) as MetaDescriptor),
  ];
}

/** Where addresses of the site start, as the root's loader knows it. */
export function publicUrlOf(
  matches: readonly [{ readonly loaderData?: { readonly publicUrl: string } }, ...unknown[]],
): string {
  return matches[0].loaderData?.publicUrl ?? "";
}
