import type { ReactNode } from "react";

/** Plain text in which teachers stress a word with asterisks, as they do in e-mail. */
export function Words({ children }: { children: string }): ReactNode {
  // Every second piece stood between asterisks.
  return children
    .split(/\*{1,2}([^*\n]+)\*{1,2}/)
    .map((piece, place) => (place % 2 === 1 ? <em key={place}>{piece}</em> : piece));
}
