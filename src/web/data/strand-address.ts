/** What the address of a strand asks for besides the strand. */
export interface StrandAddress<List extends string> {
  /** Cursors of the pages of findings gone through, the one to show last: the API knows the way forward only. */
  readonly findings: readonly string[];
  /** The list that is to be shown whole. */
  readonly all: List | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

const cursorsMax = 100;

/** Reads an address; what it cannot use it lists rather than refuses. */
export function readStrandAddress<List extends string>(
  params: URLSearchParams,
  lists: readonly List[],
): StrandAddress<List> {
  const asked = params.get("all") ?? "";
  const all = lists.find((list) => list === asked);
  return {
    findings: params
      .getAll("findings")
      .filter((cursor) => cursor !== "")
      .slice(0, cursorsMax),
    all,
    ignored: asked !== "" && all === undefined ? [`all=${asked.slice(0, 40)}`] : [],
  };
}

/** The address of a page of findings: each page's holds the way back. */
export function toStrandAddress(slug: string, findings: readonly string[], anchor: string): string {
  const params = new URLSearchParams(findings.map((cursor) => ["findings", cursor]));
  return `/evidence/${slug}${findings.length > 0 ? `?${params}` : ""}#${anchor}`;
}
