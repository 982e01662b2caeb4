import { z } from "zod";
import type { OidcProvider } from "../people/sign-in/oidc.ts";

/** Addresses of this machine, where a provider needs no TLS. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

const provider = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, "must be of small letters, digits and hyphens")
    .refine((id) => id !== "credential", "is taken by passwords"),
  label: z.string().trim().min(1).max(60),
  discovery: z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
  }, "must be an https address, usually ending in /.well-known/openid-configuration"),
  clientId: z.string().min(1).max(300),
  scopes: z.array(z.string().regex(/^[\x21-\x7e]+$/)).default(["openid", "email", "profile"]),
  emailsAreVerified: z.boolean().default(false),
});

/** Name of the variable that holds a provider's secret: it stands in no list, and in no log. */
export const secretVariable = (id: string): string =>
  `OIDC_CLIENT_SECRET_${id.toUpperCase().replaceAll("-", "_")}`;

/**
 * Reads `OIDC_PROVIDERS`, a JSON list, and each provider's secret from a variable of its own. What is wrong is added to
 * `faults`; a provider without a secret is a public client.
 */
export function oidcProviders(
  value: (name: string) => string | undefined,
  faults: string[],
): readonly OidcProvider[] {
  const text = value("OIDC_PROVIDERS");
  if (text === undefined) return [];
  const read = z.array(provider).safeParse(parsed(text));
  if (!read.success) {
    for (const { path, message } of read.error.issues)
      faults.push(
        `OIDC_PROVIDERS${path.length > 0 ? ` at ${path.join(".")}` : ""}: ${message}. It is a JSON list such as [{"id":"google","label":"Google","discovery":"https://accounts.google.com/.well-known/openid-configuration","clientId":"…"}].`,
      );
    return [];
  }
  const ids = read.data.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) faults.push(`OIDC_PROVIDERS has two providers with the id "${twice}".`);
  return read.data.map(({ discovery, ...rest }) => ({
    ...rest,
    discoveryUrl: discovery,
    clientSecret: value(secretVariable(rest.id)),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
