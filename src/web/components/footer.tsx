import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./footer.module.css";

/** What this is, where its figures come from, and the ways to what the navigation leaves out. */
export function Footer(): ReactNode {
  return (
    <footer className={styles.footer}>
      <div className={styles.columns}>
        <div className={styles.wide}>
          <h2>What this is</h2>
          <p>
            Potbank brings together what research says, the training that builds on it, and what
            schools and teachers found when they tried it.
          </p>
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
        <nav aria-labelledby="footer-about">
          <h2 id="footer-about">About Potbank</h2>
          <ul role="list">
            <li>
              <Link to="/about">About</Link>
            </li>
            <li>
              <Link to="/figures">How to read the figures</Link>
            </li>
            <li>
              <Link to="/accessibility">Accessibility</Link>
            </li>
            <li>
              <Link to="/privacy">Privacy</Link>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-developers">
          <h2 id="footer-developers">For developers</h2>
          <ul role="list">
            <li>
              <Link to="/api">API</Link>
            </li>
            <li>
              <a href="/graphql">GraphQL</a>
            </li>
            <li>
              <a href="/schema.graphql">Schema</a>
            </li>
            <li>
              <a href="/feed.atom">Feed of new evidence</a>
            </li>
            <li>
              <Link to="/gallery">Components</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
