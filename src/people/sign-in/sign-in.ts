import { anonymous, type Viewer } from "../../kernel/viewer.ts";

/** Header in which the server tells sign-in a client's address on the network; never taken from a client. */
export const addressHeader = "x-potbank-address";

/** Where sign-in answers over HTTP. */
export const signInPath = "/api/auth";

/** What the page of signing in offers besides e-mail address and password. */
export interface WaysIn {
  /** Other sites that say who somebody is; `id` is better-auth's provider. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Accounts to try the site with, one a role; none unless the demonstration is loaded. */
  readonly demonstration: readonly {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    /** What one can do with it, in a sentence. */
    readonly does: string;
  }[];
}

/** Who someone is, and how they become it: behind this line the rest of the program knows no library. */
export interface SignIn {
  /** Who carries these headers: anonymous without a cookie of ours, or when the session is over. */
  viewerOf(headers: Headers): Promise<Viewer>;
  /** Answers a request below `signInPath`: signs in and out, verifies, resets. */
  handle(request: Request): Promise<Response>;
  /** Forgets how often an address was tried: its account is gone. */
  forget?(email: string): Promise<void>;
  /** None but e-mail address and password where it is left out. */
  readonly waysIn?: WaysIn;
}

/** Where nobody signs in. */
export const signedOut: SignIn = {
  viewerOf: async () => anonymous,
  handle: async () => new Response(null, { status: 404 }),
};
