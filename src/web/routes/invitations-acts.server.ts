import { data, redirect } from "react-router";
import { schoolChoice } from "../data/list-address.ts";
import { readForm, refused, refusedBy, type SentForm } from "../data/form.server.ts";
import { csvBytesMax, csvOf } from "../data/invitation-list.server.ts";
import { roleNames } from "../data/people-words.ts";
import { mutate, query } from "../data/query.server.ts";
import {
  InviteDocument,
  InviteListDocument,
  RevokeInvitationDocument,
  SchoolByUrnDocument,
  UndoBatchDocument,
} from "./invitations.server.ts";

type Arguments = Parameters<typeof mutate>[0] & { readonly request: Request };

/** A file of 100 kB, and the lines beside it as a browser writes them. */
const formBytesMax = 290_000;

async function invite(args: Arguments, form: SentForm) {
  const urn = form.line("school");
  const school =
    urn === "" || !schoolChoice.canBe(urn)
      ? null
      : (await query(args, SchoolByUrnDocument, { urn: Number(urn) })).school;
  if (urn !== "" && !school)
    return refused(form, { fields: { school: "There is no school with this URN" } });
  const { done, refused: refusal } = await mutate(args, InviteDocument, {
    input: {
      email: form.line("email"),
      name: form.line("name") || null,
      role: roleNames.find((role) => role === form.line("role")) ?? "TEACHER",
      ...(school && { schoolId: school.id }),
    },
  });
  if (refusal) return refusedBy(refusal, form, { schoolId: "school" });
  const outcome = done.invitationCreate;
  if (outcome.__typename === "PersonHasAccount")
    return refused(form, {
      fields: { email: `${outcome.person.name} has an account with this address already` },
    });
  throw redirect("/people/invitations?saved=sent");
}

/** Says what a list would do. */
async function check(args: Arguments, form: SentForm) {
  const file = form.file("file");
  if (file && file.size > csvBytesMax)
    return refused(form, {
      fields: {
        file: `This file has ${Math.ceil(file.size / 1000)} kB; at most ${csvBytesMax / 1000} kB are read. Send it in parts`,
      },
    });
  const csv = file ? csvOf(new Uint8Array(await file.arrayBuffer())) : form.text("csv");
  if (csv.trim() === "")
    return refused(form, {
      fields: { file: file ? "This file is empty" : "Choose a file, or paste the lines below" },
    });
  const { done, refused: refusal } = await mutate(args, InviteListDocument, { csv, dryRun: true });
  if (refusal) return refusedBy(refusal, form, { csv: file ? "file" : "csv" });
  const { invited, faults } = done.invitationsImport;
  return data({ checked: { csv, invited, faults } });
}

async function send(args: Arguments, form: SentForm) {
  const csv = form.text("csv");
  const { done, refused: refusal } = await mutate(args, InviteListDocument, { csv, dryRun: false });
  if (refusal) return refused(form, { summary: refusal.message });
  const { batchId, invited, faults } = done.invitationsImport;
  // Everybody in it has been invited meanwhile, as by a second press.
  if (!batchId) return data({ checked: { csv, invited, faults } });
  throw redirect(`/people/invitations?${new URLSearchParams({ batch: batchId, saved: "batch" })}`);
}

/** Does what one of the forms of the page asks for. */
export async function act(args: Arguments) {
  const form = await readForm(args.request, formBytesMax);
  switch (form.intent) {
    case "invite":
      return invite(args, form);
    case "check":
      return check(args, form);
    case "send":
      return send(args, form);
    case "revoke": {
      const { refused: refusal } = await mutate(args, RevokeInvitationDocument, {
        id: form.line("of"),
      });
      if (refusal) return refusedBy(refusal, form);
      throw redirect("/people/invitations?saved=revoked");
    }
    case "undo": {
      const batchId = form.line("of");
      const { refused: refusal } = await mutate(args, UndoBatchDocument, { batchId });
      if (refusal) return refusedBy(refusal, form);
      throw redirect(
        `/people/invitations?${new URLSearchParams({ batch: batchId, saved: "undone" })}`,
      );
    }
    default:
      throw data(null, { status: 400 });
  }
}
