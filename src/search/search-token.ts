import { Service } from "../kernel/context.ts";

/** What a client searches the index itself with. */
export interface IssuedToken {
  readonly url: string;
  readonly index: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Why there is no token: none are given here at all; or the server cannot be asked now, or would not take it. */
export type NoToken = "NOT_CONFIGURED" | "UNAVAILABLE";

/** Makes tokens for clients that search the index themselves. */
export interface SearchTokens {
  /** A token that finds what the bearer of these audience tokens may see, tried before it is given away. */
  issue(audience: readonly string[]): Promise<IssuedToken | NoToken>;
}

/** What the composition provides to `Query.searchToken`. */
export const searchTokens = new Service<SearchTokens>("searchTokens");

/** Where no Meilisearch is configured, or no key to sign tokens with. */
export const noSearchTokens: SearchTokens = { issue: async () => "NOT_CONFIGURED" };
