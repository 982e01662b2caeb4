import type { ReactNode } from "react";
import { formatDay } from "../data/dates.ts";
import type { StrandQuery } from "../generated/graphql.ts";
import print from "../styles/print.module.css";
import notice from "./notice.module.css";
import notices from "./strand-notices.module.css";

type Strand = NonNullable<StrandQuery["evidenceSummary"]>;

/** What must be shown with a summary, and whose its figures are. A note that is a notice already is not said twice. */
export function SourceNotices({
  of: { notices: said, source },
}: {
  of: Pick<Strand, "notices" | "source">;
}): ReactNode {
  return (
    <div className={`${notice.notice} ${notices.notices}`}>
      {said.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>
        Figures from {source.url ? <a href={source.url}>{source.name}</a> : source.name}
        {source.retrievedOn ? `, as they stood on ${formatDay(source.retrievedOn)}` : ""}.
        {source.licence ? ` ${source.licence}.` : ""}
        {source.note && !said.includes(source.note) ? ` ${source.note}` : ""}
      </p>
    </div>
  );
}

/** The head of a printed page: whose it is, how old, and where the whole of it is. */
export function Paper({
  of: { url, updatedAt },
}: {
  of: Pick<Strand, "url" | "updatedAt">;
}): ReactNode {
  return (
    <p className={`${print.paper} ${notices.paper}`}>
      <strong>Potbank</strong> {url.replace(/^https?:\/\//, "")} (last changed on{" "}
      {formatDay(updatedAt)})
    </p>
  );
}
