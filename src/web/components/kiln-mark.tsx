import type { ReactNode } from "react";

/** The bottle kiln beside the name. */
export function KilnMark(): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path
        fill="var(--cobalt)"
        d="M13.2 2h5.6l.6 6.4c3.4 3 6 7.7 6.6 13.8l.6 7.8H5.4l.6-7.8c.6-6.1 3.2-10.8 6.6-13.8z"
      />
      <path fill="var(--ware)" d="M12.4 30v-4a3.6 3.6 0 0 1 7.2 0v4z" />
    </svg>
  );
}
