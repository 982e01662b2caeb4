import { anonymous, type Viewer } from "../../kernel/viewer.ts";

/** Header in which the server tells sign-in a client's address on the network; never taken from a client. */
export const addressHeader = "x-potbank-address";

/** Where sign-in answers over HTTP. */
export const signInPath = "/api/auth";

/** Who someone is, and how they become it: behind this line the rest of the program knows no library. */
export interface SignIn {
  /** Who carries these headers: anonymous without a cookie of ours, or when the session is over. */
  viewerOf(headers: Headers): Promise<Viewer>;
  /** Answers a request below `signInPath`: signs in and out, verifies, resets. */
  handle(request: Request): Promise<Response>;
}

/** Where nobody signs in. */
export const signedOut: SignIn = {
  viewerOf: async () => anonymous,
  handle: async () => new Response(null, { status: 404 }),
};
