import { redirect } from "react-router";
import { signInPath } from "./query.server.ts";

/** The person that a page is for; whoever is signed out signs in first, and comes back. */
export function signedIn<P extends object>(
  { request }: { request: Request },
  viewer: { readonly person?: P | null },
): P {
  if (!viewer.person) throw redirect(signInPath(request));
  return viewer.person;
}
