import type { MeilisearchAddress, MeilisearchKeys } from "../search/meilisearch/connection.ts";

/** Where Meilisearch is, fit to be logged, and the keys for it. */
export interface MeilisearchSettings {
  readonly address: MeilisearchAddress;
  /** Undefined only while `potbank search setup` makes them. */
  readonly keys: MeilisearchKeys | undefined;
}

/** Without hyphens: an installation's other indexes are `NAME-…`, and a key for them reaches no other installation's. */
const indexName = /^[a-z0-9_]{1,60}$/;

/**
 * Reads `MEILI_…`; undefined without `MEILI_URL`, whatever else is set. What is wrong is added to `faults`. The server's
 * key may be missing when `keysLater`: then there are none yet.
 */
export function meilisearchSettings(
  value: (name: string) => string | undefined,
  integer: (name: string, otherwise: number, least: number, most: number) => number,
  faults: string[],
  { keysLater }: { keysLater: boolean },
): MeilisearchSettings | undefined {
  const url = value("MEILI_URL");
  if (url === undefined) return undefined;
  const address = (name: string, text: string): string => {
    if (!isServerUrl(text))
      faults.push(
        `${name} must be an address such as http://127.0.0.1:7700, without a user, a password or a query.`,
      );
    return text.replace(/\/+$/, "");
  };
  const usual = address("MEILI_URL", url);
  const open = value("MEILI_PUBLIC_URL");
  const index = value("MEILI_INDEX") ?? "potbank";
  if (!indexName.test(index))
    faults.push(
      `MEILI_INDEX is "${index}"; it must be of small letters, digits and underscores, at most 60.`,
    );
  const key = (name: string): string | undefined => {
    const text = value(name);
    // What cannot stand in a header would fail at every call, with the key in the error.
    if (text !== undefined && !/^[\x21-\x7e]{16,512}$/.test(text))
      faults.push(
        `${name} must be one word of 16 characters or more, as \`potbank search setup\` prints it.`,
      );
    return text;
  };
  const apiKey = key("MEILI_API_KEY");
  const searchKey = key("MEILI_SEARCH_KEY");
  if (apiKey === undefined && !keysLater)
    faults.push(
      "MEILI_API_KEY is missing; with MEILI_URL it must be the key that `potbank search setup` prints.",
    );
  if (apiKey !== undefined && apiKey === value("MEILI_MASTER_KEY"))
    faults.push(
      "MEILI_API_KEY is the master key; it must be the limited key that `potbank search setup` prints.",
    );
  return {
    address: {
      url: usual,
      publicUrl: open === undefined ? usual : address("MEILI_PUBLIC_URL", open),
      index,
      timeoutMs: integer("MEILI_TIMEOUT_MS", 300, 10, 60_000),
    },
    keys: apiKey === undefined ? undefined : { apiKey, searchKey },
  };
}

function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && [username, password, search, hash].join("") === "";
}
