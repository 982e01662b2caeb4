/** What tells one school from another of the same name. */
export interface SchoolMarks {
  readonly urn: number;
  readonly town?: string | null;
  readonly postcode?: string | null;
  readonly phase?: { readonly label: string } | null;
}

/** "Primary, Stoke-on-Trent, ST4 7JY, URN 124000", what is unknown left out. */
export const schoolFactsInWords = ({ urn, town, postcode, phase }: SchoolMarks): string =>
  [phase?.label, town, postcode, `URN ${urn}`].filter(Boolean).join(", ");
