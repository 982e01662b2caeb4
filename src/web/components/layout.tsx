import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation, useNavigation } from "react-router";
import { useNavigationGuard, useOnline } from "./connection.ts";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import styles from "./layout.module.css";
import { OfflinePage } from "./offline-page.tsx";

/** A new page is read from its start: without this the focus stays on a link that is gone. */
function useFocusOnArrival(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current !== pathname) main.current?.focus({ preventScroll: true });
    seen.current = pathname;
  }, [pathname]);
  return main;
}

/** For those who do not see the bar: that it takes a while, and then which page has come. */
function useAnnouncement(busy: boolean, pathname: string): string {
  const [words, say] = useState("");
  const seen = useRef(pathname);
  useEffect(() => {
    if (!busy) return undefined;
    // What comes at once needs no announcement that it comes.
    const timer = setTimeout(() => say("Loading …"), 600);
    return () => {
      clearTimeout(timer);
      say("");
    };
  }, [busy]);
  useEffect(() => {
    if (seen.current !== pathname) say(document.title);
    seen.current = pathname;
  }, [pathname]);
  return words;
}

/** The line at the top while a page is on its way. */
export function BusyBar(): ReactNode {
  return <div className={styles.busy} aria-hidden="true" />;
}

/** Said once, where it does not cover what one reads. */
export function OfflineNote({ shown }: { shown: boolean }): ReactNode {
  return (
    <div role="status" className={styles.status}>
      {shown && (
        <p className={styles.offline}>
          You are offline. You can go on reading this page; others need a connection.
        </p>
      )}
    </div>
  );
}

/** Skip link, header, main and footer around every page. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { pathname } = useLocation();
  const busy = useNavigation().state !== "idle";
  const main = useFocusOnArrival(pathname);
  const announcement = useAnnouncement(busy, pathname);
  const online = useOnline();
  const stranded = useNavigationGuard();
  return (
    <div className={styles.page}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      {busy && <BusyBar />}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      <Header />
      <OfflineNote shown={!online && !stranded} />
      <main ref={main} id="main" tabIndex={-1} className={styles.main} aria-busy={busy}>
        {stranded ? <OfflinePage {...stranded} /> : children}
      </main>
      <Footer />
    </div>
  );
}
