/** A place in the text where a publication is cited. */
export interface Citing {
  readonly anchor: string;
  /** Heading of the section it stands in. */
  readonly heading: string;
}

interface Section {
  readonly heading: string;
  readonly html: string;
}

/**
 * Gives the first citation of each publication in each section an id, so that the list of references can lead back.
 * The HTML is the API's, which writes these links itself as `<a href="#reference-key">`.
 */
export function linkBack<T extends Section>(
  sections: readonly T[],
): { readonly sections: readonly T[]; readonly citedIn: Readonly<Record<string, Citing[]>> } {
  const citedIn: Record<string, Citing[]> = {};
  const linked = sections.map((section, place) => {
    const seen = new Set<string>();
    const html = section.html.replace(/<a href="#reference-([\w-]+)"/g, (link, key: string) => {
      if (seen.has(key)) return link;
      seen.add(key);
      const anchor = `cited-${key}-${place + 1}`;
      (citedIn[key] ??= []).push({ anchor, heading: section.heading });
      return `<a id="${anchor}" href="#reference-${key}"`;
    });
    return { ...section, html };
  });
  return { sections: linked, citedIn };
}
