import type { DocumentNode } from "graphql";
import { test as base } from "vitest";
import { factHandlers } from "../../src/app/modules.ts";
import { CpdMode, CpdSession } from "../../src/cpd/cpd-session.entity.ts";
import { announceSessions, type SessionDraft } from "../../src/cpd/cpd-session.service.ts";
import { SelfStudyItem } from "../../src/cpd/self-study.entity.ts";
import { saveSelfStudy, type SelfStudyDraft } from "../../src/cpd/self-study.service.ts";
import { EvidenceSummary } from "../../src/evidence/evidence-summary.entity.ts";
import type { SummaryDraft } from "../../src/evidence/summary-file.ts";
import { importSummaries } from "../../src/evidence/summary.service.ts";
import { ImpactMonthsStatus } from "../../src/evidence/summary-revision.entity.ts";
import type { Em } from "../../src/kernel/em.ts";
import { newId } from "../../src/kernel/ids.ts";
import { drain } from "../../src/kernel/outbox.ts";
import { anonymous, type Role, type Viewer } from "../../src/kernel/viewer.ts";
import {
  Membership,
  MembershipBasis,
  MembershipState,
} from "../../src/people/membership.entity.ts";
import { Organisation, OrganisationKind } from "../../src/people/organisation.entity.ts";
import { Person } from "../../src/people/person.entity.ts";
import { RoleGrant } from "../../src/people/role-grant.entity.ts";
import type { GrantedRole } from "../../src/people/role.ts";
import { School } from "../../src/people/school.entity.ts";
import {
  ResearchProject,
  ResearchProjectStatus,
} from "../../src/projects/research-project.entity.ts";
import { type ProjectDraft, publishProjects } from "../../src/projects/research-project.service.ts";
import { ReflectionVisibility } from "../../src/reflections/reflection.entity.ts";
import { addReflections, type ReflectionDraft } from "../../src/reflections/reflection.service.ts";
import { refreshLexicon } from "../../src/search/lexicon.ts";
import { Term, type TermScheme } from "../../src/terms/term.entity.ts";
import { type Answer, answer } from "./answer.ts";
import { testDatabase } from "./database.ts";

const statements: string[] = [];
let database: Awaited<ReturnType<typeof testDatabase>>;

let counter = 0;
const next = (name: string) => `${name}-${++counter}`;

/** A small world of a test's own: factories that fill in what is missing, and a client to ask with. */
export class World {
  readonly em: Em;
  constructor(em: Em) {
    this.em = em;
  }

  /** An entity manager that has nothing in memory but sees what this test wrote. */
  get fresh(): Em {
    return this.em.fork({ keepTransactionContext: true });
  }

  async term(scheme: TermScheme, slug = next("term"), more: Partial<Term> = {}): Promise<Term> {
    const term = this.em.create(Term, {
      scheme,
      slug,
      label: slug,
      position: ++counter,
      aliases: [],
      group: null,
      ...more,
    });
    await this.em.flush();
    return term;
  }

  async school(name = next("School")): Promise<School> {
    const school = this.em.create(School, { urn: 950_000 + ++counter, name } as never);
    await this.em.flush();
    return school;
  }

  /** A person; with a school, a member of it. Somebody who signs in needs an `account` too. */
  async person(school?: School, name = next("Ada")): Promise<Person> {
    const person = this.em.create(Person, { name, schoolId: school?.id ?? null } as never);
    await this.em.flush();
    if (school) {
      this.em.create(Membership, {
        personId: person.id,
        schoolId: school.id,
        state: MembershipState.ACTIVE,
        basis: MembershipBasis.RECORD,
        decidedAt: new Date(),
      } as never);
      await this.em.flush();
    }
    return person;
  }

  /** Gives a person an account, verified unless said otherwise; answers its address. */
  async account(
    person: Person,
    email = `${next("ada")}@example.test`,
    verified = true,
  ): Promise<string> {
    await this.em.execute(
      `insert into account (id, name, email, email_verified) values (?, '', ?, ?)`,
      [person.id, email, verified],
    );
    return email;
  }

  /** Gives a person roles, as grants; `as` says which they act in. */
  async grant(person: Person, ...roles: GrantedRole[]): Promise<void> {
    for (const role of roles)
      this.em.create(RoleGrant, {
        personId: person.id,
        role,
        schoolId: role === "SCHOOL_LEAD" ? person.schoolId : null,
      } as never);
    await this.em.flush();
  }

  async organisation(): Promise<Organisation> {
    const name = next("provider");
    const organisation = this.em.create(Organisation, {
      slug: name,
      name,
      organisationKind: OrganisationKind.HUB,
    } as never);
    await this.em.flush();
    return organisation;
  }

