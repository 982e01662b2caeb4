import type { ReactNode } from "react";
import { data, redirect, redirectDocument } from "react-router";
import { Field } from "../components/form/field.tsx";
import type { FormOutcome } from "../components/form/outcome.ts";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice } from "../components/form/saved.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { Or, WayIn, WaysOn } from "../components/account/way-in.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { ownSession } from "../data/session.server.ts";
import { isDeadLink, refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/verify.ts";

const sentStates = ["yes", "resent"] as const;
type Sent = (typeof sentStates)[number] | null;

const linkPath = "/confirm-address";

/** A link from a mail, or word that one was sent. Opening it uses nothing up: programs that check mails open it too. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const sent: Sent = sentStates.find((state) => state === searchParams.get("sent")) ?? null;
  const token = searchParams.get("token");
  if (token === null) return { link: null, sent };
  const answer = await authenticate(
    args,
    `${linkPath}?${new URLSearchParams({ token }).toString()}`,
  );
  if (!answer.ok) return { link: "over" as const, sent };
  const { email, asksPassword } = answer.data ?? {};
  return { link: { email: String(email), asksPassword: asksPassword === true }, sent };
}

/** Confirms the address that the link was sent to, leads to another password, or sends another link. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  if (form.intent === "resend") {
    const email = form.line("email");
    if (email === "") return refused(form, { fields: { email: "Write your e-mail address" } });
    const answer = await authenticate(args, "/send-verification-email", { email });
    // Whoever is signed in may have confirmed it already; a stranger is told nothing either way.
    if (!answer.ok && !answer.code?.startsWith("EMAIL_")) return refusedBySignIn(answer, form);
    return redirect("/verify?sent=resent");
  }
  const token = new URL(args.request.url).searchParams.get("token") ?? "";
  if (form.intent === "another-password") {
    const { data: made } = await authenticate(args, `${linkPath}/new-password`, { token });
    if (typeof made?.token !== "string") return data({ over: true as const }, { status: 400 });
    return redirect(`/reset-password?${new URLSearchParams({ token: made.token }).toString()}`);
  }
  const password = form.exactly("password");
  const answer = await authenticate(args, linkPath, { token, password });
  if (isDeadLink(answer)) return data({ over: true as const }, { status: 400 });
  if (!answer.ok) return refusedBySignIn(answer, form);
  const email = answer.data?.email;
  return typeof email === "string"
    ? welcome(args, email, password)
    : redirectDocument(
        (await ownSession(args)) === null
          ? "/sign-in?saved=verified"
          : "/account/security?saved=verified",
        { headers: answer.headers },
      );
}

/** The password was given just now, and is not asked for once more. */
async function welcome(args: Route.ActionArgs, email: string, password: string) {
  const { ok, headers } = await authenticate(args, "/sign-in/email", {
    email,
    password,
    rememberMe: false,
  });
  return redirectDocument(ok ? "/account?saved=confirmed" : "/sign-in?saved=verified", { headers });
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Confirm your e-mail address", "Confirm that your e-mail address is yours.");

type Outcome = FormOutcome | undefined;

function Resend({ outcome }: { outcome: Outcome }): ReactNode {
  return (
    <PostForm intent="resend" outcome={outcome}>
      <Field
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton look="other" busy="Sending …">
        Send another link
      </SubmitButton>
    </PostForm>
  );
}

/** For a new account: who made it knows its password, and who only reads the mail need not have made it. */
function WithPassword({ email, outcome }: { email: string; outcome: Outcome }): ReactNode {
  return (
    <WayIn title="Confirm your e-mail address" lead={`An account was made with ${email}.`}>
      <PostForm outcome={outcome}>
        <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="password"
          label="Password"
          hint="The one you chose when you made the account."
          autoComplete="current-password"
        />
        <SubmitButton busy="Confirming …">Confirm the address</SubmitButton>
      </PostForm>
      <Or title="Do you not know the password?">
        <p>
          You have forgotten it, or somebody else typed your address. Choose a new one: the first
          then counts for nothing.
        </p>
        <PostForm intent="another-password" outcome={outcome}>
          <SubmitButton look="other" busy="One moment …">
            Choose a new password
          </SubmitButton>
        </PostForm>
      </Or>
    </WayIn>
  );
}

/** The page a mail's link leads to, and where one waits for that mail. */
export default function Verify({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const outcome = actionData && "intent" in actionData ? actionData : undefined;
  const { link, sent } = loaderData;
  if (link === "over" || (actionData && "over" in actionData))
    return (
      <WayIn title="This link is over">
        <Notice look="care">
          <p>
            It was used, is too old, was cut off, or your password or address has changed since.
          </p>
        </Notice>
        <Resend outcome={outcome} />
        <WaysOn to={[["/sign-in", "Sign in"]]} />
      </WayIn>
    );
  if (link?.asksPassword) return <WithPassword email={link.email} outcome={outcome} />;
  if (link)
    return (
      <WayIn
        title="Confirm your e-mail address"
        lead="One press, and we know that mail reaches you."
      >
        <PostForm outcome={outcome}>
          <SubmitButton busy="Confirming …">Confirm the address</SubmitButton>
        </PostForm>
      </WayIn>
    );
  return (
    <WayIn
      title={sent === null ? "Confirm your e-mail address" : "Look into your mail"}
      lead={
        sent === null
          ? "We send you a link that shows that the address is yours."
          : "If that address can be used, a link to confirm it is on its way. Open it within a day."
      }
    >
      {sent !== null && (
        <p>It comes within a minute or two; if not, look into the folder for junk.</p>
      )}
      {sent === null ? (
        <Resend outcome={outcome} />
      ) : (
        <Or title="Nothing has come?">
          <Resend outcome={outcome} />
        </Or>
      )}
      <WaysOn to={[["/sign-in", "Sign in"]]} />
    </WayIn>
  );
}
