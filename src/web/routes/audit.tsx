import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { AuditTable } from "../components/audit-table.tsx";
import { buttonClass } from "../components/form/submit-button.tsx";
import { Pager } from "../components/pager.tsx";
import {
  actInWords,
  auditFilters,
  readAuditAddress,
  toAuditFilter,
  toAuditPath,
  type AuditAddress,
} from "../data/audit-address.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { query } from "../data/query.server.ts";
import type { Route } from "./+types/audit.ts";
import { AuditDocument } from "./audit.server.ts";
import styles from "./audit.module.css";

/** The lines of the audit trail that the address asks for. */
export async function loader(args: Route.LoaderArgs) {
  const address = readAuditAddress(new URL(args.request.url).searchParams);
  const found = await query(args, AuditDocument, {
    filter: toAuditFilter(address),
    after: address.after || null,
  });
  return { ...found, address };
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Audit trail", "What was done on this site, on what, when and by whom.");

/** What was done on the site, newest first, for administrators. */
export default function Audit({ loaderData }: Route.ComponentProps): ReactNode {
  const { auditEvents, auditActs, address } = loaderData;
  const narrowed = auditFilters.some((name) => address[name] !== "");
  const { totalCount, nodes, pageInfo } = auditEvents;
  return (
    <>
      <ArticleHead
        kind="Administration"
        title="Audit trail"
        lead="What was done, on what, when and by whom. Lines are added and never changed; whole months are removed when they are too old."
      />
      <Filters key={toAuditPath(address)} address={address} acts={auditActs} />
      <div className={styles.bar}>
        <p role="status">
          {totalCount.toLocaleString("en-GB")} {totalCount === 1 ? "line" : "lines"}
          {narrowed && " under these filters"}
        </p>
        {narrowed && <Link to="/audit">Clear filters</Link>}
        {totalCount > 0 && (
          <a href={toAuditPath(address, {}, "/audit.csv")} download>
            Download as CSV
          </a>
        )}
      </div>
      {nodes.length === 0 ? (
        <p className={styles.empty}>
          {narrowed
            ? "Nothing in the trail matches these filters. Take one away, or clear them all."
            : "Nothing has happened yet. Signing in, giving roles and sharing will stand here."}
        </p>
      ) : (
        <AuditTable of={nodes} address={address} />
      )}
      <Pager
        {...(address.after && { first: toAuditPath(address) })}
        {...(pageInfo.hasNextPage &&
          pageInfo.endCursor && { next: toAuditPath(address, { after: pageInfo.endCursor }) })}
      />
    </>
  );
}

function Filters({ address, acts }: { address: AuditAddress; acts: readonly string[] }): ReactNode {
  const { act } = address;
  return (
    <Form action="/audit" className={styles.form} aria-label="Filters" autoComplete="off">
      <div className={styles.field}>
        <label htmlFor="act">What was done</label>
        <select id="act" name="act" defaultValue={act}>
          <option value="">Anything</option>
          {act !== "" && !acts.includes(act) && <option value={act}>{actInWords(act)}</option>}
          {acts.map((each) => (
            <option key={each} value={each}>
              {actInWords(each)}
            </option>
          ))}
        </select>
      </div>
      <TextFilter address={address} name="person" label="Person (id)" />
      <TextFilter address={address} name="subject" label="Record (id)" />
      <TextFilter address={address} name="actor" label="Actor (id)" />
      <DayFilter address={address} name="from" label="From" />
      <DayFilter address={address} name="to" label="To" />
      <button type="submit" className={buttonClass("main")}>
        Apply filters
      </button>
    </Form>
  );
}

interface FilterProps {
  readonly address: AuditAddress;
  readonly name: keyof AuditAddress;
  readonly label: string;
}

const TextFilter = ({ address, name, label }: FilterProps): ReactNode => (
  <div className={styles.field}>
    <label htmlFor={name}>{label}</label>
    <input
      id={name}
      name={name}
      defaultValue={address[name]}
      maxLength={200}
      autoCapitalize="none"
      spellCheck={false}
    />
  </div>
);

const DayFilter = ({ address, name, label }: FilterProps): ReactNode => (
  <div className={styles.field}>
    <label htmlFor={name}>{label}</label>
    <input id={name} name={name} type="date" defaultValue={address[name]} />
  </div>
);
