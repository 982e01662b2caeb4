import { createHmac, timingSafeEqual } from "node:crypto";
import type { Em } from "../../kernel/em.ts";
import { anonymous, type Role, type Viewer } from "../../kernel/viewer.ts";
import { inForce } from "../role.reader.ts";
import { rolesInForce } from "./roles-in-force.ts";

/** Reads a session's token out of the cookie that better-auth has signed; undefined when there is none of ours. */
export function sessionToken(
  headers: Headers,
  cookieName: string,
  secret: string,
): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  const found = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  if (found === undefined) return undefined;
  const value = decoded(found.slice(cookieName.length + 1));
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  // Whoever could read the table of sessions still cannot make a cookie.
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/**
 * Who a session is of, which school they belong to and which roles they hold, in one statement. The database compares the
 * times, so that no driver's idea of a date can keep a session alive.
 */
export async function viewerOfSession(
  em: Em,
  token: string,
  { secondFactorRequired = false }: { secondFactorRequired?: boolean } = {},
): Promise<Viewer> {
  const [row] = await em.execute<
    {
      id: string;
      school_id: string | null;
      verified: boolean;
      second_factor: boolean;
      age: number;
      granted: string | null;
    }[]
  >(
    `select p.id, p.school_id, a.email_verified as verified, a.two_factor_enabled as second_factor,
            extract(epoch from now() - s.created_at)::float8 as age,
            (select string_agg(g.role, ' ') from role_grant g
             where g.person_id = p.id and ${inForce}) as granted
     from login_session s
     join account a on a.id = s.account_id
     join person p on p.id = a.id
     where s.token = ? and s.expires_at > now()`,
    [token],
  );
  if (row === undefined) return anonymous;
  const granted = (row.granted?.split(" ") ?? []) as Role[];
  return {
    kind: "person",
    personId: row.id,
    schoolId: row.school_id,
    signedInSecondsAgo: row.age,
    roles: row.verified
      ? rolesInForce(["TEACHER", ...granted], {
          secondFactor: row.second_factor,
          required: secondFactorRequired,
        })
      : [],
  };
}
