import {
  MeilisearchApiError,
  MeilisearchError,
  MeilisearchRequestError,
  MeilisearchTaskTimeOutError,
} from "meilisearch";

/**
 * What is wrong with Meilisearch: it did not answer in time; it cannot be reached; it refuses the key; it has no such index;
 * it has too much to do; it calls the request wrong; it answered what is no answer; anything else of its own.
 */
export type FaultKind =
  | "timeout"
  | "unreachable"
  | "key refused"
  | "no index"
  | "busy"
  | "bad request"
  | "garbled"
  | "server error";

/**
 * A call to Meilisearch that failed, in words fit for a log: no key, no words of a search, no filter. What the server
 * itself says may hold all of them, so only its code is kept.
 */
export class MeilisearchFault extends Error {
  override readonly name = "MeilisearchFault";
  readonly kind: FaultKind;
  /** Meilisearch's own code (`index_not_found`) or the system's (`ECONNREFUSED`), where there is one. */
  readonly code: string | undefined;
  /** Status of the answer; undefined when there was none. */
  readonly status: number | undefined;

  constructor(kind: FaultKind, { code, status }: { code?: string; status?: number } = {}) {
    const detail = [code, status].filter((each) => each !== undefined).join(", ");
    super(`Meilisearch: ${kind}${detail === "" ? "" : ` (${detail})`}.`);
    this.kind = kind;
    this.code = code;
    this.status = status;
  }
}

/** What the package threw, as a fault; anything else is no fault of Meilisearch's and is given back as it is. */
export function faultOf(error: unknown): unknown {
  if (error instanceof MeilisearchFault) return error;
  if (error instanceof MeilisearchApiError) return refusal(error);
  if (error instanceof MeilisearchTaskTimeOutError) return new MeilisearchFault("timeout");
  if (error instanceof MeilisearchRequestError) return broken(error.cause);
  // The body of an answer that is no JSON, read by the package; and whatever else it makes of its own.
  if (error instanceof SyntaxError || error instanceof MeilisearchError)
    return new MeilisearchFault("garbled");
  return error;
}

function refusal({ response: { status }, cause }: MeilisearchApiError): MeilisearchFault {
  // What answers in the server's place (a proxy, another program) may send anything.
  const given: unknown = (cause as { code?: unknown } | undefined)?.code;
  const code = typeof given === "string" && /^[a-z_]{1,60}$/.test(given) ? given : undefined;
  return new MeilisearchFault(kindOf(status, code), {
    status,
    ...(code !== undefined && { code }),
  });
}

function kindOf(status: number, code: string | undefined): FaultKind {
  if (code === "index_not_found") return "no index";
  if (status === 401 || status === 403) return "key refused";
  if (status === 429 || status === 503) return "busy";
  if (code !== undefined && status < 500) return "bad request";
  return code === undefined && status < 500 ? "garbled" : "server error";
}

/** A call without an answer: out of time, or its connection failed. */
function broken(cause: unknown): MeilisearchFault {
  if (
    cause instanceof Error &&
    /^(TimeoutError|AbortError|MeilisearchRequestTimeOutError)$/.test(cause.name)
  )
    return new MeilisearchFault("timeout");
  for (let each = cause; each instanceof Error; each = each.cause)
    if ("code" in each && typeof each.code === "string")
      return new MeilisearchFault("unreachable", { code: each.code });
  return new MeilisearchFault("unreachable");
}
