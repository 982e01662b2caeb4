import type { ReactNode } from "react";
import { redirectDocument } from "react-router";
import { WayIn } from "../components/account/way-in.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm } from "../data/form.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import { privateMeta } from "../data/private-page.ts";
import type { Route } from "./+types/sign-out.ts";

/** Signs out; whoever is signed out already is told the same. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { headers } = await authenticate(args, "/sign-out", {});
  return redirectDocument(withNext("/sign-in?saved=signed-out", nextPath(form.line("next"))), {
    headers,
  });
}

export const meta = () => privateMeta("Sign out", "Sign out of Potbank on this device.");

/** For who follows a link here: a link alone signs nobody out. */
export default function SignOut(): ReactNode {
  return (
    <WayIn title="Sign out" lead="You can go on reading; what only you may see is hidden.">
      <PostForm outcome={undefined}>
        <SubmitButton busy="Signing out …">Sign out</SubmitButton>
      </PostForm>
    </WayIn>
  );
}
