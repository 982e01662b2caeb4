import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import type { CareerStage } from "./career-stage.ts";
import { Organisation, type OrganisationKind } from "./organisation.entity.ts";
import { Person } from "./person.entity.ts";
import type { GrantedRole } from "./role.ts";

/** Adds organisations, or brings them up to date, by slug. */
export async function saveOrganisations(
  em: Em,
  drafts: readonly { slug: string; name: string; kind: OrganisationKind; url: string | null }[],
): Promise<void> {
  const rows = drafts.map(({ slug, name, kind, url }) => ({
    id: idFromName("organisation", slug),
    slug,
    name,
    organisationKind: kind,
    website: url,
  }));
  await em.fork().upsertMany(Organisation, rows, {
    onConflictFields: ["slug"],
    onConflictExcludeFields: ["id"],
  });
}

/** A person as a file of ours has them. */
export interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly schoolId: string | null;
  readonly careerStage: CareerStage | null;
  readonly roles: readonly GrantedRole[];
}

/**
 * Adds persons, or brings their names and career stages up to date, by id. Who is new becomes a member of their school
 * and is given their roles; what has become of that since is left as it is.
 */
export async function savePersons(
  em: Em,
  drafts: readonly PersonDraft[],
  now: Date,
): Promise<void> {
  await em.fork().transactional(async (tx) => {
    await tx.upsertMany(
      Person,
      drafts.map(({ roles: _roles, ...person }) => person),
      { onConflictExcludeFields: ["id", "schoolId"] },
    );
    await tx.execute(
      `insert into membership (id, person_id, school_id, state, basis, requested_at, decided_at)
       select new.membership, p.id, p.school_id, 'ACTIVE', 'RECORD', ?, ?
       from jsonb_to_recordset(?::jsonb) as new(membership text, person text)
       join person p on p.id = new.person
       where p.school_id is not null and not exists (select from membership m where m.person_id = p.id)
       on conflict (id) do nothing`,
      [
        now,
        now,
        JSON.stringify(
          drafts.map(({ id }) => ({ membership: idFromName("membership", id), person: id })),
        ),
      ],
    );
    await tx.execute(
      `insert into role_grant (id, person_id, role, school_id, granted_at)
       select new."grant", p.id, new.role, case when new.role = 'SCHOOL_LEAD' then p.school_id end, ?
       from jsonb_to_recordset(?::jsonb) as new("grant" text, person text, role text)
       join person p on p.id = new.person
       where not exists (select from role_grant g where g.person_id = p.id and g.role = new.role)
       on conflict (id) do nothing`,
      [
        now,
        JSON.stringify(
          drafts.flatMap(({ id, roles }) =>
            roles.map((role) => ({
              grant: idFromName("grant", `${id}:${role}`),
              person: id,
              role,
            })),
          ),
        ),
      ],
    );
  });
}
