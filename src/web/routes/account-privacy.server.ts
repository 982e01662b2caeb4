import { redirect } from "react-router";
import { graphql } from "../generated/gql.ts";
import { authenticate } from "../data/authenticate.server.ts";
import { readForm, refused } from "../data/form.server.ts";
import { mutate } from "../data/query.server.ts";
import { ownSessionOrSignIn } from "../data/session.server.ts";
import type { Route } from "./+types/account-privacy.ts";

const DeleteDocument = graphql(`
  mutation AccountDelete($input: AccountDeleteInput!) {
    accountDelete(input: $input) {
      contributions
    }
  }
`);

/** Whether there is a password to ask for, and which address is to be typed where there is none. */
export async function loader(args: Route.LoaderArgs) {
  const { email } = await ownSessionOrSignIn(args);
  const { ok, data } = await authenticate(args, "/list-accounts");
  const ways = ok && Array.isArray(data) ? (data as { providerId: string }[]) : [];
  return { email, hasPassword: ways.some(({ providerId }) => providerId === "credential") };
}

/** Deletes the account of whoever sent the form. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const contributions = form.line("contributions");
  if (contributions !== "KEEP" && contributions !== "REMOVE")
    return refused(form, {
      fields: { contributions: "Choose what becomes of what you have published" },
    });
  const { refused: refusal } = await mutate(args, DeleteDocument, {
    input: {
      contributions,
      password: form.exactly("password") || null,
      email: form.line("email") || null,
    },
  });
  if (refusal) {
    const { field, message } = refusal;
    return refused(
      form,
      field === "password" || field === "email"
        ? { fields: { [field]: message } }
        : { summary: message },
    );
  }
  // The session is gone; this takes its cookie away too.
  const { headers } = await authenticate(args, "/sign-out", {});
  return redirect(`/account/deleted?contributions=${contributions.toLowerCase()}`, { headers });
}
