import { CpdMode } from "../../src/cpd/cpd-session.entity.ts";
import { withdrawSummary } from "../../src/evidence/summary.service.ts";
import { ImpactMonthsStatus } from "../../src/evidence/summary-revision.entity.ts";
import { withdrawProject } from "../../src/projects/research-project.service.ts";
import { TermScheme } from "../../src/terms/term.entity.ts";
import type { World } from "../support/world.ts";

const longTitle =
  "Structured professional conversations about the sequencing of disciplinary vocabulary in mixed-attainment classes, with Donaudampfschifffahrtsgesellschaftskapitänsmützen and other words that no line can hold";

const day = 86_400_000;

/** Fills an empty site with records in the states that a demonstration does not have; answers their addresses by name. */
export async function stateAddresses(world: World): Promise<Readonly<Record<string, string>>> {
  const school = await world.school(
    "A school with a name that goes on for rather longer than most",
  );
  const publisher = world.as(await world.person(school), "PUBLISHER");
  const topics = [];
  for (let place = 1; place <= 200; place++)
    topics.push(
      (await world.term(TermScheme.TOPIC, `topic-${place}`, { label: `Topic ${place}` })).slug,
    );
  const phase = await world.term(TermScheme.PHASE, "primary", { label: "Primary" });

  await world.summary({ slug: "no-sections", title: "No sections yet", sections: [] });
  await world.summary({
    slug: "long-title",
    title: longTitle,
    headline: `${longTitle}. ${longTitle}.`,
    terms: { TOPIC: topics, PHASE: [phase.slug] },
    impactMonths: 7,
    evidenceStrength: 1,
  });
  await world.summary({
    slug: "no-extra-progress",
    title: "No extra progress",
    impactMonths: 0,
    source: { name: "A source", url: null, licence: null, retrievedOn: null, note: null },
  });
  await world.summary({
    slug: "not-rated",
    title: "Not rated in months",
    impactMonths: null,
    impactMonthsStatus: ImpactMonthsStatus.NOT_RATED_IN_MONTHS,
    costBand: null,
    evidenceStrength: null,
  });
  const withdrawn = await world.summary({ slug: "withdrawn", title: "A withdrawn strand" });
  await withdrawSummary(world.fresh, publisher, withdrawn.id, "Its main study was retracted.");

  const hour = (startsAt: Date) => ({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
  await world.session({
    slug: "past",
    title: "A session that has taken place",
    ...hour(new Date(Date.now() - 30 * day)),
    evidence: ["no-sections"],
  });
  await world.session({
    slug: "full",
    title: "A session that is full",
    capacity: 12,
    placesTaken: 12,
    evidence: ["no-sections"],
  });
  await world.session({
    slug: "long",
    title: longTitle,
    mode: CpdMode.HYBRID,
    venue: longTitle,
    audience: longTitle,
    capacity: null,
    ...hour(new Date(Date.now() + 3 * day)),
  });
  const gone = await world.project({ slug: "withdrawn", title: "A withdrawn project" });
  await withdrawProject(world.fresh, publisher, gone.id, "The school asked for it.");
  await world.project({ slug: "long", title: longTitle, schoolId: school.id });
  const reflection = await world.reflection({
    title: longTitle,
    tried: `${longTitle}. `.repeat(4),
  });
  await world.drain();
  return {
    "strand without sections": "/evidence/no-sections",
    "strand with a long title": "/evidence/long-title",
    "strand with no extra progress": "/evidence/no-extra-progress",
    "strand not rated in months": "/evidence/not-rated",
    "withdrawn strand": "/evidence/withdrawn",
    "strands in every state": "/evidence",
    "compared states":
      "/compare?strand=long-title&strand=not-rated&strand=no-extra-progress&strand=no-sections",
    "session in the past": "/cpd/past",
    "session that is full": "/cpd/full",
    "session with a long title": "/cpd/long",
    "sessions in every state": "/cpd",
    "withdrawn project": "/projects/withdrawn",
    "project with a long title": "/projects/long",
    "reflection of a former teacher": `/reflections/${reflection}`,
    "school with a long name": `/schools/${school.urn}`,
    "search with 200 topics": "/search?q=structured",
    "search with one result": "/search?q=extra",
    "topic with one strand": "/topics/topic-7",
  };
}
