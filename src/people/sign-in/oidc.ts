import { APIError } from "better-auth/api";
import { genericOAuth, type GenericOAuthConfig } from "better-auth/plugins/generic-oauth";
import { cleanName } from "../person.service.ts";

/** A site that says who somebody is, by OpenID Connect. */
export interface OidcProvider {
  /** Part of addresses and of stored sign-ins: never changed once people have used it. */
  readonly id: string;
  /** As its button says it. */
  readonly label: string;
  /** Address of its discovery document. */
  readonly discoveryUrl: string;
  readonly clientId: string;
  /** None for a public client, which PKCE alone protects. */
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  /** The operator vouches that its addresses belong to whoever signs in, for a provider that does not say so itself. */
  readonly emailsAreVerified: boolean;
}

/** The name as another site has it; "" where it could not have been typed here, and the person is asked for one. */
function acceptableName(given: string): string {
  try {
    return cleanName(given, "name");
  } catch {
    return "";
  }
}

/** What keeps a person from signing in by another site, as the address of the sign-in page says it. */
export const providerProblems = [
  "cancelled",
  "expired",
  "email-missing",
  "email-not-verified",
  "account-exists",
  "provider-away",
  "failed",
] as const;
export type ProviderProblem = (typeof providerProblems)[number];

/**
 * Signing in by other sites. Nothing is asked of a provider before somebody wants to sign in by it: one that is away delays
 * neither the start nor anybody else. Its answer is believed only when its ID token is signed by its keys, for us, for
 * this attempt (state, nonce, PKCE).
 */
export function oidc(providers: readonly OidcProvider[]) {
  const config = providers.map(
    ({ id, label, discoveryUrl, clientId, clientSecret, scopes, emailsAreVerified }) =>
      ({
        providerId: id,
        name: label,
        discoveryUrl,
        clientId,
        ...(clientSecret === undefined
          ? { tokenEndpointAuth: { method: "none" as const } }
          : { clientSecret }),
        scopes: [...scopes],
        pkce: true,
        requireIdTokenVerification: true,
        mapProfileToUser(profile) {
          const { email, email_verified: verified, name } = profile as Record<string, unknown>;
          if (typeof email !== "string" || email === "") throw refused("email-missing");
          // Without that, anybody could name somebody else's address there and be them here. Refused before looking
          // whether the address has an account, so that the answer does not tell.
          if (!(emailsAreVerified || verified === true || verified === "true"))
            throw refused("email-not-verified");
          return {
            email: email.toLowerCase(),
            emailVerified: true,
            name: typeof name === "string" ? acceptableName(name) : "",
            image: undefined,
          };
        },
      }) satisfies GenericOAuthConfig,
  );
  const plugin = genericOAuth({ config });
  return {
    ...plugin,
    // The plugin's own asks every provider at once, without a limit of time. What it could not reach it asks when
    // somebody comes, within ten seconds: so it is told that it reached none.
    init: () => ({
      context: {
        genericOAuthPendingDiscovery: new Map(config.map((each) => [each.providerId, each])),
      },
    }),
  };
}

const refused = (problem: ProviderProblem) =>
  new APIError("FORBIDDEN", { code: problem, message: problem });

/** What better-auth and the standard's own error codes mean to a person. */
const meanings: Readonly<Record<string, ProviderProblem>> = {
  access_denied: "cancelled",
  interaction_required: "cancelled",
  login_required: "cancelled",
  consent_required: "cancelled",
  state_mismatch: "expired",
  state_not_found: "expired",
  state_invalid: "expired",
  please_restart_the_process: "expired",
  account_not_linked: "account-exists",
  email_not_found: "email-missing",
  temporarily_unavailable: "provider-away",
  server_error: "provider-away",
  oauth_provider_not_found: "provider-away",
};

export const problemOf = (code: string): ProviderProblem =>
  providerProblems.find((each) => each === code) ?? meanings[code] ?? "failed";
