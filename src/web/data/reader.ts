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

/** "AL" for Ada Lovelace: the first letters of the first and the last part of a name. */
export function initialsOf(name: string): string {
  const parts = name
    .replace(/\(.*?\)/g, "")
    .split(/[\s-]+/)
    .filter((part) => /^\p{L}/u.test(part));
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(
    (part) => /^\p{L}/u.exec(part ?? "")?.[0] ?? "",
  );
  return letters.join("").toLocaleUpperCase("en-GB");
}
