import { type ReactNode, useEffect, useRef } from "react";
import { Form, Link, useLocation } from "react-router";
import { nextPath, withNext } from "../data/next-path.ts";
import { initialsOf, type Reader, shortName, useReader } from "../data/reader.ts";
import styles from "./account-menu.module.css";

interface Place {
  readonly path: string;
  readonly name: string;
  /** Only for who may do this. */
  readonly permission?: Reader["permissions"][number];
}

const places: readonly Place[] = [
  { path: "/my-reflections", name: "My reflections" },
  { path: "/my-school", name: "My school" },
  { path: "/account", name: "Account" },
  { path: "/moderation", name: "Moderation", permission: "REFLECTION_MODERATE" },
  { path: "/search-insight", name: "Searches", permission: "SEARCH_INSIGHT" },
  { path: "/search-index", name: "Search index", permission: "SEARCH_INSIGHT" },
  { path: "/people", name: "People", permission: "PERSON_MANAGE" },
  { path: "/audit", name: "Audit", permission: "AUDIT_READ" },
];

/** Closes a menu when one goes on, presses Escape, or presses elsewhere; without scripts it is closed as it was opened. */
function useClosing(place: string) {
  const menu = useRef<HTMLDetailsElement>(null);
  const seen = useRef(place);
  useEffect(() => {
    if (seen.current !== place && menu.current) menu.current.open = false;
    seen.current = place;
  }, [place]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    const onPress = (event: PointerEvent): void => {
      if (menu.current?.open && !menu.current.contains(event.target as Node))
        menu.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
  return menu;
}

/** The menu of somebody who is signed in. */
export function ReaderMenu({ of: reader }: { of: Reader }): ReactNode {
  const { key, pathname } = useLocation();
  const menu = useClosing(key);
  return (
    <details ref={menu} className={styles.menu}>
      <summary>
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(reader.name)}
        </span>
        <span className={styles.unseen}>Your account: </span>
        <span className={styles.name}>{shortName(reader.name)}</span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.who}>{reader.name}</p>
        <nav aria-label="Your account">
          <ul role="list">
            {places
              .filter(({ permission }) => !permission || reader.permissions.includes(permission))
              .map(({ path, name }) => (
                <li key={path}>
                  <Link to={path} aria-current={pathname === path ? "page" : undefined}>
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        <Form method="post" action="/sign-out">
          <button type="submit">Sign out</button>
        </Form>
      </div>
    </details>
  );
}

/** Who one is, and the way to what is one's own; for everybody else the way in. */
export function AccountMenu(): ReactNode {
  const reader = useReader();
  const { pathname, search } = useLocation();
  return (
    <div className={styles.account}>
      {reader ? (
        <ReaderMenu of={reader} />
      ) : (
        <Link
          to={withNext("/sign-in", nextPath(pathname + search))}
          className={styles.signIn}
          aria-current={pathname === "/sign-in" ? "page" : undefined}
        >
          Sign in
        </Link>
      )}
    </div>
  );
}
