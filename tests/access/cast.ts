import { anonymous, type Viewer } from "../../src/kernel/viewer.ts";
import { Membership } from "../../src/people/membership.entity.ts";
import { type Person, PersonTerm } from "../../src/people/person.entity.ts";
import { RoleGrant } from "../../src/people/role-grant.entity.ts";
import { SchoolDomain } from "../../src/people/school-domain.entity.ts";
import type { School } from "../../src/people/school.entity.ts";
import { TermScheme } from "../../src/terms/term.entity.ts";
import type { World } from "../support/world.ts";
import type { Known } from "./library.ts";
import type { Kind } from "./table-text.ts";

/** Who asks, and whose the records are. */
export interface Cast {
  readonly author: Person;
  /** Has written a draft, and nothing that anybody reads. */
  readonly drafter: Person;
  readonly school: School;
  readonly viewers: Readonly<Record<Kind, Viewer>>;
}

/** A person of every kind: the colleague and the lead at the author's school, the stranger at another, the rest at none. */
export async function people(world: World, known: Known[]): Promise<Cast> {
  const phase = await world.term(TermScheme.PHASE);
  known.push({ type: "Term", state: "any", id: phase.id });
  const school = await world.school("Hillside");
  school.phaseId = phase.id;
  const elsewhere = await world.school("Dale");
  known.push({ type: "School", state: "the_authors", id: school.id });
  known.push({ type: "School", state: "another", id: elsewhere.id });
  const made = async (state: string, name: string, at?: School) => {
    const person = await world.person(at, name);
    known.push({ type: "Person", state, id: person.id });
    return person;
  };
  const author = await made("author_of_public_work", "Ada Author", school);
  const stranger = await made("member_of_another_school", "Stan Stranger", elsewhere);
  const colleague = await made("member_of_the_school", "Cora Colleague", school);
  const lead = await made("lead_of_the_school", "Lena Lead", school);
  const reviewer = await made("the_reviewer", "Rita Reviewer");
  const publisher = await made("the_publisher", "Pat Publisher");
  const administrator = await made("the_administrator", "Amir Administrator");
  const drafter = await made("writes_only_a_draft", "Dora Drafter");
  const applicant = await made("asks_to_join_the_school", "Alan Applicant");
  for (const scheme of [TermScheme.SUBJECT, TermScheme.PHASE, TermScheme.TOPIC]) {
    const term = await world.term(scheme);
    known.push({ type: "Term", state: "any", id: term.id });
    world.em.create(PersonTerm, { personId: author.id, termId: term.id });
  }
  world.em.create(Membership, { personId: applicant.id, schoolId: school.id } as never);
  world.em.create(SchoolDomain, {
    schoolId: school.id,
    domain: "hillside.example.org",
    addedById: lead.id,
  } as never);
  await world.account(author);
  await world.grant(lead, "SCHOOL_LEAD");
  world.em.create(RoleGrant, {
    personId: author.id,
    role: "MENTOR",
    grantedById: administrator.id,
  } as never);
  return {
    author,
    drafter,
    school,
    viewers: {
      anyone: anonymous,
      stranger: world.as(stranger, "TEACHER"),
      colleague: world.as(colleague, "TEACHER"),
      author: world.as(author, "TEACHER"),
      lead: world.as(lead, "SCHOOL_LEAD"),
      reviewer: world.as(reviewer, "REVIEWER"),
      publisher: world.as(publisher, "PUBLISHER"),
      administrator: world.as(administrator, "ADMINISTRATOR"),
    },
  };
}
