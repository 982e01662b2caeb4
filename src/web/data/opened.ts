/** Tells that the hit in this place, from 1, of a search was opened. Nobody waits for it, and nobody is named by it. */
export function tellOpened(askedId: string, position: number): void {
  const said = new URLSearchParams({ of: askedId, position: String(position) });
  navigator.sendBeacon("/search/opened", said);
}
