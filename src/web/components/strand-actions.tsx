import { type ReactNode, useSyncExternalStore } from "react";
import { Link } from "react-router";
import { CopyButton } from "./copy-button.tsx";
import styles from "./strand-actions.module.css";

/** What a reader may want to take away. */
export interface Citation {
  /** As it stands in a list of references, without markup. */
  readonly text: string;
  /** The same with its title in italics. */
  readonly html: string;
  /** Whose the figures are, as a sentence. */
  readonly figures: string;
}

/** Names one place in the page: the other folds close when one opens, where the browser can. */
const group = "strand-actions";

function Cite({ of, path }: { of: Citation; path: string }): ReactNode {
  return (
    <details className={styles.fold} name={group} id="cite">
      <summary className={styles.button}>Cite</summary>
      <div className={styles.panel}>
        <p>Harvard (Cite Them Right):</p>
        <p className={styles.citation}>
          <span dangerouslySetInnerHTML={{ __html: of.html }} /> {of.figures}
        </p>
        <p className={styles.line}>
          <CopyButton text={`${of.text} ${of.figures}`}>Copy the citation</CopyButton>
          <a href={`${path}/citation.bib`} download>
            BibTeX file
          </a>
          <a href={`${path}/citation.json`} download>
            CSL file, for Zotero
          </a>
        </p>
      </div>
    </details>
  );
}

const never = () => () => {};
const canShare = () => "share" in navigator;

function Share({ title, url }: { title: string; url: string }): ReactNode {
  // Known in the browser only; it stands in a closed fold, so nothing moves when it appears.
  const sheet = useSyncExternalStore(never, canShare, () => false);
  const mail = `mailto:?${new URLSearchParams({ subject: title, body: `${title}\n${url}` })
    .toString()
    .replaceAll("+", "%20")}`;
  return (
    <details className={styles.fold} name={group}>
      <summary className={styles.button}>Share</summary>
      <div className={styles.panel}>
        <p className={styles.address}>{url}</p>
        <p className={styles.line}>
          <CopyButton text={url}>Copy the link</CopyButton>
          {sheet && (
            <button
              type="button"
              className={styles.button}
              // A reader who closes the sheet has done nothing wrong.
              onClick={() => void navigator.share({ title, url }).catch(() => {})}
            >
              Share with an app
            </button>
          )}
          <a href={mail}>Send by e-mail</a>
        </p>
      </div>
    </details>
  );
}

interface StrandActionsProps {
  readonly slug: string;
  readonly title: string;
  /** Absolute address of the page. */
  readonly url: string;
  readonly citation: Citation;
}

/** What one does with a strand besides reading it. */
export function StrandActions({ slug, title, url, citation }: StrandActionsProps): ReactNode {
  return (
    <div className={styles.actions} role="group" aria-label="Actions">
      <Link to={`/compare?strand=${slug}`} className={styles.button}>
        Compare with another approach
      </Link>
      <Link to={`/reflections/new?evidence=${slug}`} className={styles.button}>
        Write a reflection
      </Link>
      <Cite of={citation} path={`/evidence/${slug}`} />
      <Share title={title} url={url} />
      <button
        type="button"
        className={`${styles.button} ${styles.scripted}`}
        onClick={() => window.print()}
      >
        Print
      </button>
    </div>
  );
}
