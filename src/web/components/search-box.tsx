import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./search-box.module.css";

interface SearchBoxProps {
  /** What the screen reader calls the field. */
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly big?: boolean;
  /** A page may hold the header's box and its own. */
  readonly id: string;
}

/** The field and its button; the form around it is the caller's. */
export function SearchBox({ label, value = "", placeholder, big, id }: SearchBoxProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  // The back button changes the address but not a field React does not control.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  return (
    <div className={big ? `${styles.box} ${styles.big}` : styles.box}>
      <TextInput
        ref={field}
        id={id}
        type="search"
        name="q"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        autoComplete="off"
        enterKeyHint="search"
        size="md"
        classNames={{ root: styles.field, input: styles.input }}
      />
      <Button type="submit" size="md" className={styles.button}>
        Search
      </Button>
    </div>
  );
}
