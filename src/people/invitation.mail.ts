import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { mail } from "../kernel/mail.ts";
import type { Role } from "../kernel/viewer.ts";
import { inWords } from "./acts.ts";
import type { Invitation } from "./invitation.entity.ts";

const roleWords: Readonly<Record<Role, string>> = {
  TEACHER: "",
  MENTOR: " as a mentor",
  SCHOOL_LEAD: " as the school's lead",
  REVIEWER: " as a reviewer",
  PUBLISHER: " as a publisher",
  ADMINISTRATOR: " as an administrator",
};

/** Sends the invitation; its address holds the secret, which stands nowhere else. */
export function mailInvitation(
  ctx: Context,
  tx: Em,
  invitation: Invitation,
  token: string,
  { inviter, school }: { inviter: string; school: string | null },
): void {
  mail(tx, {
    to: invitation.email,
    kind: "invitation",
    about: [invitation.id, ...(invitation.invitedById === null ? [] : [invitation.invitedById])],
    subject: "An invitation to Potbank",
    text: [
      invitation.name === null ? "Hello," : `Dear ${invitation.name},`,
      "",
      `${inviter} invites you to Potbank${roleWords[invitation.role]}${school === null ? "" : `, at ${school}`}. Potbank is where schools read and share what works in teaching.`,
      "",
      "Accept the invitation here, with an account of this e-mail address:",
      ctx.url(`/invitations/${token}`),
      "",
      `The link can be used until ${inWords(invitation.expiresAt)}. If you did not expect it, do nothing.`,
    ].join("\n"),
  });
}
