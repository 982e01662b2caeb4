import { type ReactNode, useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import styles from "./form.module.css";

/** Words about the whole of what one sees: done, or worth knowing. */
export function Notice({
  look = "done",
  children,
}: {
  look?: "done" | "care" | "plain";
  children: ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (look === "done") box.current?.focus();
  }, [look]);
  const looks = { done: styles.done, care: styles.care, plain: styles.told };
  return (
    <div
      ref={box}
      role={look === "done" ? "status" : undefined}
      tabIndex={look === "done" ? -1 : undefined}
      className={`${styles.notice} ${looks[look]}`}
    >
      {children}
    </div>
  );
}

/**
 * That something was done, on the page one is sent to afterwards. The address names which (`?saved=profile`), the page has
 * the words: nobody can make it say anything else.
 */
export function Saved({ of }: { of: Readonly<Record<string, ReactNode>> }): ReactNode {
  const [params] = useSearchParams();
  const name = params.get("saved");
  if (name === null || !Object.hasOwn(of, name)) return null;
  return (
    <Notice key={name}>
      <p>{of[name]}</p>
    </Notice>
  );
}
