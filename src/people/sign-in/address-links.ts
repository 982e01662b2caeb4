import { z } from "zod";
import type { Em } from "../../kernel/em.ts";
import {
  type AccountRow,
  accountOfAddressToken,
  newResetToken,
  unprovenPassword,
} from "./accounts.ts";
import { linkSeconds } from "./auth-options.ts";
import type { SignInLimits } from "./sign-in-limits.ts";
import { locked, refusal } from "./sign-in-refusals.ts";
import { signInPath } from "./sign-in.ts";

/** Where a link that confirms an address is looked at (GET) and used (POST), below `signInPath`. */
const linkPath = "/confirm-address";

export interface AddressLinkParts {
  readonly em: Em;
  readonly limits: SignInLimits;
  readonly publicUrl: string;
  /** Whether that is the password of a hash. */
  verify(given: { hash: string; password: string }): Promise<boolean>;
  /** better-auth itself. */
  within(request: Request): Promise<Response>;
  /** What answers everything else. */
  next(request: Request): Promise<Response>;
}

type Handle = (request: Request) => Promise<Response>;

/**
 * Links that confirm an address. Reading the mail is not enough for a new account: whoever signed up with another's
 * address knows a password to it, and its owner, pressing a button, would let them in. So the password is asked for too;
 * who reads the mail and does not know it chooses another, which ends the first.
 */
export function addressLinks(parts: AddressLinkParts): Handle {
  return (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === "GET" && pathname === signInPath + linkPath) return look(parts, request);
    if (request.method !== "POST") return parts.next(request);
    if (pathname === signInPath + linkPath) return use(parts, request, confirm);
    if (pathname === `${signInPath}${linkPath}/new-password`)
      return use(parts, request, newPassword);
    return parts.next(request);
  };
}

const over = (): Response =>
  refusal(401, "INVALID_TOKEN", "This link has been used, or is too old. Have another one sent.");

/** Whose it is, and whether a password is asked for. Uses nothing up: programs that check mails open it too. */
async function look({ em }: AddressLinkParts, request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const account = await accountOfAddressToken(em.fork(), token);
  if (!account) return over();
  const asksPassword = (await unprovenPassword(em.fork(), account.id)) !== undefined;
  return Response.json({ email: account.email, asksPassword });
}

const shape = z.object({
  token: z.string().min(1).max(2_000),
  password: z.string().max(128).default(""),
});

interface Used {
  readonly request: Request;
  readonly token: string;
  readonly password: string;
  readonly account: AccountRow;
  /** The hash of the password that is to be given; undefined where none is. */
  readonly hash: string | undefined;
}

async function use(
  parts: AddressLinkParts,
  request: Request,
  then: (parts: AddressLinkParts, used: Used) => Promise<Response>,
): Promise<Response> {
  const origin = request.headers.get("origin");
  if (origin !== null && origin !== new URL(parts.publicUrl).origin)
    return refusal(403, "INVALID_ORIGIN", "This comes from another site.");
  const given = shape.safeParse(await request.json().catch(() => undefined)).data;
  if (!given) return over();
  const account = await accountOfAddressToken(parts.em.fork(), given.token);
  if (!account) return over();
  const hash = await unprovenPassword(parts.em.fork(), account.id);
  return then(parts, { request, ...given, account, hash });
}

async function confirm(parts: AddressLinkParts, used: Used): Promise<Response> {
  const { hash, password, account, token, request } = used;
  if (hash !== undefined) {
    const refused = await checkPassword(parts, account, { hash, password });
    if (refused) return refused;
  }
  const address = new URL(`${parts.publicUrl}${signInPath}/verify-email`);
  address.searchParams.set("token", token);
  const headers = new Headers(request.headers);
  for (const name of ["content-type", "content-length"]) headers.delete(name);
  const answer = await parts.within(new Request(address, { headers }));
  return hash !== undefined && answer.ok
    ? Response.json({ status: true, email: account.email })
    : answer;
}

async function checkPassword(
  { limits, verify }: AddressLinkParts,
  { id }: AccountRow,
  given: { hash: string; password: string },
): Promise<Response | undefined> {
  const wrong = (message: string) =>
    refusal(400, "INVALID_PASSWORD", message, { field: "password" });
  if (given.password === "")
    return wrong("Write the password that was chosen when the account was made.");
  const subject = `confirming: ${id}`;
  const { waitSeconds } = await limits.take("account", subject);
  if (waitSeconds !== undefined) return locked(waitSeconds);
  if (!(await verify(given)))
    return wrong("The account was made with another password. Try again, or choose a new one.");
  await limits.reset("account", subject);
  return undefined;
}

/** A token to choose a password with, for who reads the mail and did not choose the account's. */
async function newPassword({ em }: AddressLinkParts, { account, hash }: Used): Promise<Response> {
  if (hash === undefined) return over();
  return Response.json({ token: await newResetToken(em.fork(), account.id, linkSeconds.reset) });
}