  /** A published summary. */
  async summary(draft: Partial<SummaryDraft> = {}): Promise<EvidenceSummary> {
    const slug = draft.slug ?? next("summary");
    await importSummaries(
      this.fresh,
      [
        {
          slug,
          title: slug,
          headline: `What ${slug} does.`,
          impactMonths: 4,
          impactMonthsStatus: ImpactMonthsStatus.RATED,
          costBand: 2,
          evidenceStrength: 3,
          source: {
            name: "A source",
            url: "https://source.example/",
            licence: null,
            retrievedOn: "2026-04-02",
            note: "Check the source.",
          },
          terms: {},
          related: [],
          guidance: [],
          references: [],
          studies: [],
          sections: [{ heading: "Key findings", markdown: `About ${slug}.` }],
          contentHash: next("hash"),
          ...draft,
        },
      ],
      new Date(),
    );
    return this.em.fork({ keepTransactionContext: true }).findOneOrFail(EvidenceSummary, { slug });
  }

  /** An announced session, tomorrow for an hour unless said otherwise. */
  async session(draft: Partial<SessionDraft> = {}): Promise<CpdSession> {
    const slug = draft.slug ?? next("session");
    const startsAt = draft.startsAt ?? new Date(Date.now() + 86_400_000);
    await announceSessions(
      this.fresh,
      [
        {
          slug,
          title: slug,
          description: `About ${slug}.`,
          providerId: draft.providerId ?? (await this.organisation()).id,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 3_600_000),
          mode: CpdMode.ONLINE,
          venue: null,
          capacity: 20,
          placesTaken: 3,
          audience: null,
          announcedAt: new Date(),
          terms: {},
          evidence: [],
          ...draft,
        },
      ],
      new Date(),
    );
    return this.fresh.findOneOrFail(CpdSession, { slug });
  }

  /** A published self-study item. */
  async selfStudy(draft: Partial<SelfStudyDraft> = {}): Promise<SelfStudyItem> {
    const slug = draft.slug ?? next("item");
    const providerId = draft.providerId ?? (await this.organisation()).id;
    await this.fresh.transactional((tx) =>
      saveSelfStudy(
        tx,
        [
          {
            slug,
            name: slug,
            programme: "A programme (example)",
            module: "A module",
            moduleSlug: "a-module",
            year: 1,
            schoolTerm: null,
            week: null,
            part: "Theory",
            position: 0,
            writtenFor: null,
            durationMinutes: null,
            headline: `What ${slug} is about.`,
            sections: [{ heading: "Overview", markdown: `About ${slug}.` }],
            source: { name: "A source", url: null, licence: null, retrievedOn: null, note: null },
            terms: [],
            evidence: [],
            ...draft,
            providerId,
          },
        ],
        new Date(),
      ),
    );
    return this.fresh.findOneOrFail(SelfStudyItem, { slug });
  }

  /** A published project. */
  async project(draft: Partial<ProjectDraft> = {}): Promise<ResearchProject> {
    const slug = draft.slug ?? next("project");
    await publishProjects(this.fresh, [
      {
        slug,
        title: slug,
        question: `Does ${slug} help?`,
        status: ResearchProjectStatus.REPORTED,
        schoolId: null,
        leadId: null,
        context: "Context.",
        aims: null,
        method: null,
        comparison: null,
        participants: null,
        findings: "Findings.",
        limits: null,
        implications: null,
        publishedAt: new Date(),
        terms: {},
        evidence: [],
        ...draft,
      },
    ]);
    return this.fresh.findOneOrFail(ResearchProject, { slug });
  }

  /** A public, accepted reflection about a summary unless said otherwise; answers its id. */
  async reflection(draft: Partial<ReflectionDraft> = {}): Promise<string> {
    const id = draft.id ?? newId("reflection");
    const title = draft.title ?? next("reflection");
    const about =
      draft.summaryId || draft.sessionId ? {} : { summaryId: (await this.summary()).id };
    await addReflections(this.fresh, [
      {
        id,
        title,
        authorId: null,
        schoolId: null,
        visibility: ReflectionVisibility.PUBLIC,
        context: "A class.",
        tried: "Something.",
        happened: "It helped.",
        next: null,
        summaryId: null,
        sessionId: null,
        createdAt: new Date(),
        publishedAt:
          (draft.visibility ?? ReflectionVisibility.PUBLIC) === ReflectionVisibility.PUBLIC
            ? new Date()
            : null,
        ...about,
        ...draft,
      },
    ]);
    return id;
  }

  as(person: Person, ...roles: Role[]): Viewer {
    return { kind: "person", personId: person.id, schoolId: person.schoolId, roles };
  }

  /** Asks as a client would, on this test's transaction, with nothing in memory. */
  ask(
    source: string | DocumentNode,
    variables: Record<string, unknown> = {},
    viewer: Viewer = anonymous,
  ): Promise<Answer> {
    return answer(this.fresh, statements, source, variables, viewer);
  }

  /** Does what workers do after a write: facts handled, lexicon fresh. */
  async drain(): Promise<void> {
    await drain(this.fresh, factHandlers);
    await refreshLexicon(this.fresh);
  }
}

/** A test with a world that is rolled back afterwards. */
export const test = base.extend<{ world: World }>({
  // eslint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
  world: async ({}, use) => {
    database ??= await testDatabase((line) => {
      if (line.includes("[query]")) statements.push(line);
    });
    const em = database.em.fork();
    await em.begin();
    try {
      await use(new World(em));
    } finally {
      await em.rollback();
    }
  },
});
