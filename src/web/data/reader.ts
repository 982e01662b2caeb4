import { useRouteLoaderData } from "react-router";
import type { Permission } from "../generated/graphql.ts";

/** Who is signed in, and what they may do apart from any one record. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Who reads the page; null for everybody who is not signed in. */
export const useReader = (): Reader | null =>
  (useRouteLoaderData("root") as { readonly reader?: Reader | null } | undefined)?.reader ?? null;

/** A name without what is said of it in brackets, for where there is little room. */
export const shortName = (name: string): string => name.replace(/\s*\(.*\)\s*$/, "") || name;

/** "AL" for Ada Lovelace: the first letters of the first and the last part of a name. */
export function initialsOf(name: string): string {
  const parts = shortName(name)
    .split(/[\s-]+/)
    .filter((part) => /^\p{L}/u.test(part));
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(
    (part) => /^\p{L}/u.exec(part ?? "")?.[0] ?? "",
  );
  return letters.join("").toLocaleUpperCase("en-GB");
}
