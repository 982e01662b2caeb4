import type { ReactNode } from "react";
import { Link } from "react-router";
import { pathOf } from "../data/paths.ts";
import { selfStudyAudienceInWords, withPlaceTogether } from "../data/wording.ts";
import type { SelfStudyCardFragment } from "../generated/graphql.ts";
import styles from "./self-study-module.module.css";

interface SelfStudyModuleProps {
  readonly id: string;
  /** Of one module, in the order in which it is worked through; at least one. */
  readonly items: readonly SelfStudyCardFragment[];
}

/** A title under the heading of its module, which it need not repeat. */
const withoutModule = ({ title, module }: SelfStudyCardFragment): string => {
  const rest = title.startsWith(`${module}: `) ? title.slice(module.length + 2) : title;
  return withPlaceTogether(rest.charAt(0).toUpperCase() + rest.slice(1));
};

/** A module of a programme: whose it is said once, then its pages as a list. */
export function SelfStudyModule({ id, items }: SelfStudyModuleProps): ReactNode {
  const { module, programme, provider } = items[0]!;
  return (
    <section aria-labelledby={id} className={styles.module}>
      <h2 id={id}>{module}</h2>
      <p className={styles.whose}>
        {module === programme ? "" : `${programme}, `}
        {provider.name}
      </p>
      <ul role="list" className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <h3 className={styles.title}>
              <Link to={pathOf(item.url)}>{withoutModule(item)}</Link>
            </h3>
            <p className={styles.headline}>{item.headline}</p>
            <p className={styles.facts}>
              {[
                item.writtenFor && `For ${selfStudyAudienceInWords[item.writtenFor].toLowerCase()}`,
                item.durationMinutes && `${item.durationMinutes} minutes`,
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
