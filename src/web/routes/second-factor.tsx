import type { ReactNode } from "react";
import { redirectDocument } from "react-router";
import { Field } from "../components/form/field.tsx";
import { Tick } from "../components/form/fieldset.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { WayIn, WaysOn } from "../components/account/way-in.tsx";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused } from "../data/form.server.ts";
import { nextPath, withNext } from "../data/next-path.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { refusedBySignIn } from "../data/sign-in-problems.server.ts";
import type { Route } from "./+types/second-factor.ts";

/** Where to go afterwards, and which kind of code is asked for. */
export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return {
    next: nextPath(searchParams.get("next")),
    recovery: searchParams.get("with") === "recovery-code",
  };
}

/** Checks the code; five wrong ones, and the password is asked for again. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { next, recovery } = loader(args as unknown as Route.LoaderArgs);
  // As people write them down: in groups, in capitals where there are none.
  const typed = form.line("code").replaceAll(/\s/g, "");
  if (typed === "") return refused(form, { fields: { code: "Type the code" } });
  const answer = recovery
    ? await authenticate(args, "/two-factor/verify-backup-code", { code: typed })
    : await authenticate(args, "/two-factor/verify-totp", {
        code: typed.replaceAll("-", ""),
        trustDevice: form.ticked("trust"),
      });
  if (answer.ok) return redirectDocument(next, { headers: answer.headers });
  if (answer.code === "INVALID_TWO_FACTOR_COOKIE")
    return refused(form, {
      summary: "That took too long. Sign in again with your password first.",
    });
  return refusedBySignIn(answer, form);
}

export const headers = secretHeaders;

export const meta = () => privateMeta("Second step", "The second step of signing in: a code.");

/** After the password: a code of the app, or one of those kept for when the phone is lost. */
export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { next, recovery } = loaderData;
  const path = "/sign-in/second-factor";
  return (
    <WayIn
      title={recovery ? "Use a recovery code" : "Type the code of your app"}
      lead={
        recovery
          ? "One of the codes that you were shown when you switched the second step on. Each works once."
          : "Your password was right. Now the six digits that your authenticator app shows for Potbank."
      }
    >
      <PostForm outcome={actionData} key={String(recovery)}>
        {recovery ? (
          <Field
            name="code"
            label="Recovery code"
            width="short"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ) : (
          <>
            <Field
              name="code"
              label="Code"
              width="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
            />
            <Tick
              name="trust"
              label="Do not ask on this device for 30 days"
              hint="Not on a computer that others use."
            />
          </>
        )}
        <SubmitButton busy="Checking …">Go on</SubmitButton>
      </PostForm>
      <WaysOn
        to={[
          recovery
            ? [withNext(path, next), "Use the app instead"]
            : [withNext(`${path}?with=recovery-code`, next), "Use a recovery code"],
          [withNext("/sign-in", next), "Start again"],
        ]}
      />
    </WayIn>
  );
}
