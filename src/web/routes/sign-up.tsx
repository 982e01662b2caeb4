import type { ReactNode } from "react";
import { Link, redirect } from "react-router";
import { Field } from "../components/form/field.tsx";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { Beside, WayIn } from "../components/account/way-in.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused } from "../data/form.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import { passwordAdvice, passwordShortest } from "../data/passwords.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/sign-up.ts";

/** Where one wanted to go. */
export function loader({ request }: Route.LoaderArgs) {
  return { next: nextPath(new URL(request.url).searchParams.get("next")) };
}

/** Makes an account. Whether the address has one already is told to nobody but its owner, by mail. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const [name, email, password] = [form.line("name"), form.line("email"), form.exactly("password")];
  const fields = {
    ...(name === "" && { name: "Write your name" }),
    ...(name.length > 200 && { name: "Use at most 200 characters for your name" }),
    ...(email === "" && { email: "Write your e-mail address" }),
    ...(password === "" && { password: "Choose a password" }),
  };
  if (Object.keys(fields).length > 0) return refused(form, { fields });
  const answer = await authenticate(args, "/sign-up/email", { name, email, password });
  if (!answer.ok) return refusedBySignIn(answer, form, { newPassword: "password" });
  return redirect("/verify?sent=yes", { headers: answer.headers });
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta(
    "Make an account",
    "Make a Potbank account with your name, e-mail address and a password.",
  );

/** Name, address and password; a school comes later. */
export default function SignUp({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  return (
    <WayIn
      title="Make an account"
      lead="For writing reflections and sharing them with your school. Reading needs none."
      beside={
        <>
          <Beside title="Have you one already?">
            <p>
              <Link to={withNext("/sign-in", loaderData.next)}>Sign in</Link>
            </p>
          </Beside>
          <Beside title="What we do with it">
            <p>
              Your name stands beside what you share. Your e-mail address is seen by you and the
              administrators of this site alone. You can take everything with you, or delete the
              account, at any time. <Link to="/privacy">About privacy</Link>
            </p>
          </Beside>
        </>
      }
    >
      <PostForm outcome={actionData}>
        <Field
          name="name"
          label="Your name"
          hint="As colleagues know you. No pupil ever needs an account."
          autoComplete="name"
        />
        <Field
          name="email"
          type="email"
          label="E-mail address"
          hint="Best the one at your school: it may let you join it at once."
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label="Password"
          hint={passwordAdvice}
          autoComplete="new-password"
          shortest={passwordShortest}
        />
        <SubmitButton busy="Making it …">Make the account</SubmitButton>
      </PostForm>
    </WayIn>
  );
}
