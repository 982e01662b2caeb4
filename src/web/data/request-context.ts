import { createContext } from "react-router";

/** What GraphQL answers, before anybody has looked at it. */
export interface ExecutionOutcome {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** What the server lends the pages. */
export interface WebOptions {
  /** Runs a document through the same schema that `/graphql` serves, in this process. */
  execute(request: {
    document: string;
    variables: Record<string, unknown>;
  }): Promise<ExecutionOutcome>;
  /** Absolute address that canonical links start with, without a slash at the end. */
  readonly publicUrl: string;
  /** Logs a defect and returns the id to quote to the reader. */
  logError(error: unknown): string;
}

/** The server's options and the HTTP request at hand. */
export const optionsContext = createContext<WebOptions>();

/** What one rendering needs besides its data; `logId` is set when something went wrong. */
export const pageContext = createContext<{ readonly nonce: string; logId: string | undefined }>();
