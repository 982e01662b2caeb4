import { describe, expect } from "vitest";
import { EvidenceSummary } from "../src/evidence/evidence-summary.entity.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

const schemes = {
  TOPIC: "topics",
  SUBJECT: "subjects",
  PHASE: "phases",
  KEY_STAGE: "keyStages",
  PUPIL_GROUP: "pupilGroups",
} as const;
const lists = {
  evidenceSummaries: "EvidenceSummaryFilter",
  cpdSessions: "CpdSessionFilter",
  selfStudyItems: "SelfStudyItemFilter",
  researchProjects: "ResearchProjectFilter",
  reflections: "ReflectionFilter",
} as const;

describe("a term looked up by its scheme and slug", () => {
  const look = `query ($scheme: TermScheme!, $slug: String!) { term(scheme: $scheme, slug: $slug) { id slug label aliases group } }`;

  test("is that scheme's term, in one statement", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC, "reading", { aliases: ["comprehension"] });
    await world.term(TermScheme.SUBJECT, "reading");
    const { data, statements } = await world.ask(look, { scheme: "TOPIC", slug: "reading" });
    expect(data.term).toEqual({
      id: topic.id,
      slug: "reading",
      label: "reading",
      aliases: ["comprehension"],
      group: null,
    });
    expect(statements).toHaveLength(1);
  });

  test("is null where the scheme has none, whatever is asked for", async ({ world }) => {
    await world.term(TermScheme.SUBJECT, "reading");
    for (const slug of ["reading", "no-such-term", "Reading", "a b", "\u0000", ""]) {
      const { data, errors } = await world.ask(look, { scheme: "TOPIC", slug });
      expect(errors, slug).toBeUndefined();
      expect(data.term, slug).toBeNull();
    }
  });
});

describe("every list is narrowed by every vocabulary", () => {
  test("to what is described by any of the terms, in one statement and one for the total", async ({
    world,
  }) => {
    for (const [scheme, field] of Object.entries(schemes)) {
      const [one, other] = [
        await world.term(scheme as TermScheme),
        await world.term(scheme as TermScheme),
      ];
      for (const { slug, ...term } of [one, other]) {
        const terms = { [scheme]: [slug] };
        const summary = await world.summary({ terms });
        const session = await world.session({ terms });
        await world.selfStudy({ terms: [{ slug, ...term } as never] });
        await world.project({ terms });
        await world.reflection({ summaryId: summary.id });
        await world.reflection({ sessionId: session.id });
      }
      for (const [list, type] of Object.entries(lists)) {
        const page = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount nodes { id } } }`;
        const ask = (slugs: string[]) => world.ask(page, { filter: { [field]: slugs } });
        const each = list === "reflections" ? 2 : 1;
        const narrowed = await ask([one.slug, "no-such-term"]);
        expect(narrowed.errors, `${list} ${field}`).toBeUndefined();
        expect(narrowed.data[list].totalCount, `${list} ${field}`).toBe(each);
        expect(narrowed.data[list].nodes, `${list} ${field}`).toHaveLength(each);
        expect(narrowed.statements, `${list} ${field}`).toHaveLength(2);
        expect((await ask([one.slug, other.slug])).data[list].totalCount).toBe(2 * each);
        expect((await ask(["no-such-term"])).data[list].totalCount).toBe(0);
      }
    }
  });

  test("a reflection about a withdrawn summary is described by nothing", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC);
    const summary = await world.summary({ terms: { TOPIC: [topic.slug] } });
    await world.reflection({ summaryId: summary.id });
    const count = async () => {
      const { data } = await world.ask(
        `query ($topics: [String!]) { reflections(filter: { topics: $topics }) { totalCount } }`,
        { topics: [topic.slug] },
      );
      return data.reflections.totalCount as number;
    };
    expect(await count()).toBe(1);
    const em = world.fresh;
    (await em.findOneOrFail(EvidenceSummary, summary.id)).withdraw("A mistake.", new Date());
    await em.flush();
    expect(await count()).toBe(0);
  });
});
