import type { ReactNode } from "react";
import { data, redirect, redirectDocument } from "react-router";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice } from "../components/form/saved.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { WayIn, WaysOn } from "../components/account/way-in.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { isDeadLink } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/sign-in-link.ts";

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return {
    token: searchParams.get("token") ?? "",
    next: nextPath(searchParams.get("next") ?? searchParams.get("callbackURL")),
  };
};

/** A link from a mail, or word that one was sent. Opening it uses nothing up: programs that check mails open it too. */
export function loader({ request }: Route.LoaderArgs) {
  const { token, next } = asked(request);
  return { hasToken: token !== "", next };
}

/** Signs in by the link, once. */
export async function action(args: Route.ActionArgs) {
  const { token, next } = asked(args.request);
  const answer = await authenticate(args, "/sign-in/link", { token });
  if (!answer.ok || isDeadLink(answer)) return data({ over: true }, { status: 400 });
  const { headers } = answer;
  if (answer.data?.twoFactorRedirect === true)
    return redirect(withNext("/sign-in/second-factor", next), { headers });
  return redirectDocument(next, { headers });
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Sign in by link", "Sign in to Potbank with a link that was sent to you.");

/** The page a mail's link leads to, with a button that does it. */
export default function SignInLink({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { hasToken, next } = loaderData;
  if (actionData?.over)
    return (
      <WayIn title="This link is over">
        <Notice look="care">
          <p>A link signs in once, within a short time. This one was used, or is too old.</p>
        </Notice>
        <WaysOn
          to={[[withNext("/sign-in", next), "Have another one sent, or use your password"]]}
        />
      </WayIn>
    );
  if (!hasToken)
    return (
      <WayIn
        title="Look into your mail"
        lead="If we know that address, a link is on its way to it."
      >
        <p>
          It comes within a minute or two; if not, look into the folder for junk. The link works
          once and for a short time.
        </p>
        <WaysOn to={[["/sign-in", "Back to signing in"]]} />
      </WayIn>
    );
  return (
    <WayIn
      title="Sign in to Potbank"
      lead="You asked for a link to sign in. Press the button to use it."
    >
      <PostForm outcome={undefined}>
        <SubmitButton busy="Signing in …">Sign in</SubmitButton>
      </PostForm>
      <WaysOn to={[["/", "It was not me"]]} />
    </WayIn>
  );
}
