import type { ReactNode } from "react";
import { data, redirect, redirectDocument } from "react-router";
import { Field } from "../components/form/field.tsx";
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

const sentStates = ["yes", "again", "resent"] as const;
type Sent = (typeof sentStates)[number] | null;

/** A link from a mail, or word that one was sent. */
export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const sent: Sent = sentStates.find((state) => state === searchParams.get("sent")) ?? null;
  return { hasToken: searchParams.has("token"), sent };
}

/** Confirms the address that the link was sent to, or sends another link. */
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
  const answer = await authenticate(
    args,
    `/verify-email?${new URLSearchParams({ token }).toString()}`,
  );
  if (!answer.ok || isDeadLink(answer)) return data({ over: true as const }, { status: 400 });
  const signedIn = answer.headers.has("set-cookie") || (await ownSession(args)) !== null;
  return redirectDocument(
    signedIn ? "/account/security?saved=verified" : "/sign-in?saved=verified",
    { headers: answer.headers },
  );
}

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Confirm your e-mail address", "Confirm that your e-mail address is yours.");

function Resend({ outcome }: { outcome: Parameters<typeof PostForm>[0]["outcome"] }): ReactNode {
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

/** The page a mail's link leads to, and where one waits for that mail. */
export default function Verify({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const outcome = actionData && "intent" in actionData ? actionData : undefined;
  if (actionData && "over" in actionData)
    return (
      <WayIn title="This link is over">
        <Notice look="care">
          <p>It is too old, was cut off, or belongs to an address that has changed since.</p>
        </Notice>
        <Resend outcome={undefined} />
        <WaysOn to={[["/sign-in", "Sign in"]]} />
      </WayIn>
    );
  if (loaderData.hasToken && !outcome)
    return (
      <WayIn
        title="Confirm your e-mail address"
        lead="One press, and we know that mail reaches you."
      >
        <PostForm outcome={undefined}>
          <SubmitButton busy="Confirming …">Confirm the address</SubmitButton>
        </PostForm>
      </WayIn>
    );
  const { sent } = loaderData;
  return (
    <WayIn
      title={sent === null ? "Confirm your e-mail address" : "Look into your mail"}
      lead={
        sent === "again"
          ? "Your password is right, but your e-mail address is not confirmed yet. We have sent you a new link."
          : sent === null
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
