import type { ReactNode } from "react";
import type { Operator } from "../data/request-context.ts";

/** How to reach whoever answers for the site, or plainly that nobody has said. */
export function Contact({ of: { name, email } }: { readonly of: Operator }): ReactNode {
  if (email !== null)
    return (
      <p>
        Write to {name === null ? "" : `${name} at `}
        <a href={`mailto:${email}`}>{email}</a>.
      </p>
    );
  return (
    <p>
      {name === null
        ? "Whoever runs this site has not yet given a name or an address to write to."
        : `This site is run by ${name}, who has not yet given an address to write to.`}{" "}
      If you know them, ask them to do so.
    </p>
  );
}
