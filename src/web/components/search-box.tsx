import { Button, TextInput, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { NavigationType, useNavigationType } from "react-router";
import { siteSuggestions, type SuggestionSource } from "../data/suggestions.ts";
import styles from "./search-box.module.css";
import { optionId, SearchSuggestions, suggestionsInWords } from "./search-suggestions.tsx";
import { useSlashIsOn } from "./slash-key.ts";
import { useSlash } from "./use-slash.ts";
import { useSuggestions } from "./use-suggestions.ts";

interface SearchBoxProps {
  /** What the screen reader calls the field. */
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly big?: boolean;
  /** What is found while one types; everything on the site unless said otherwise. */
  readonly source?: SuggestionSource;
  /** A page may hold the header's box and its own. */
  readonly id: string;
}

/** Where little height is left for the list, as above the keys of a phone, the field goes to the top. */
function makeRoom(field: HTMLElement): void {
  if (!matchMedia("(max-height: 30em), (max-height: 60em) and (pointer: coarse)").matches) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

/** The field's words follow the address, except while one is typing others, or was faster than the scripts. */
function useFieldOf(value: string) {
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef(false);
  const back = useNavigationType() === NavigationType.Pop;
  const shown = useRef({ value, back });
  useEffect(() => {
    if (shown.current.value === value && shown.current.back === back) return;
    shown.current = { value, back };
    const keeps = typed.current && document.activeElement === field.current && !back;
    if (field.current && !keeps) field.current.value = value;
  }, [value, back]);
  return { field, typed };
}

/**
 * The field, the list of what its words would find, and the button; the form around it is the caller's. A list to walk
 * through with the arrows is told to a screen reader from the first focus on: until then, and without scripts, it is a field.
 */
export function SearchBox(props: SearchBoxProps): ReactNode {
  const { label, value = "", placeholder, big, id, source = siteSuggestions } = props;
  const { field, typed } = useFieldOf(value);
  const [awake, setAwake] = useState(false);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const answer = useSuggestions(text, source);
  const count = answer?.suggestions.length ?? 0;
  const shown = open && count > 0;
  const listId = `${id}-list`;
  useSlash(field);
  const slash = useSlashIsOn();

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const leave = (): void => {
    close();
    setText("");
    typed.current = false;
  };
  const read = (): void => {
    typed.current = true;
    setAwake(true);
    setText(field.current?.value ?? "");
    setOpen(true);
    setActive(-1);
  };
  useEffect(() => {
    // Somebody was faster than the scripts.
    if (document.activeElement !== field.current) return;
    setAwake(true);
    if (field.current?.value !== field.current?.defaultValue) read();
    // oxlint-disable-next-line react/exhaustive-deps -- once, on arrival
  }, []);

  const walk = (step: 1 | -1): void => {
    if (!shown) setOpen(true);
    // The field itself, -1, stands between the last entry and the first.
    else setActive(((active + 1 + step + count + 2) % (count + 2)) - 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While signs are being composed, every key is the composer's.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (count === 0) return;
        event.preventDefault();
        walk(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        if (shown && active >= 0) {
          event.preventDefault();
          document.getElementById(optionId(listId, active))?.click();
        } else leave();
        break;
      case "Escape":
        // The first closes the list; the next is the field's own, which empties it.
        if (shown) event.preventDefault();
        close();
    }
  };

  return (
    <div className={big ? `${styles.box} ${styles.big}` : styles.box}>
      <div className={styles.field}>
        <TextInput
          ref={field}
          id={id}
          type="search"
          name="q"
          aria-label={label}
          aria-keyshortcuts={slash ? "/" : undefined}
          {...(awake && {
            role: "combobox",
            "aria-autocomplete": "list",
            "aria-expanded": shown,
            "aria-controls": shown ? listId : undefined,
            "aria-activedescendant": shown && active >= 0 ? optionId(listId, active) : undefined,
          })}
          placeholder={placeholder}
          defaultValue={value}
          autoComplete="off"
          enterKeyHint="search"
          size="md"
          classNames={{ input: styles.input }}
          onFocus={({ currentTarget }) => {
            setAwake(true);
            makeRoom(currentTarget);
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            if (!(event.nativeEvent as InputEvent).isComposing) read();
          }}
          onCompositionEnd={read}
        />
        {awake && (
          <VisuallyHidden role="status">{open ? suggestionsInWords(answer) : ""}</VisuallyHidden>
        )}
        {shown && answer && (
          <SearchSuggestions
            id={listId}
            of={answer}
            source={source}
            text={text}
            active={active}
            onFollow={leave}
            onAll={() => {
              leave();
              field.current?.form?.requestSubmit();
            }}
          />
        )}
      </div>
      <Button type="submit" size="md" className={styles.button} onClick={leave}>
        Search
      </Button>
    </div>
  );
}
