/** What the address of the audit trail's page asks for; "" where it asks for nothing. */
export interface AuditAddress {
  readonly act: string;
  readonly subject: string;
  readonly actor: string;
  readonly person: string;
  /** First and last day, as 2026-11-24. */
  readonly from: string;
  readonly to: string;
  readonly after: string;
}

/** The filters, without the place in the list. */
export const auditFilters = ["act", "subject", "actor", "person", "from", "to"] as const;

/** Reads an address; a day that is none is left out. */
export function readAuditAddress(params: URLSearchParams): AuditAddress {
  const word = (name: string) => (params.get(name) ?? "").trim().slice(0, 200);
  return {
    act: word("act"),
    subject: word("subject"),
    actor: word("actor"),
    person: word("person"),
    from: dayIn(word("from")),
    to: dayIn(word("to")),
    after: params.get("after") ?? "",
  };
}

const dayIn = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : "";

const dayMs = 86_400_000;

/** The address as the API's filter: days are days in UTC, the last one included. */
export function toAuditFilter({ act, subject, actor, person, from, to }: AuditAddress) {
  return {
    ...(act && { act }),
    ...(subject && { subject }),
    ...(actor && { actor }),
    ...(person && { person }),
    ...(from && { from: `${from}T00:00:00.000Z` }),
    ...(to && { to: new Date(Date.parse(`${to}T00:00:00Z`) + dayMs).toISOString() }),
  };
}

/** The address under the same filters and other ones, at the top of the list unless `after` is given. */
export function toAuditPath(
  address: AuditAddress,
  change: Partial<AuditAddress> = {},
  path = "/audit",
): string {
  const params = new URLSearchParams();
  const changed = { ...address, after: "", ...change };
  for (const name of [...auditFilters, "after"] as const)
    if (changed[name]) params.set(name, changed[name]);
  return params.size > 0 ? `${path}?${params}` : path;
}

/** A session is also one of training: what readers see says which. */
const otherWords: Readonly<Record<string, string>> = {
  "session.opened": "Signed in",
  "session.closed": "Signed out",
  "sessions.closed": "Signed out on several devices",
};

/** An act in words: "Sign-in failed" for `sign-in.failed`. */
export function actInWords(act: string): string {
  const known = otherWords[act];
  if (known !== undefined) return known;
  const words = act.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
