import { type ReactNode, useState, useSyncExternalStore } from "react";
import { switchSlash, useSlashIsOn } from "./slash-key.ts";
import styles from "./slash-switch.module.css";

const never = () => () => undefined;

/** Switches the one shortcut of a single key off and on; without scripts there is neither. */
export function SlashSwitch(): ReactNode {
  const on = useSlashIsOn();
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [kept, setKept] = useState(true);
  return (
    <div className={styles.switch}>
      <label className={styles.label}>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          disabled={!ready}
          onChange={(event) => setKept(switchSlash(event.target.checked))}
        />
        Use / to go to the search box
      </label>
      <p role="status" className={styles.status}>
        {kept ? "" : "Your browser keeps nothing for this site: this holds until you reload."}
      </p>
    </div>
  );
}
