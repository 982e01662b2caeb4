import { VisuallyHidden } from "@mantine/core";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import type { Suggestions, SuggestionSource } from "../data/suggestions.ts";
import styles from "./search-suggestions.module.css";

/** The id of the list's entry in this place, which the field names while it is walked to. */
export const optionId = (list: string, place: number): string => `${list}-${place}`;

interface SearchSuggestionsProps {
  /** The list's id. */
  readonly id: string;
  readonly of: Suggestions;
  readonly source: SuggestionSource;
  /** What is in the field. */
  readonly text: string;
  /** The entry walked to; the last one, after all suggestions, is the search itself. */
  readonly active: number;
  /** An entry has been followed. */
  readonly onFollow: () => void;
  /** The search itself has been chosen. */
  readonly onAll: () => void;
}

/** What is said to those who do not see the list. */
export function suggestionsInWords(of: Suggestions | undefined): string {
  if (!of) return "";
  const count = of.suggestions.length;
  if (count === 0) return "No suggestions.";
  return `${count} ${count === 1 ? "suggestion" : "suggestions"}. Arrow keys walk through them, Enter opens one.`;
}

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/**
 * The list under the search box. Its entries are links, so that they can be opened in another tab or copied; the cursor
 * stays in the field meanwhile.
 */
export function SearchSuggestions({
  id,
  of: { suggestions, total },
  source: { allPath, one, many },
  text,
  active,
  onFollow,
  onAll,
}: SearchSuggestionsProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const option = (place: number) => ({
    id: optionId(id, place),
    role: "option",
    "aria-selected": place === active,
    tabIndex: -1,
  });
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      className={styles.list}
      // The field keeps the cursor, or the list would close before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {suggestions.map(({ title, path, kind, detail }, place) => (
        <Link key={path} to={path} {...option(place)} onClick={onFollow} className={styles.option}>
          <span className={styles.kind}>{kind}</span>
          <VisuallyHidden>: </VisuallyHidden>
          <span className={styles.title}>{title}</span>
          {detail !== undefined && (
            <>
              <VisuallyHidden>. </VisuallyHidden>
              <span className={styles.detail}>{detail}</span>
            </>
          )}
        </Link>
      ))}
      <Link
        to={allPath(text.trim())}
        {...option(suggestions.length)}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          onAll();
        }}
        className={`${styles.option} ${styles.all}`}
      >
        {total === 1 ? `The one ${one}` : `All ${total.toLocaleString("en-GB")} ${many}`} for “
        {text.trim().slice(0, 80)}”
      </Link>
    </div>
  );
}
