import type { SentForm } from "../data/form.server.ts";
import { mutate } from "../data/query.server.ts";
import {
  AddDomainDocument,
  ApproveDocument,
  CancelDocument,
  DeclineDocument,
  EndMembershipDocument,
  GrantRoleDocument,
  LeaveDocument,
  RemoveDomainDocument,
  RevokeRoleDocument,
} from "./my-school.server.ts";

type Arguments = Parameters<typeof mutate>[0];
type Answer = ReturnType<typeof mutate>;

/** What each form of the page asks for; `saved` names the words that say it was done. */
export const acts: Readonly<
  Record<string, { saved: string; run: (args: Arguments, form: SentForm) => Answer }>
> = {
  approve: {
    saved: "approved",
    run: (args, form) => mutate(args, ApproveDocument, { id: form.line("of") }),
  },
  decline: {
    saved: "declined",
    run: (args, form) => mutate(args, DeclineDocument, { id: form.line("of") }),
  },
  cancel: {
    saved: "cancelled",
    run: (args, form) => mutate(args, CancelDocument, { id: form.line("of") }),
  },
  leave: {
    saved: "left",
    run: (args, form) => mutate(args, LeaveDocument, { id: form.line("of") }),
  },
  end: {
    saved: "ended",
    run: (args, form) => mutate(args, EndMembershipDocument, { id: form.line("of") }),
  },
  "make-lead": {
    saved: "lead-made",
    run: (args, form) =>
      mutate(args, GrantRoleDocument, { personId: form.line("of"), role: "SCHOOL_LEAD" }),
  },
  "unmake-lead": {
    saved: "lead-unmade",
    run: (args, form) =>
      mutate(args, RevokeRoleDocument, { personId: form.line("of"), role: "SCHOOL_LEAD" }),
  },
  "add-domain": {
    saved: "domain-added",
    run: (args, form) =>
      mutate(args, AddDomainDocument, {
        schoolId: form.line("school"),
        domain: form.line("domain").replace(/^.*@/, ""),
      }),
  },
  "remove-domain": {
    saved: "domain-removed",
    run: (args, form) => mutate(args, RemoveDomainDocument, { id: form.line("of") }),
  },
};
