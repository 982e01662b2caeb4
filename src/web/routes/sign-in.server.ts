import { redirect, redirectDocument } from "react-router";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused, type SentForm } from "../data/form.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import { optionsContext } from "../data/request-context.ts";
import { ownSession } from "../data/session.server.ts";
import { refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/sign-in.ts";

const missingEmail = "Write your e-mail address";

/** The ways in that this site has, and who is signed in already. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const { providers = [], demonstration = [] } = args.context.get(optionsContext).waysIn ?? {};
  const session = await ownSession(args);
  return {
    next: nextPath(searchParams.get("next")),
    providers,
    // Passwords of the demonstration are no secret: they are in the README, and shown to be copied.
    demonstration,
    signedInAs: session?.email ?? null,
    failed: searchParams.get("error"),
  };
}

/** Signs in by password, or has a link sent. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const next = nextPath(new URL(args.request.url).searchParams.get("next"));
  if (form.intent === "demonstration") {
    const account = args.context
      .get(optionsContext)
      .waysIn?.demonstration.find(({ email }) => email === form.line("of"));
    if (!account) return refused(form, { summary: "There is no such account to try." });
    return signIn(args, form, next, { ...account, rememberMe: false });
  }
  if (form.line("how") === "link") return sendLink(args, form, next);
  const [email, password] = [form.line("email"), form.exactly("password")];
  const fields = {
    ...(email === "" && { email: missingEmail }),
    ...(password === "" && { password: "Write your password" }),
  };
  if (Object.keys(fields).length > 0) return refused(form, { fields });
  return signIn(args, form, next, { email, password, rememberMe: form.ticked("remember") });
}

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly rememberMe: boolean;
}

async function signIn(
  args: Route.ActionArgs,
  form: SentForm,
  next: string,
  { email, password, rememberMe }: Credentials,
) {
  const answer = await authenticate(args, "/sign-in/email", { email, password, rememberMe });
  const { headers } = answer;
  if (!answer.ok) return refusedBySignIn(answer, form);
  if (answer.data?.twoFactorRedirect === true)
    return redirect(withNext("/sign-in/second-factor", next), { headers });
  // The whole document: nothing of what was shown to a stranger stays.
  return redirectDocument(next, { headers });
}

async function sendLink(args: Route.ActionArgs, form: SentForm, next: string) {
  const email = form.line("email");
  if (email === "") return refused(form, { fields: { email: missingEmail } });
  const answer = await authenticate(args, "/sign-in/magic-link", { email, callbackURL: next });
  if (!answer.ok) return refusedBySignIn(answer, form);
  return redirect("/sign-in/link?sent=yes", { headers: answer.headers });
}
