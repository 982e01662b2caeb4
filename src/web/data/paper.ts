interface Section {
  readonly heading: string;
  readonly html: string;
}

/** Letters of running text that two sheets of A4 hold beside the figures, the findings and the references. */
const room = 5_200;

/** How much room a section takes: its letters, and about a line for each paragraph or point. */
const lengthOf = ({ heading, html }: Section): number =>
  heading.length +
  html.replace(/<[^>]*>/g, "").length +
  40 * (html.match(/<(p|li|h)\b/g)?.length ?? 0);

/** Headings of the sections that are printed: from the first on, as many as there is room for. */
export function printedOf(sections: readonly Section[]): ReadonlySet<string> {
  const printed = new Set<string>();
  let left = room;
  for (const section of sections) {
    const length = lengthOf(section);
    if (length > left) continue;
    left -= length;
    printed.add(section.heading);
  }
  return printed;
}
