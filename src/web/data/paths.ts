/** The path of a record's page: the API gives absolute addresses, links within the site need none. */
export function pathOf(url: string): string {
  return new URL(url, "http://localhost").pathname;
}

/** The part of a heading that can stand behind "#". */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
