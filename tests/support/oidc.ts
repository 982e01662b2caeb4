import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, Provider } from "oidc-provider";
import { afterAll } from "vitest";

/** Somebody whom the provider knows. */
export interface Subject {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/**
 * A real OpenID Connect provider on loopback. Who signs in there is named as the login, and `subjects` says what it knows
 * of them: a test may change it.
 */
export async function oidcServer(redirectUri: string) {
  const subjects = new Map<string, Subject>();
  let handler: RequestListener = (_request, response) => response.writeHead(503).end();
  const http = createServer((request, response) => handler(request, response));
  const listen = (port: number) =>
    new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = http.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: "potbank",
        client_secret: "the-secret-of-this-client",
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // As Google and Entra do: what we ask for stands in the ID token.
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...subjects.get(sub) }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ["a key of this test's cookies"] },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  handler = (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    if (!path.startsWith("/interaction/")) return answer(request, response);
    // What a person would do there, named in the address by the test: sign in and agree, or turn back.
    const { searchParams } = new URL(request.url!, issuer);
    const login = searchParams.get("login");
    void (async () => {
      if (login === null)
        return provider.interactionFinished(request, response, {
          error: "access_denied",
          error_description: "<b>turned back</b>",
        });
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: login, clientId: String(params.client_id) });
      grant.addOIDCScope(String(params.scope));
      return provider.interactionFinished(request, response, {
        login: { accountId: login },
        consent: { grantId: await grant.save() },
      });
    })();
  };
  const close = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  afterAll(close);
  return {
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    clientSecret: "the-secret-of-this-client",
    subjects,
    close,
    reopen: () => listen(port),
  };
}

/** A browser as far as cookies and redirects go: each site has its own jar. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  #jar(url: URL): Map<string, string> {
    const found = this.#jars.get(url.origin) ?? new Map<string, string>();
    this.#jars.set(url.origin, found);
    return found;
  }

  cookies(address: string): ReadonlyMap<string, string> {
    return this.#jar(new URL(address));
  }

  /** Forgets what one site has set. */
  forget(address: string): void {
    this.#jars.delete(new URL(address).origin);
  }

  /** One request; redirects are not followed. */
  async go(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const jar = this.#jar(url);
    const headers = new Headers(init.headers);
    if (jar.size > 0)
      headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf("=");
      const over = attributes.some(
        (each) =>
          /^max-age=0$/i.test(each) ||
          (/^expires=/i.test(each) && Date.parse(each.slice(8)) <= Date.now()),
      );
      if (over) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** As a link that was followed, and every redirect after it while `onward` says so. */
  async follow(
    address: string,
    onward: (location: URL) => string | undefined,
  ): Promise<{ response: Response; url: string }> {
    let url = address;
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await this.go(url, {
        headers: { "sec-fetch-mode": "navigate", "sec-fetch-site": "cross-site" },
      });
      const location = response.headers.get("location");
      if (location === null) return { response, url };
      const next = onward(new URL(location, url));
      if (next === undefined) return { response, url: new URL(location, url).href };
      url = next;
    }
    throw new Error(`More redirects than any browser follows: ${url}`);
  }
}
