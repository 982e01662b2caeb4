import type { ReactNode } from "react";
import { Form, Link, useLocation } from "react-router";
import { AccountMenu } from "./account-menu.tsx";
import styles from "./header.module.css";
import { KilnMark } from "./kiln-mark.tsx";
import { SearchBox } from "./search-box.tsx";

const places: readonly { path: string; name: string; also?: string }[] = [
  { path: "/evidence", name: "Evidence", also: "/compare" },
  { path: "/cpd", name: "CPD" },
  { path: "/projects", name: "School research" },
  { path: "/reflections", name: "Reflections" },
];

const isUnder = (pathname: string, path: string): boolean =>
  pathname === path || pathname.startsWith(`${path}/`);

/** "page" for the list itself, "true" for what stands under it. */
const currentOf = (
  pathname: string,
  { path, also }: (typeof places)[number],
): "page" | "true" | undefined => {
  if (pathname === path) return "page";
  return isUnder(pathname, path) || (also && isUnder(pathname, also)) ? "true" : undefined;
};

function Magnifier(): ReactNode {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.75" fill="none" stroke="currentColor" strokeWidth="2" />
      <path
        d="M13 13l5 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** The name, the four places, and search: a box where there is room, a link to its page where there is not. */
export function Header(): ReactNode {
  const { pathname } = useLocation();
  const hasOwnSearch = pathname === "/" || pathname === "/search";
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <Link to="/" className={styles.name}>
          <KilnMark />
          Potbank
        </Link>
        <nav className={styles.nav} aria-label="Main">
          <ul role="list">
            {places.map((place) => (
              <li key={place.path}>
                <Link to={place.path} aria-current={currentOf(pathname, place)}>
                  {place.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {!hasOwnSearch && (
          <>
            <Form action="/search" role="search" className={styles.search}>
              <SearchBox id="header-search" label="Search Potbank" placeholder="Search Potbank" />
            </Form>
            <Link to="/search" className={styles.toSearch}>
              <Magnifier />
              Search
            </Link>
          </>
        )}
        <AccountMenu />
      </div>
    </header>
  );
}
