import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { createPath, useLocation, useNavigate } from "react-router";
import { reaches, type Stranded } from "./connection.ts";
import styles from "./error-page.module.css";

/** Nobody's fault: the network is gone, and one may try again without losing the page one came from. */
export function OfflinePage({
  retry,
  stay,
}: Pick<Stranded, "retry"> & Partial<Stranded>): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [words, say] = useState("");
  useEffect(() => heading.current?.focus(), []);
  const onRetry = async (): Promise<void> => {
    say("Trying …");
    if (!(await retry())) say("Still no connection.");
  };
  return (
    <div className={styles.error}>
      <h1 ref={heading} tabIndex={-1}>
        You seem to be offline
      </h1>
      <p>We cannot reach Potbank from here. Check your connection, then try again.</p>
      <div className={styles.ways}>
        <Button size="md" onClick={() => void onRetry()}>
          Try again
        </Button>
        {stay && (
          <Button size="md" variant="default" onClick={stay}>
            Back to where you were
          </Button>
        )}
        <span role="status" className={styles.soft}>
          {words}
        </span>
      </div>
    </div>
  );
}

/** The same where the data of a page did not come: one is on its address already. */
export function UnreachedPage(): ReactNode {
  const here = createPath(useLocation());
  const navigate = useNavigate();
  return (
    <OfflinePage
      retry={async () => {
        const reached = await reaches(here);
        if (reached) await navigate(here, { replace: true });
        return reached;
      }}
    />
  );
}
