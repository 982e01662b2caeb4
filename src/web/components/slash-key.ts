import { useSyncExternalStore } from "react";

const key = "potbank.slash";
const listeners = new Set<() => void>();

/** Where the browser keeps nothing, the choice holds until the page is left. */
let unkept: boolean | undefined;

/** Whether "/" goes to the search box: yes, unless the reader has switched it off in this browser. */
export function slashIsOn(): boolean {
  if (unkept !== undefined) return unkept;
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

/** Switches "/" on or off; says whether the browser keeps it. */
export function switchSlash(on: boolean): boolean {
  unkept = undefined;
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    unkept = on;
  }
  for (const listener of listeners) listener();
  return unkept === undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab has switched it.
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** The same for what is drawn; on the server it is on. */
export const useSlashIsOn = (): boolean => useSyncExternalStore(subscribe, slashIsOn, () => true);
