/** Most strands that stand beside each other. */
export const comparedMax = 4;

/** What an address of the comparison asks for. */
export interface CompareAddress {
  /** At most four, in the order of the address. */
  readonly slugs: readonly string[];
  /** Beyond the four. */
  readonly tooMany: readonly string[];
  /** What cannot be the address of a strand. */
  readonly ignored: readonly string[];
}

const isSlug = (text: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 200;

/** Reads an address; nothing in it is refused. */
export function readCompareAddress(params: URLSearchParams): CompareAddress {
  const asked = [...new Set(params.getAll("strand").map((value) => value.trim()))].filter(Boolean);
  const slugs = asked.filter(isSlug);
  return {
    slugs: slugs.slice(0, comparedMax),
    tooMany: slugs.slice(comparedMax, 50),
    ignored: asked
      .filter((value) => !isSlug(value))
      .slice(0, 10)
      .map((value) => value.slice(0, 40)),
  };
}

/** The address at which these strands stand side by side. */
export const toCompareAddress = (slugs: readonly string[]): string =>
  slugs.length === 0 ? "/compare" : `/compare?${slugs.map((slug) => `strand=${slug}`).join("&")}`;
