import { type RefObject, useEffect } from "react";
import { slashIsOn } from "./slash-key.ts";

/** Fields in which a slash is a slash; a box to tick is none of them. */
const typedInto =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])';

/** "/" puts the cursor into this field, from anywhere but another field or an open dialogue, unless the reader has switched it off. */
export function useSlash(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!slashIsOn()) return;
      // Of two boxes on a page, the first takes it.
      if (event.defaultPrevented || event.isComposing) return;
      const from = event.target instanceof HTMLElement ? event.target : document.body;
      if (from.isContentEditable || from.matches(typedInto)) return;
      if (document.querySelector("dialog:modal") || !field.current?.checkVisibility()) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [field]);
}
