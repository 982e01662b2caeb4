import { escapeUTF8 as escaped } from "entities";
import { Feed } from "feed";
import type { FeedQuery } from "../generated/graphql.ts";
import type { MachineAnswer } from "./kept-answer.server.ts";
import { formatDay } from "./dates.ts";
import { costInWords, monthsInWords, strengthInWords } from "./wording.ts";

type Summary = FeedQuery["evidenceSummaries"]["nodes"][number];

/** Text that XML can hold: without control characters and halves of characters. */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

/** Text as the HTML that a feed carries. */
const html = (text: string): string => escaped(printable(text));

/** Whether it has changed since it was first published. */
const isChanged = ({ publishedAt, updatedAt }: Summary): boolean =>
  publishedAt !== null && +new Date(updatedAt) - +new Date(publishedAt) >= 1_000;

function contentOf(summary: Summary): string {
  const { headline, impactMonths, impactMonthsStatus, costBand, evidenceStrength } = summary;
  const happened =
    isChanged(summary) && summary.publishedAt
      ? `Changed. It was first published on ${formatDay(summary.publishedAt)}.`
      : "New.";
  const figures = [
    monthsInWords(impactMonths, impactMonthsStatus),
    costInWords(costBand),
    strengthInWords(evidenceStrength),
  ].map(({ short }) => `<li>${html(short)}</li>`);
  return `<p>${happened}</p><p>${html(headline)}</p><ul>${figures.join("")}</ul>`;
}

/** The summaries as an Atom feed, in the order given: changed last, first. The address of each is its id for ever. */
export function feedOf(summaries: readonly Summary[], publicUrl: string): MachineAnswer {
  // An empty feed has a date too, and it must not be the clock's.
  const modified = new Date(Math.max(0, ...summaries.map(({ updatedAt }) => +new Date(updatedAt))));
  const feed = new Feed({
    id: `${publicUrl}/feed.atom`,
    title: "Potbank: new and changed evidence",
    description: "Evidence summaries as they are published and changed, the latest first.",
    link: `${publicUrl}/evidence`,
    feedLinks: { atom: `${publicUrl}/feed.atom` },
    language: "en-GB",
    updated: modified,
    generator: "Potbank",
    author: { name: "Potbank" },
  });
  for (const summary of summaries)
    feed.addItem({
      id: summary.url,
      link: summary.url,
      title: html(summary.title),
      description: html(summary.headline),
      content: contentOf(summary),
      category: [{ term: isChanged(summary) ? "changed" : "new" }],
      date: new Date(summary.updatedAt),
      ...(summary.publishedAt && { published: new Date(summary.publishedAt) }),
    });
  return { body: feed.atom1(), type: "application/atom+xml", modified };
}
