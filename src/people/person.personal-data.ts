import type { Em } from "../kernel/em.ts";
import type { PersonalDataHolder } from "../kernel/personal-data.ts";

/** A statement about one person, its rows as they are; `?` is the person's id. */
const rows = (em: Em, sql: string, personId: string): Promise<object[]> =>
  em.execute<object[]>(sql, [personId]);

/** What hangs on the person's row by a key goes with it; see the migrations. */
const goesWithThePerson = async (): Promise<void> => {};

/** Profile: what others see of them. */
export const profileOfAPerson: PersonalDataHolder = {
  name: "profile",
  async collect(em, personId) {
    const [profile] = await rows(
      em,
      `select p.id, p.name, p.career_stage as "careerStage", s.name as school, s.urn
       from person p left join school s on s.id = p.school_id where p.id = ?`,
      personId,
    );
    const interests = await rows(
      em,
      `select t.scheme, t.label from person_term pt join term t on t.id = pt.term_id
       where pt.person_id = ? order by t.scheme, t.label`,
      personId,
    );
    return { ...profile, interests };
  },
  erase: goesWithThePerson,
};

/** Account: how they sign in, without what would let somebody else do so. */
export const accountOfAPerson: PersonalDataHolder = {
  name: "account",
  async collect(em, personId) {
    const [account] = await rows(
      em,
      `select email, email_verified as "emailConfirmed", two_factor_enabled as "secondStep", created_at as "createdAt",
              updated_at as "changedAt"
       from account where id = ?`,
      personId,
    );
    const credentials = await rows(
      em,
      `select provider, case when provider = 'credential' then null else subject end as "idThere",
              password_hash is not null as "hasPassword", created_at as "createdAt"
       from credential where account_id = ? order by created_at`,
      personId,
    );
    const sessions = await rows(
      em,
      `select created_at as "signedInAt", expires_at as "endsAt", ip_address as "networkAddress", user_agent as browser
       from login_session where account_id = ? order by created_at`,
      personId,
    );
    const mails = await rows(
      em,
      `select m.kind, m.subject, m.text, m.created_at as "writtenAt" from mail_message m
       join account a on lower(m.recipient) = lower(a.email) where a.id = ? order by m.created_at`,
      personId,
    );
    // A link in a message is as good as a password.
    const unsentMails = mails.map((mail) => ({
      ...mail,
      text: (mail as { text: string }).text.replace(/([?&]token=|\/invitations\/)[^\s&]+/g, "$1…"),
    }));
    return { ...account, waysToSignIn: credentials, sessions, unsentMails };
  },
  erase: goesWithThePerson,
};

/** Memberships and roles, present and past. */
export const standingOfAPerson: PersonalDataHolder = {
  name: "schoolsAndRoles",
  async collect(em, personId) {
    const memberships = await rows(
      em,
      `select s.name as school, s.urn, m.state, m.basis, m.requested_at as "requestedAt", m.decided_at as "decidedAt",
              m.ended_at as "endedAt"
       from membership m join school s on s.id = m.school_id where m.person_id = ? order by m.requested_at`,
      personId,
    );
    const roles = await rows(
      em,
      `select g.role, s.name as school, g.granted_at as "givenAt", g.revoked_at as "takenAwayAt"
       from role_grant g left join school s on s.id = g.school_id where g.person_id = ? order by g.granted_at`,
      personId,
    );
    return { memberships, roles };
  },
  erase: goesWithThePerson,
};

/** Invitations to them, and those they sent: of these, no addresses of others. */
export const invitationsOfAPerson: PersonalDataHolder = {
  name: "invitations",
  async collect(em, personId) {
    const received = await rows(
      em,
      `select i.email, i.name, i.role, i.state, i.created_at as "sentAt"
       from invitation i join person p on p.id = ? left join account a on a.id = p.id
       where i.accepted_by_id = p.id or lower(i.email) = lower(a.email) order by i.created_at`,
      personId,
    );
    const sent = await rows(
      em,
      `select role, state, created_at as "sentAt" from invitation where invited_by_id = ? order by created_at`,
      personId,
    );
    return { received, sent };
  },
  async erase(tx, personId) {
    await tx.execute(
      `delete from invitation where accepted_by_id = ?
         or lower(email) = (select lower(email) from account where id = ? and email_verified)`,
      [personId, personId],
      "run",
    );
  },
};

/** The audit trail: what they did and what was done to them. The lines stay; who the actor was goes. */
export const auditOfAPerson: PersonalDataHolder = {
  name: "auditTrail",
  async collect(em, personId) {
    const by = await rows(
      em,
      `select e.at, e.act, e.subject, e.detail from audit_event e
       join audit_identity i on i.actor = e.actor where i.person_id = ? order by e.at, e.id`,
      personId,
    );
    const about = await rows(
      em,
      `select at, act, detail from audit_event where subject = ? order by at, id`,
      personId,
    );
    const [identity] = await rows(
      em,
      `select actor, name, address from audit_identity where person_id = ?`,
      personId,
    );
    return { knownAs: identity ?? null, whatYouDid: by, whatWasDoneToYou: about };
  },
  erase: goesWithThePerson,
};
