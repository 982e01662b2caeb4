import { markdownToText } from "../kernel/markdown.ts";
import type { SelfStudySection } from "./self-study.entity.ts";

/** Where a link of the text leads here; null where it leads nowhere, and only its words are kept. */
export type LinkOf = (address: string) => string | null;

/** A page's text as it is shown here. */
export interface SelfStudyText {
  readonly sections: readonly SelfStudySection[];
  /** The first of its highest headings. */
  readonly topHeading: string | null;
  /** Addresses it links to, as they are shown. */
  readonly links: readonly string[];
}

/**
 * Brings a page's Markdown, with the HTML and the marks of the site it was written for, to plain Markdown in sections:
 * videos become links, pictures what they show, `{details}` a part to open, site-wide marks nothing.
 */
export function readText(
  markdown: string,
  page: {
    /** Heading of a text that has none. */
    readonly heading: string;
    /** Whether a heading says what a page is about, so that the page's name says it too. */
    readonly isTopic: (heading: string) => boolean;
  },
  linkOf: LinkOf,
): SelfStudyText {
  const links = new Set<string>();
  const follow = (address: string): string | null => {
    const target = linkOf(address);
    if (target !== null) links.add(target);
    return target;
  };
  const folded: string[] = [];
  const text = linked(plainMarkup(markdown), follow).replace(
    /\{details\}([\s\S]*?)\{\/details\}/gi,
    (_all, body: string) => `\n\n${holder(folded.push(body.trim()) - 1)}\n\n`,
  );
  const { sections, topHeading } = split(text.replace(/\{\/?details\}/gi, ""), page);
  // A page that is a video and its transcript is read by its transcript.
  const open = markdownToText(text.replace(holders, "")).length < 300;
  const shown = sections.map(({ heading, markdown }) => ({
    heading,
    markdown: levelled(markdown.replace(holders, (_all, at) => foldedPart(folded[at]!, open))),
  }));
  return { sections: shown, topHeading, links: [...links] };
}

const holder = (at: number) => `\u0001${at}\u0001`;
// oxlint-disable-next-line no-control-regex
const holders = /\u0001(\d+)\u0001/g;

function foldedPart(body: string, open: boolean): string {
  const [paragraph] = body.split(/\n\s*\n/, 1);
  const [line] = paragraph!.split("\n", 1);
  const first = /[.:]\s*$/.test(line!) ? line! : paragraph!;
  const name = markdownToText(first).replace(/[.:]$/, "");
  const tag = open ? "<details open>" : "<details>";
  return `${tag}<summary>${escaped(name)}</summary>\n\n${body.slice(first.length).trim()}\n\n</details>`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, "i").exec(tag)?.[1]?.replace(/\s+/g, " ").trim();

/** HTML that Markdown has words for, and what a page cannot show here. */
const plainMarkup = (markdown: string): string =>
  markdown
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0|&nbsp;/g, " ")
    .replace(/\u200b|\u200c|\u200d|\ufeff/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    // Marks of the site's own Markdown: $Summary, $EndSummary, $CTA.
    .replace(/^[ \t]*\$[A-Za-z]*[ \t]*$/gm, "")
    .replace(/\$(Summary|EndSummary)\b/g, "")
    .replace(/<iframe\b([^>]*)>[\s\S]*?<\/iframe>/gi, (_all, tag: string) => videoLink(tag))
    .replace(/<img\b([^>]*?)\/?>/gi, (_all, tag: string) => picture(attribute(tag, "alt") ?? ""))
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, (_all, alt: string) => picture(alt))
    .replace(/<figcaption>([\s\S]*?)<\/figcaption>/gi, (_all, text: string) => emphasised(text))
    .replace(/<\/?figure[^>]*>/gi, "\n\n")
    .replace(
      /<h([1-6])[^>]*>([\s\S]*?)<\/h\1>/gi,
      (_all, level: string, text: string) => `\n\n${"#".repeat(Number(level))} ${text.trim()}\n\n`,
    )
    // Spread over lines, a blank one would end the paragraph in the middle of the words.
    .replace(/<(i|em|b|strong)>([\s\S]*?)<\/\1>/gi, (_all, tag: string, text: string) =>
      inTag(/^(i|em)$/i.test(tag) ? "em" : "strong", text),
    )
    .replace(/<br\b[ \t]*\/?[ \t]*$/gm, "");

const inTag = (tag: string, text: string): string => {
  const words = text.replace(/\s+/g, " ").trim();
  return words === "" ? "" : `<${tag}>${words}</${tag}>`;
};

function videoLink(tag: string): string {
  const source = attribute(tag, "src") ?? "";
  const video = /youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(source)?.[1];
  const address = video ? `https://www.youtube.com/watch?v=${video}` : source;
  if (!address.startsWith("https://")) return "";
  const title = (attribute(tag, "title") ?? "").replace(/\s+- YouTube$/, "");
  const words = title ? `Watch the video: ${title}` : "Watch the video";
  return `\n\n[${words.replace(/[[\]]/g, "")}](${address})\n\n`;
}

const picture = (alt: string): string => (alt.trim() ? emphasised(`Picture: ${alt}`) : "\n\n");

const emphasised = (text: string): string => `\n\n${inTag("em", text)}\n\n`;

/** Every link of the text to where it leads here, or its words alone. */
function linked(markdown: string, follow: LinkOf): string {
  const to = (words: string, address: string) => {
    const target = follow(address);
    return target === null || words.trim() === "" ? words : `[${words.trim()}](${target})`;
  };
  // In one pass: a link that has been followed must not be followed again.
  return markdown.replace(
    /<a\b([^>]*)>([\s\S]*?)<\/a>|(?<!!)\[([^[\]]+)\]\(\s*<?([^()]*(?:\([^()]*\)[^()]*)*?)>?\s*\)/gi,
    (_all, tag?: string, inside?: string, words?: string, address?: string) =>
      tag === undefined
        ? to(words!, address!)
        : to(inside!.replace(/\s+/g, " "), attribute(tag, "href") ?? ""),
  );
}

