import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import styles from "./account-page.module.css";

const parts = [
  { path: "/account", name: "Profile" },
  { path: "/account/security", name: "Signing in" },
  { path: "/account/privacy", name: "Privacy" },
] as const;

/** A page of one's own account: which one, and the way to the others. */
export function AccountPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { pathname } = useLocation();
  return (
    <div className={styles.page}>
      <nav aria-label="Account" className={styles.parts}>
        <ul role="list">
          {parts.map(({ path, name }) => (
            <li key={path}>
              <Link to={path} aria-current={pathname === path ? "page" : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <header className={styles.head}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** One thing of an account that can be changed. */
export function Part({
  title,
  id,
  children,
}: {
  title: string;
  id: string;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
