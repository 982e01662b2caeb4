import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { CpdMode, CpdSession } from "../cpd/cpd-session.entity.ts";
import { announceSessions } from "../cpd/cpd-session.service.ts";
import { SchoolTerm, SelfStudyAudience } from "../cpd/self-study.entity.ts";
import { saveSelfStudy } from "../cpd/self-study.service.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { checked, ImportError } from "../kernel/import-error.ts";
import { markdownToText } from "../kernel/markdown.ts";
import { CareerStage } from "../people/career-stage.ts";
import { OrganisationKind } from "../people/organisation.entity.ts";
import { saveOrganisations, savePersons } from "../people/people.service.ts";
import { exampleUrnMin } from "../people/school.entity.ts";
import { saveSchools } from "../people/school.service.ts";
import { ResearchProjectStatus } from "../projects/research-project.entity.ts";
import { publishProjects } from "../projects/research-project.service.ts";
import { ReflectionVisibility } from "../reflections/reflection.entity.ts";
import { addReflections } from "../reflections/reflection.service.ts";
import { TermIndex, termSlugs } from "../terms/term-slugs.ts";
import { seedsFolder } from "./paths.ts";

const text = z.string().trim().min(1);
const optional = text.nullish().transform((value) => value ?? null);
// An invented school cannot be mistaken for a real one.
const exampleUrn = z.int().min(exampleUrnMin);

const organisations = z.array(
  z.strictObject({
    slug: text,
    name: text.endsWith("(example)"),
    kind: z.enum(OrganisationKind),
    url: optional,
  }),
);
const schools = z.array(
  z.strictObject({
    urn: exampleUrn,
    name: text.endsWith("(example)"),
    phase: text,
    town: optional,
    pupils: z.int().nullish(),
    pupilPremiumPercent: z.number().nullish(),
  }),
);
const persons = z.array(
  z.strictObject({
    key: text,
    name: text.endsWith("(example)"),
    school: exampleUrn,
    careerStage: z.enum(CareerStage),
    roles: z
      .array(z.enum(["MENTOR", "SCHOOL_LEAD", "REVIEWER", "PUBLISHER", "ADMINISTRATOR"]))
      .default([]),
  }),
);
const sessions = z.array(
  z.strictObject({
    slug: text,
    title: text,
    description: text,
    provider: text,
    mode: z.enum(CpdMode),
    venue: optional,
    capacity: z.int().positive().nullish(),
    placesTaken: z.int().nonnegative().default(0),
    day: z.int(),
    time: z.string().regex(/^\d{2}:\d{2}$/),
    minutes: z.int().positive(),
    audience: optional,
    terms: termSlugs,
    evidence: z.array(text),
  }),
);
const selfStudy = z.array(
  z.strictObject({
    slug: text,
    title: text,
    programme: text.endsWith("(example)"),
    module: text,
    provider: text,
    year: z.int().positive(),
    schoolTerm: z.enum(SchoolTerm),
    week: z.int().positive(),
    part: text,
    position: z.int().nonnegative(),
    writtenFor: z.enum(SelfStudyAudience),
    minutes: z.int().positive(),
    terms: termSlugs,
    evidence: z.array(text),
    sections: z.array(z.strictObject({ heading: text, markdown: text })).min(1),
  }),
);
const projects = z.array(
  z.strictObject({
    slug: text,
    title: text,
    question: text,
    status: z.enum(ResearchProjectStatus),
    school: exampleUrn,
    lead: text,
    daysAgo: z.int().nonnegative(),
    terms: termSlugs,
    evidence: z.array(text),
    context: optional,
    aims: optional,
    method: optional,
    comparison: optional,
    participants: optional,
    findings: optional,
    limits: optional,
    implications: optional,
  }),
);
const reflections = z.array(
  z.strictObject({
    key: text,
    title: text,
    author: text,
    daysAgo: z.int().nonnegative(),
    context: text,
    tried: text,
    happened: text,
    next: optional,
    evidence: text.optional(),
    cpdSession: text.optional(),
  }),
);

async function read<T>(name: string, shape: z.ZodType<T>): Promise<T> {
  const content = await readFile(join(seedsFolder, "practice", `${name}.yaml`), "utf8");
  return checked(`seeds/practice/${name}.yaml`, () => shape.parse(parse(content)));
}

const personId = (key: string) => idFromName("person", key);
const schoolId = (urn: number) => idFromName("school", String(urn));

