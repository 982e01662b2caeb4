/** The kinds of viewer that the tables have a column for, in its order. */
export const kinds = [
  "anyone",
  "stranger",
  "colleague",
  "author",
  "lead",
  "reviewer",
  "publisher",
  "administrator",
] as const;
export type Kind = (typeof kinds)[number];

export interface TableRow {
  readonly names: readonly string[];
  readonly cells: Readonly<Record<Kind, string>>;
}

/** A table as a person writes it: a head that ends with the kinds of viewer, then rows; words apart by spaces. */
export function readRows(text: string): readonly TableRow[] {
  const [head, ...lines] = text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== "" && first !== undefined);
  const names = head!.length - kinds.length;
  if (names < 1 || head!.slice(names).join() !== kinds.join())
    throw new Error(`The head of the table must end with: ${kinds.join(" ")}`);
  return lines.map((line) => {
    if (line.length !== head!.length)
      throw new Error(`This row has ${line.length} words, not ${head!.length}: ${line.join(" ")}`);
    const cells = kinds.map((kind, at) => [kind, line[names + at]!] as const);
    return { names: line.slice(0, names), cells: Object.fromEntries(cells) as TableRow["cells"] };
  });
}
