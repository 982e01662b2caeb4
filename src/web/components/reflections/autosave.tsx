import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./reflections.module.css";

/** How long after the last key a text is saved, in milliseconds. */
const pause = 2_500;

/** What the server answers to a save: the reflection as it stands, or that it was changed elsewhere. */
interface SaveAnswer {
  readonly id?: string;
  readonly revision?: number;
  readonly problem?: string;
}

const words = {
  clean: "",
  saving: "Saving …",
  offline: "Not saved yet: no connection. Your text is still here; it is saved when you type on.",
  signedOut:
    "Not saved: you are signed out. Sign in again in another tab, then press Save here; your text stays.",
} as const;

const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].filter(
    ({ type }) => type !== "hidden",
  );

const textOf = (form: HTMLFormElement): string =>
  JSON.stringify(fieldsOf(form).map(({ value }) => value));

/** What the page came with: whoever typed before the scripts ran has changed something already. */
const textAtFirst = (form: HTMLFormElement): string =>
  JSON.stringify(fieldsOf(form).map(({ defaultValue }) => defaultValue));

/**
 * Saves the form it stands in a moment after one stops typing, and says so politely. Without scripts, and whenever it
 * cannot, the form's own button does. `onSaved` hears what the reflection is called by then.
 */
export function Autosave({
  onSaved,
}: {
  onSaved: (id: string, revision: number) => void;
}): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState<string>(words.clean);
  const saved = useRef(onSaved);
  useEffect(() => {
    saved.current = onSaved;
  }, [onSaved]);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = textAtFirst(form);
    let busy = false;
    let stopped = false;
    const save = async () => {
      clearTimeout(timer);
      const text = textOf(form);
      if (stopped || text === last) return;
      if (busy) {
        timer = setTimeout(save, pause);
        return;
      }
      busy = true;
      say(words.saving);
      const outcome = await send(new FormData(form));
      busy = false;
      if (stopped) return;
      if (outcome === "offline" || outcome === "signedOut") {
        say(words[outcome]);
        return;
      }
      if (outcome.problem !== undefined || !outcome.id || outcome.revision === undefined) {
        say(`Not saved. ${outcome.problem ?? "Press Save to see why."}`);
        return;
      }
      last = text;
      saved.current(outcome.id, outcome.revision);
      const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      say(`Saved at ${time}`);
    };
    const typed = () => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };
    // Whoever turns away does not come back for a timer.
    const hidden = () => {
      if (document.visibilityState === "hidden") void save();
    };
    // The button saves everything itself: a save on its way would be a newer version to it.
    const sent = () => {
      stopped = true;
      clearTimeout(timer);
    };
    const back = () => {
      stopped = false;
    };
    if (textOf(form) !== last) typed();
    form.addEventListener("input", typed);
    form.addEventListener("submit", sent);
    form.addEventListener("input", back);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      stopped = true;
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", sent);
      form.removeEventListener("input", back);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, []);
  return (
    <p ref={place} className={styles.saving} role="status">
      {said}
    </p>
  );
}

async function send(form: FormData): Promise<SaveAnswer | "offline" | "signedOut"> {
  try {
    const answer = await fetch("/reflections/autosave", {
      method: "POST",
      // As forms are sent: what reads them elsewhere reads them here.
      body: new URLSearchParams(
        [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      ),
      redirect: "manual",
    });
    if (answer.type === "opaqueredirect") return "signedOut";
    if (!(answer.headers.get("content-type") ?? "").includes("json")) return {};
    return (await answer.json()) as SaveAnswer;
  } catch {
    return "offline";
  }
}
