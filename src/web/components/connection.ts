import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createPath, useBlocker } from "react-router";

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};

/** What the browser believes about its connection; the server takes it for granted. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** Whether the server can be reached: any answer will do. */
export async function reaches(path: string): Promise<boolean> {
  try {
    await fetch(path, { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

// As Chromium, Firefox and Safari put it; the data of a page may also break off half way.
const networkWords =
  /^(failed to fetch|network ?error|load failed|error in input stream|the network connection)/i;

/** Whether an error means that the network is gone, rather than that we failed. */
export function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return networkWords.test(error.message) || isNetworkFailure(error.cause);
}

/** A way that could not be gone. */
export interface Stranded {
  /** Goes on when the server can be reached again; false while it cannot. */
  retry(): Promise<boolean>;
  /** Gives up and stays on the page. */
  stay(): void;
}

/**
 * Guards the way to another page. Without a connection it stops before anything is lost. When a page's script is
 * gone, as after a new release, the router reloads the page one is leaving: the browser is sent on to the page one
 * asked for instead, with a full load.
 */
export function useNavigationGuard(): Stranded | undefined {
  const target = useRef<string>(undefined);
  const [unreached, setUnreached] = useState<string>();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const elsewhere =
      currentLocation.pathname !== nextLocation.pathname ||
      currentLocation.search !== nextLocation.search;
    target.current = elsewhere ? createPath(nextLocation) : undefined;
    setUnreached(undefined);
    return elsewhere && !navigator.onLine;
  });

  useEffect(() => {
    // Browsers without the Navigation API do as the router says.
    if (!("navigation" in window)) return undefined;
    const onNavigate = (event: NavigateEvent): void => {
      const to = target.current;
      const ours = event.navigationType === "reload" && !event.userInitiated && event.cancelable;
      if (!ours || to === undefined || to === createPath(window.location)) return;
      event.preventDefault();
      void reaches(to).then((yes) => (yes ? window.location.assign(to) : setUnreached(to)));
    };
    window.navigation.addEventListener("navigate", onNavigate);
    return () => window.navigation.removeEventListener("navigate", onNavigate);
  }, []);

  if (blocker.state === "blocked") {
    const { location, proceed, reset } = blocker;
    return {
      async retry() {
        const reached = await reaches(createPath(location));
        if (reached) proceed();
        return reached;
      },
      stay: reset,
    };
  }
  if (unreached !== undefined)
    return {
      async retry() {
        const reached = await reaches(unreached);
        if (reached) window.location.assign(unreached);
        return reached;
      },
      stay: () => setUnreached(undefined),
    };
  return undefined;
}