/** At its highest headings, or at the next under a single one that names the page anyway. */
function split(
  markdown: string,
  { heading: wholeHeading, isTopic }: Parameters<typeof readText>[1],
): { sections: SelfStudySection[]; topHeading: string | null } {
  const levels = [...markdown.matchAll(/^(#{1,6})[ \t]+\S/gm)].map(([, marks]) => marks!.length);
  const top = Math.min(...levels, 7);
  const rest = levels.filter((level) => level > top);
  const alone = levels.filter((level) => level === top).length === 1 && rest.length > 0;
  const before = markdown.split(/^#/m)[0]!.trim();
  const over = alone && before === "" ? headingAt(markdown, top) : null;
  const single = over !== null && isTopic(over) ? over : null;
  const text = single === null ? markdown : markdown.replace(/^#[^\n]*\n?/m, "");
  const level = single === null ? top : Math.min(...rest);
  const pieces = text.split(new RegExp(`^#{${level}}[ \\t]+(?=\\S)`, "m"));
  const [intro, ...parts] = pieces;
  const sections = parts.map((part) => {
    const [heading, ...lines] = part.split("\n");
    return { heading: plain(heading!), markdown: tidy(lines.join("\n")) };
  });
  if (tidy(intro!) !== "")
    sections.unshift({
      heading: sections.length === 0 ? wholeHeading : "Introduction",
      markdown: tidy(intro!),
    });
  return {
    sections: named(withText(sections)),
    topHeading: single ?? (level < 7 && parts.length > 0 ? plain(parts[0]!.split("\n")[0]!) : null),
  };
}

const headingAt = (markdown: string, level: number): string =>
  plain(new RegExp(`^#{${level}}[ \\t]+(\\S[^\\n]*)`, "m").exec(markdown)![1]!);

const plain = (heading: string): string =>
  markdownToText(heading.replace(/#+\s*$/, "")).replace(/[.:]$/, "");

const tidy = (markdown: string): string =>
  markdown
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** A heading over nothing stands before the text of the next one. */
function withText(sections: readonly SelfStudySection[]): SelfStudySection[] {
  const filled: SelfStudySection[] = [];
  let before = "";
  for (const { heading, markdown } of sections) {
    if (markdown === "") before += `**${heading}**\n\n`;
    else {
      filled.push({ heading, markdown: before + markdown });
      before = "";
    }
  }
  const last = filled.at(-1);
  if (last && before !== "")
    filled[filled.length - 1] = { ...last, markdown: `${last.markdown}\n\n${before.trim()}` };
  return filled;
}

/** A page leads to its parts by their names: no two may share one. */
function named(sections: readonly SelfStudySection[]): SelfStudySection[] {
  const seen = new Map<string, number>();
  return sections.map((section) => {
    const key = section.heading.toLowerCase();
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? section : { ...section, heading: `${section.heading} (${times})` };
  });
}

/** Headings within a section begin at the third level, and none is deeper than one below the last. */
function levelled(markdown: string): string {
  const marks = [...markdown.matchAll(/^(#{1,6})[ \t]/gm)].map(([, each]) => each!.length);
  const shift = 3 - Math.min(...marks);
  let last = 2;
  return markdown.replace(/^(#{1,6})(?=[ \t])/gm, (each) => {
    last = Math.max(3, Math.min(each.length + shift, last + 1, 6));
    return "#".repeat(last);
  });
}

/** Sentences that stand on dozens of pages and say nothing of any. */
const everywhere =
  /^(as you |consider the |discuss the lesson|duration|each |explain that|in your notepad|look over|meet with|module \d|once you|provide a relevant|read |reminder|review\b|the ect doesn|the focus of your inquiry|the video outlines|there are |this reading will|use this time|watch |we will start|welcome |week \d|what have you learned|what was your teacher|what did you see|what do you feel|which of the|you can choose|you will learn that|learn that)/i;

/** The first full sentence of a text, from what stands open before what is folded away; null where there is none. */
export function firstSentence(sections: readonly SelfStudySection[]): string | null {
  const open: string[] = [];
  const foldedAway: string[] = [];
  for (const { markdown } of sections) {
    let into = open;
    for (const block of markdown.split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)/)) {
      if (block.startsWith("<details")) into = foldedAway;
      else if (block.startsWith("</details")) into = open;
      else if (!/^(#|\[Watch the video|<em>Picture|<table|\|)/.test(block)) into.push(block);
    }
  }
  for (const block of [...open, ...foldedAway]) {
    const [sentence] = /^.*?[.?!][”’"')]*(?=\s|$)/.exec(markdownToText(block)) ?? [];
    if (sentence && !everywhere.test(sentence) && isFull(sentence))
      return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  }
  return null;
}

const isFull = (sentence: string): boolean =>
  sentence.split(" ").length >= 7 && sentence.length <= 300;

/** How long a text says it takes, in minutes; null where it does not say. */
export function statedMinutes(markdown: string): number | null {
  const said =
    /^\W*duration:?\s*(?:approximately\s*)?(\d+)\s*(minute|min|hour)/im.exec(markdown) ??
    /\bthis session will take (?:approximately |about )?(\d+)\s*(minute|min|hour)/i.exec(markdown);
  return said ? Number(said[1]) * (said[2]!.toLowerCase() === "hour" ? 60 : 1) : null;
}