/** Loads the invented practice, or brings its sessions to dates around today when it is loaded already. */
export async function seedPractice(em: Em, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await saveOrganisations(em, await read("organisations", organisations));
  await saveSchools(
    em.fork(),
    (await read("schools", schools)).map((school) => ({
      ...school,
      postcode: null,
      pupils: school.pupils ?? null,
      pupilPremiumPercent: school.pupilPremiumPercent ?? null,
    })),
  );
  const people = await read("persons", persons);
  await savePersons(
    em,
    people.map(({ key, school, ...person }) => ({
      id: personId(key),
      schoolId: schoolId(school),
      ...person,
    })),
    now,
  );
  await seedSessions(em, now);
  await seedSelfStudy(em, now);
  await publishProjects(
    em.fork(),
    (await read("projects", projects)).map(({ school, lead, daysAgo: days, ...project }) => ({
      ...project,
      schoolId: schoolId(school),
      leadId: personId(lead),
      publishedAt: daysAgo(days),
    })),
  );
  const schoolOf = new Map(people.map(({ key, school }) => [key, schoolId(school)]));
  const summaryIds = await idsBySlug(em, EvidenceSummary);
  const sessionIds = await idsBySlug(em, CpdSession);
  await addReflections(
    em.fork(),
    (await read("reflections", reflections)).map((reflection) => ({
      id: idFromName("reflection", reflection.key),
      title: reflection.title,
      authorId: personId(reflection.author),
      schoolId: schoolOf.get(reflection.author) ?? null,
      visibility: ReflectionVisibility.PUBLIC,
      context: reflection.context,
      tried: reflection.tried,
      happened: reflection.happened,
      next: reflection.next,
      summaryId: reflection.evidence ? named(summaryIds, reflection.evidence) : null,
      sessionId: reflection.cpdSession ? named(sessionIds, reflection.cpdSession) : null,
      createdAt: daysAgo(reflection.daysAgo),
      publishedAt: daysAgo(reflection.daysAgo),
    })),
  );
}

/** How long before it starts a session is announced, at the latest on the day it is loaded. */
const noticeDays = 95;

/** The invented sessions, dated around today, so that there are always some to come. */
export async function seedSessions(em: Em, now: Date): Promise<void> {
  await announceSessions(
    em.fork(),
    (await read("sessions", sessions)).map(({ day, time, minutes, provider, ...session }) => {
      const startsAt = sessionStart(now, day, time);
      return {
        ...session,
        capacity: session.capacity ?? null,
        providerId: idFromName("organisation", provider),
        startsAt,
        announcedAt: new Date(
          Math.min(startsAt.getTime() - noticeDays * 86_400_000, now.getTime()),
        ),
        endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      };
    }),
    now,
  );
}

/** Items of an invented programme. */
async function seedSelfStudy(em: Em, now: Date): Promise<void> {
  const items = await read("self-study", selfStudy);
  await em.fork().transactional(async (tx) => {
    const vocabulary = await TermIndex.read(tx as Em);
    const drafts = items.map(({ title, provider, minutes, terms, sections, ...item }) => ({
      ...item,
      name: title,
      moduleSlug: slugOf(`${item.programme} ${item.module}`),
      providerId: idFromName("organisation", provider),
      durationMinutes: minutes,
      headline: markdownToText(sections[0]!.markdown).split(/(?<=[.?!]) /)[0]!,
      sections,
      source: {
        name: item.programme,
        url: null,
        licence: null,
        retrievedOn: null,
        note: "Invented for the demonstration.",
      },
      terms: vocabulary.find(terms, item.slug),
    }));
    await saveSelfStudy(tx as Em, drafts, now);
  });
}

const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A time of day in London, so many days from today; a weekend moves to the Monday after. */
export function sessionStart(now: Date, day: number, time: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO("Europe/London")
    .toPlainDate();
  const date = today.add({ days: day });
  const workday = date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }) : date;
  const start = workday.toZonedDateTime({ timeZone: "Europe/London", plainTime: time });
  return new Date(start.epochMilliseconds);
}

async function idsBySlug(em: Em, entity: typeof EvidenceSummary | typeof CpdSession) {
  const rows = await em
    .fork()
    .createQueryBuilder(entity as typeof CpdSession)
    .select(["id", "slug"])
    .execute();
  return new Map(rows.map(({ slug, id }) => [slug as string, id as string]));
}

function named(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new ImportError(`practice/reflections.yaml: there is no "${slug}".`);
  return id;
}
