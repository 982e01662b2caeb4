import { createAuthMiddleware } from "better-auth/api";
import { magicLink } from "better-auth/plugins/magic-link";
import { isOwnPath } from "./own-path.ts";

/** How long a link that signs in works, in seconds. */
export const signInLinkSeconds = 600;

/** Where a link's token is redeemed, below `signInPath`, by POST. */
export const linkPath = "/sign-in/link";

/** Where better-auth redeems it, by GET: never reachable from outside, see sign-in-gate.ts. */
export const linkPathWithin = "/magic-link/verify";

/** What a link that signs in is sent by. */
export interface LinkMails {
  /** `next` is a path of ours to go on to. */
  signInLink(email: string, token: string, next: string | undefined): Promise<void>;
}

/**
 * Signing in by a link in a mail. Nobody gets an account by one; for an address without an account nothing is stored or
 * sent. Of a token only its hash is kept.
 */
export function signInLink(mails: LinkMails) {
  const plugin = magicLink({
    expiresIn: signInLinkSeconds,
    disableSignUp: true,
    storeToken: "hashed",
    sendMagicLink: ({ email, token, url }) => mails.signInLink(email, token, nextIn(url)),
  });
  return {
    ...plugin,
    hooks: {
      before: [
        {
          matcher: ({ path }: { path?: string }) => path === "/sign-in/magic-link",
          handler: createAuthMiddleware(async (ctx) => {
            const { email } = ctx.body as { email: string };
            const known = await ctx.context.internalAdapter.findUserByEmail(email);
            if (!known) return ctx.json({ status: true });
            return undefined;
          }),
        },
      ],
    },
  };
}

/** A path of this site besides its home page, or nothing: what comes after signing in must not be elsewhere. */
function nextIn(url: string): string | undefined {
  const next = new URL(url).searchParams.get("callbackURL") ?? "/";
  return isOwnPath(next) && /^[\x21-\x7e]{2,500}$/.test(next) ? next : undefined;
}
