import { createContext } from "react-router";

/** What GraphQL answers, before anybody has looked at it. */
export interface ExecutionOutcome {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Who answers for the site, and where readers can write to. */
export interface Operator {
  readonly name: string | null;
  readonly email: string | null;
}

/** Limits of the API. */
export interface ApiLimits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  /** Words and signs of a document. */
  readonly tokens: number;
  /** Levels of fields. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields in the answer if every page were full. */
  readonly fields: number;
  /** Fields that one search counts as, beside its rows. */
  readonly searchFields: number;
  /** Rows of one page of a list. */
  readonly rows: number;
  /** Ids of one look-up. */
  readonly ids: number;
  /** Hits of one search that can be paged through. */
  readonly hits: number;
}

/** What the page of signing in offers besides e-mail address and password. */
export interface WaysIn {
  /** Other sites that say who somebody is. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Accounts to try the site with, one a role. */
  readonly demonstration: readonly {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly does: string;
  }[];
}

/** What the server lends a page, for the request at hand. */
export interface WebOptions {
  /** Runs a document through the same schema that `/graphql` serves, in this process, as whoever asks. */
  execute(asked: {
    document: string;
    variables: Record<string, unknown>;
  }): Promise<ExecutionOutcome>;
  /** As `execute`, as somebody who is not signed in, whoever asks: for what is the same for everyone. */
  executeForAnyone(asked: {
    document: string;
    variables: Record<string, unknown>;
  }): Promise<ExecutionOutcome>;
  /** One object for all requests to this site: what is kept between them hangs on it, and says nothing of who asked. */
  readonly site: object;
  /** Asks sign-in, as whoever asks; `path` as below /api/auth. Its cookies are for the answer of the page. */
  authenticate(asked: { path: string; method: "GET" | "POST"; body?: unknown }): Promise<Response>;
  readonly waysIn?: WaysIn;
  /** Absolute address that canonical links start with, without a slash at the end. */
  readonly publicUrl: string;
  /** Who answers for the site; null where the operator has not said. */
  readonly operator: Operator;
  /** What one request to the API may ask for, as it is enforced. */
  readonly apiLimits: ApiLimits;
  /** Logs a defect and returns the id to quote to the reader. */
  logError(error: unknown): string;
}

/** The server's options and the HTTP request at hand. */
export const optionsContext = createContext<WebOptions>();

/** What one rendering needs besides its data; `logId` is set when something went wrong. */
export const pageContext = createContext<{ readonly nonce: string; logId: string | undefined }>();
