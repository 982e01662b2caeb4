import { redirect } from "react-router";
import { authenticate } from "../data/authenticate.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import type { Route } from "./+types/sign-in-with.ts";

/**
 * On to another site that says who somebody is. It is a link and no form: pages may send forms to this site alone, and
 * browsers hold a form to that wherever it is sent on to.
 */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const next = nextPath(new URL(args.request.url).searchParams.get("next"));
  const back = withNext("/sign-in?error=provider", next);
  const answer = await authenticate(args, "/sign-in/social", {
    provider: args.params.provider,
    callbackURL: next,
    errorCallbackURL: back,
    disableRedirect: true,
  });
  const url = answer.data?.url;
  const { headers } = answer;
  headers.set("cache-control", "no-store");
  if (answer.code === "PROVIDER_AWAY")
    return redirect(withNext("/sign-in?error=provider-away", next), { headers });
  return redirect(answer.ok && typeof url === "string" ? url : back, { headers });
}
