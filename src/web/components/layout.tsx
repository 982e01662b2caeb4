import { type ReactNode, useEffect, useRef } from "react";
import { Form, Link, useLocation, useNavigation } from "react-router";
import { kinds } from "../data/wording.ts";
import { KilnMark } from "./kiln-mark.tsx";
import styles from "./layout.module.css";
import { SearchBox } from "./search-box.tsx";

function Header(): ReactNode {
  const { pathname, search } = useLocation();
  const chosen = pathname === "/search" ? new URLSearchParams(search).getAll("kind") : [];
  const isCurrent = (word: string) =>
    (word === "cpd" && (pathname === "/cpd" || pathname === "/cpd/self-study")) ||
    (chosen.length === 1 && chosen[0] === word);
  return (
    <header className={styles.header}>
      <div className={`${styles.inner} ${styles.bar}`}>
        <Link to="/" className={styles.name}>
          <KilnMark />
          Potbank
        </Link>
        <nav className={styles.nav} aria-label="Main">
          {kinds.map(
            ({ word, navigation }) =>
              navigation && (
                <Link
                  key={word}
                  // Sessions have a list of their own: they are looked for by date.
                  to={word === "cpd" ? "/cpd" : `/search?kind=${word}`}
                  aria-current={isCurrent(word) ? "true" : undefined}
                >
                  {navigation}
                </Link>
              ),
          )}
        </nav>
        {pathname !== "/" && pathname !== "/search" && (
          <Form action="/search" role="search" className={styles.search}>
            <SearchBox id="header-search" label="Search Potbank" placeholder="Search Potbank" />
          </Form>
        )}
      </div>
    </header>
  );
}

function Footer(): ReactNode {
  return (
    <footer className={styles.footer}>
      <div className={`${styles.inner} ${styles.columns}`}>
        <div>
          <h2>What this is</h2>
          <p>
            Potbank brings together what research says, the training that builds on it, and what
            schools and teachers found when they tried it.
          </p>
        </div>
        <div>
          <h2>Sources and licences</h2>
          <p>
            Months, cost and padlocks are the figures published by the{" "}
            <a href="https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit">
              Education Endowment Foundation
            </a>
            . The words are our own.
          </p>
          <p>
            School facts: Department for Education, under the{" "}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            . Names that end in “(example)” are invented.
          </p>
        </div>
        <div>
          <h2>For developers</h2>
          <p>
            Everything here can be asked for over <a href="/graphql">GraphQL</a>; the{" "}
            <a href="/schema.graphql">schema</a> says how. The pages are made of{" "}
            <Link to="/gallery">components</Link>.
          </p>
        </div>
      </div>
    </footer>
  );
}

/** A new page is read from its start: without this the focus stays on a link that is gone. */
function useFocusOnArrival() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current !== pathname) main.current?.focus({ preventScroll: true });
    seen.current = pathname;
  }, [pathname]);
  return main;
}

/** Skip link, header, main and footer around every page. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const busy = useNavigation().state !== "idle";
  const main = useFocusOnArrival();
  return (
    <div className={styles.page}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      {busy && <div className={styles.busy} aria-hidden="true" />}
      <Header />
      <main ref={main} id="main" tabIndex={-1} className={styles.main} aria-busy={busy}>
        {children}
      </main>
      <Footer />
    </div>
  );
}
