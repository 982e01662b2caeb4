import { redirect } from "react-router";
import { graphql } from "../generated/gql.ts";
import type { downloadFaults } from "../data/download-faults.ts";
import { readForm } from "../data/form.server.ts";
import { mutate } from "../data/query.server.ts";
import type { Route } from "./+types/account-data.ts";

const ExportDocument = graphql(`
  mutation PersonalDataExport($password: String) {
    personalDataExport(password: $password) {
      json
    }
  }
`);

const page = "/account/privacy";

/** The form stands on another page. */
export const loader = () => redirect(page);

/** Everything that is held about whoever sent the form, as a file. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const { done, refused } = await mutate(args, ExportDocument, {
    password: form.exactly("password") || null,
  });
  if (refused) {
    const faults: Record<string, keyof typeof downloadFaults> = {
      RATE_LIMITED: "wait",
      FORBIDDEN: "sign-in",
    };
    return redirect(`${page}?download=${faults[refused.code] ?? "password"}`);
  }
  return new Response(`${done.personalDataExport.json}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="potbank-my-data.json"',
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
