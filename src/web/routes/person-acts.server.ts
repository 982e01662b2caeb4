import type { SentForm } from "../data/form.server.ts";
import { roleNames } from "../data/people-words.ts";
import { mutate, type Refusal } from "../data/query.server.ts";
import { graphql } from "../generated/gql.ts";
import {
  EndMembershipDocument,
  GrantRoleDocument,
  RevokeRoleDocument,
} from "./my-school.server.ts";

const ResetSecondFactorDocument = graphql(`
  mutation ResetSecondFactor($personId: ID!) {
    personSecondFactorReset(personId: $personId) {
      id
    }
  }
`);

type Arguments = Parameters<typeof mutate>[0];
type Answer = Promise<{ readonly refused?: Refusal | undefined }>;

const noRole: Refusal = {
  code: "BAD_USER_INPUT",
  field: undefined,
  message: "There is no such role.",
};

/** What each form of the page asks for; `saved` names the words that say it was done. */
export const personActs: Readonly<
  Record<
    string,
    { saved: string; run: (args: Arguments, form: SentForm, personId: string) => Answer }
  >
> = {
  "give-role": {
    saved: "given",
    async run(args, form, personId) {
      const role = roleNames.find((name) => name === form.line("of"));
      return role ? mutate(args, GrantRoleDocument, { personId, role }) : { refused: noRole };
    },
  },
  "take-role": {
    saved: "taken",
    async run(args, form, personId) {
      const role = roleNames.find((name) => name === form.line("of"));
      return role ? mutate(args, RevokeRoleDocument, { personId, role }) : { refused: noRole };
    },
  },
  end: {
    saved: "ended",
    run: (args, form) => mutate(args, EndMembershipDocument, { id: form.line("of") }),
  },
  reset: {
    saved: "reset",
    run: (args, _form, personId) => mutate(args, ResetSecondFactorDocument, { personId }),
  },
};
