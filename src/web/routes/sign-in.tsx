import type { ReactNode } from "react";
import { Link } from "react-router";
import { Field } from "../components/form/field.tsx";
import { Tick } from "../components/form/fieldset.tsx";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice, Saved } from "../components/form/saved.tsx";
import { buttonClass, Buttons, SubmitButton } from "../components/form/submit-button.tsx";
import { Beside, Or, WayIn, WaysOn } from "../components/account/way-in.tsx";
import { withNext } from "../data/next-path.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import type { Route } from "./+types/sign-in.ts";
import { Demonstration } from "../components/account/demonstration.tsx";

export { action, loader } from "./sign-in.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta(
    "Sign in",
    "Sign in to Potbank with your e-mail address, or another account you have.",
  );

const done = {
  "signed-out": "You are signed out.",
  "signed-out-everywhere": "You are signed out on every device.",
  password: "Your new password is set. Sign in with it.",
  verified: "Your e-mail address is confirmed. You can sign in.",
  deleted: "Your account is deleted.",
};

/** What keeps a person from signing in by another site. */
const providerProblems: Readonly<Record<string, string>> = {
  cancelled: "You stopped at the other site, or it did not let you in.",
  expired: "It took too long, or you began in another window. Try again.",
  "email-missing": "The other site did not tell us your e-mail address. Sign in another way.",
  "email-not-verified":
    "The other site has not checked your e-mail address. Confirm it there, or sign in another way.",
  "account-exists":
    "There is an account here with your address, not confirmed yet. Sign in to it with its password, or choose a new one.",
  "provider-away":
    "The other site cannot be reached at the moment. Try later, or sign in another way.",
};
const providerFailed = "The other site did not say who you are. Try again, or sign in another way.";

function SignedIn({ email, next }: { email: string; next: string }): ReactNode {
  return (
    <WayIn title="You are signed in" lead={`As ${email}.`}>
      <Buttons>
        <Link to={next} className={buttonClass("main")}>
          {next === "/" ? "Go to the home page" : "Go on"}
        </Link>
      </Buttons>
      <Or title="Is that not you?">
        <PostForm action="/sign-out" intent="switch" outcome={undefined} inline>
          <input type="hidden" name="next" value={next} />
          <SubmitButton look="other">Sign out</SubmitButton>
        </PostForm>
      </Or>
    </WayIn>
  );
}

/** Other sites' accounts: plain links, since a form may not lead away from here. */
function Providers({
  of,
  next,
}: {
  of: readonly { id: string; name: string }[];
  next: string;
}): ReactNode {
  return of.map(({ id, name }) => (
    <a
      key={id}
      href={withNext(`/sign-in/with/${encodeURIComponent(id)}`, next)}
      className={buttonClass("other")}
    >
      Sign in with {name}
    </a>
  ));
}

/** E-mail address and password, a link by e-mail, other sites' accounts, and the accounts of the demonstration. */
export default function SignIn({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { next, providers, demonstration, signedInAs, failed } = loaderData;
  if (signedInAs !== null) return <SignedIn email={signedInAs} next={next} />;
  return (
    <WayIn
      title="Sign in"
      beside={
        <>
          <Beside title="New here?">
            <p>
              Reading needs no account. With one you write reflections, share them with your school,
              and read what colleagues share there.
            </p>
            <p>
              <Link to={withNext("/sign-up", next)}>Make an account</Link>
            </p>
          </Beside>
          {demonstration.length > 0 && <Demonstration of={demonstration} outcome={actionData} />}
        </>
      }
    >
      <Saved of={done} />
      {failed !== null && (
        <Notice look="care">
          <p>
            <strong>You are not signed in.</strong> {providerProblems[failed] ?? providerFailed}
          </p>
        </Notice>
      )}
      {next !== "/" && failed === null && !actionData && (
        <Notice look="plain">
          <p>That page is for people who are signed in. You come back to it afterwards.</p>
        </Notice>
      )}
      <PostForm outcome={actionData} label="Sign in">
        <Field
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
        <Tick
          name="remember"
          label="Stay signed in on this device"
          hint="Not on a computer that others use."
        />
        <Buttons>
          <SubmitButton busy="Signing in …" name="how" value="password">
            Sign in
          </SubmitButton>
          <SubmitButton look="other" busy="Sending …" name="how" value="link">
            E-mail me a link instead
          </SubmitButton>
        </Buttons>
        <WaysOn to={[["/reset-password", "Forgotten your password?"]]} />
      </PostForm>
      {providers.length > 0 && (
        <Or title="With another account">
          <Buttons>
            <Providers of={providers} next={next} />
          </Buttons>
        </Or>
      )}
    </WayIn>
  );
}
