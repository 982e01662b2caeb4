import { type RefObject, useEffect, useRef, useState } from "react";
import { NavigationType, useNavigationType } from "react-router";
import { inRow } from "../data/comparison.ts";

interface Named {
  readonly slug: string;
  readonly title: string;
}

/** What has come to the strands that are compared, and what has gone, in words. */
export function changeInWords(before: readonly Named[], after: readonly Named[]): string {
  const without = (all: readonly Named[], of: readonly Named[]) =>
    all.filter(({ slug }) => !of.some((each) => each.slug === slug)).map(({ title }) => title);
  const [added, removed] = [without(after, before), without(before, after)];
  const words = [
    added.length > 0 && `${inRow(added)} added.`,
    removed.length > 0 && `${inRow(removed)} removed.`,
    after.length > 0
      ? `Now compared: ${inRow(after.map(({ title }) => title))}.`
      : "Nothing is compared now.",
  ];
  return words.filter(Boolean).join(" ");
}

/**
 * Takes the keyboard to the top of a comparison that has changed, because the button or link that changed it has moved or
 * is gone, and says what changed. Going back and forth leaves both alone: the browser restores the place.
 */
export function useComparedChange(strands: readonly Named[]): {
  /** Where the keyboard goes. */
  readonly target: RefObject<(HTMLHeadingElement & HTMLDivElement) | null>;
  /** For a live region; empty until something changes. */
  readonly change: string;
} {
  const target = useRef<HTMLHeadingElement & HTMLDivElement>(null);
  const known = useRef(strands);
  const [change, setChange] = useState("");
  const back = useNavigationType() === NavigationType.Pop;
  const now = strands.map(({ slug }) => slug).join();
  useEffect(() => {
    const before = known.current;
    known.current = strands;
    if (before.map(({ slug }) => slug).join() === now) return;
    setChange(back ? "" : changeInWords(before, strands));
    if (!back) target.current?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only a change of which strands there are
  }, [now]);
  return { target, change };
}
