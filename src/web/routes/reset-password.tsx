import type { ReactNode } from "react";
import { data, redirect } from "react-router";
import { Field } from "../components/form/field.tsx";
import type { FormOutcome } from "../components/form/outcome.ts";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice } from "../components/form/saved.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { WayIn, WaysOn } from "../components/account/way-in.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused } from "../data/form.server.ts";
import { passwordAdvice, passwordShortest } from "../data/passwords.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { isDeadLink, refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/reset-password.ts";

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get("token") ?? "";

/** Whether one comes with a link, and whether one was sent. */
export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return { hasToken: tokenOf(request) !== "", sent: searchParams.get("sent") === "yes" };
}

/** Has a link sent, or sets the new password with it. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  if (form.intent === "ask") {
    const email = form.line("email");
    if (email === "") return refused(form, { fields: { email: "Write your e-mail address" } });
    const answer = await authenticate(args, "/request-password-reset", { email });
    if (!answer.ok) return refusedBySignIn(answer, form);
    return redirect("/reset-password?sent=yes");
  }
  const newPassword = form.exactly("newPassword");
  if (newPassword === "") return refused(form, { fields: { newPassword: "Choose a password" } });
  const token = tokenOf(args.request);
  const answer = await authenticate(args, "/reset-password", { newPassword, token });
  if (isDeadLink(answer)) return data({ over: true as const }, { status: 400 });
  if (!answer.ok) return refusedBySignIn(answer, form);
  return redirect("/sign-in?saved=password", { headers: answer.headers });
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Choose a new password", "Have a link sent to you to choose a new password.");

function Ask({ outcome }: { outcome: FormOutcome | undefined }): ReactNode {
  return (
    <PostForm intent="ask" outcome={outcome}>
      <Field
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton busy="Sending …">Send me a link</SubmitButton>
    </PostForm>
  );
}

/** Asking for a link, and the page it leads to. */
export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const outcome = actionData && "intent" in actionData ? actionData : undefined;
  if (actionData && "over" in actionData)
    return (
      <WayIn title="This link is over">
        <Notice look="care">
          <p>It works once, within an hour. This one was used, or is too old.</p>
        </Notice>
        <Ask outcome={undefined} />
      </WayIn>
    );
  if (loaderData.hasToken)
    return (
      <WayIn
        title="Choose a new password"
        lead="You are signed out everywhere else once it is set."
      >
        <PostForm outcome={outcome}>
          <PasswordField
            name="newPassword"
            label="New password"
            hint={passwordAdvice}
            autoComplete="new-password"
            shortest={passwordShortest}
          />
          <SubmitButton busy="Setting it …">Set the password</SubmitButton>
        </PostForm>
      </WayIn>
    );
  if (loaderData.sent)
    return (
      <WayIn
        title="Look into your mail"
        lead="If that address has an account, a link is on its way."
      >
        <p>
          It comes within a minute or two; if not, look into the folder for junk. The link works
          once, within an hour.
        </p>
        <WaysOn
          to={[
            ["/reset-password", "Send another one"],
            ["/sign-in", "Back to signing in"],
          ]}
        />
      </WayIn>
    );
  return (
    <WayIn title="Forgotten your password?" lead="We send you a link to choose a new one.">
      <Ask outcome={outcome} />
      <WaysOn to={[["/sign-in", "Back to signing in"]]} />
    </WayIn>
  );
}
