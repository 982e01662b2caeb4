import { describe, expect } from "vitest";
import { ResearchProjectStatus } from "../src/projects/research-project.entity.ts";
import { withdrawProject } from "../src/projects/research-project.service.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

describe("research projects", () => {
  test("show their report as sections, in order, without the parts that are not written", async ({
    world,
  }) => {
    const project = await world.project({ limits: "One class." });
    const { data } = await world.ask(
      `query ($slug: String!) { researchProject(slug: $slug) { url sections { heading html } } }`,
      { slug: project.slug },
    );
    expect(data.researchProject.url).toBe(`https://potbank.test/projects/${project.slug}`);
    expect(
      data.researchProject.sections.map(({ heading }: { heading: string }) => heading),
    ).toEqual(["Context", "Findings", "Limits"]);
  });

  test("a withdrawn one is a tombstone at its address, and gone from lists, relations, counts and search", async ({
    world,
  }) => {
    const summary = await world.summary();
    const project = await world.project({ title: "Zebra spelling", evidence: [summary.slug] });
    const publisher = world.as(await world.person(), "PUBLISHER");
    await withdrawProject(world.fresh, publisher, project.id, "The numbers were wrong.");
    const { data, errors } = await world.ask(
      `query ($slug: String!, $summary: String!) {
        researchProject(slug: $slug) { status question sections { heading } lead { name } evidence { nodes { id } } withdrawal { reason } }
        researchProjects { totalCount }
        evidenceSummary(slug: $summary) { researchProjects { totalCount nodes { id } } }
        search(query: "zebra") { totalCount } }`,
      { slug: project.slug, summary: summary.slug },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      researchProject: {
        status: "WITHDRAWN",
        question: "",
        sections: [],
        lead: null,
        evidence: { nodes: [] },
        withdrawal: { reason: "The numbers were wrong." },
      },
      researchProjects: { totalCount: 0 },
      evidenceSummary: { researchProjects: { totalCount: 0, nodes: [] } },
      search: { totalCount: 0 },
    });
    await expect(
      withdrawProject(world.fresh, publisher, project.id, "again"),
    ).rejects.toMatchObject({ extensions: { code: "CONFLICT" } });
  });

  test("filter by status, school and topic", async ({ world }) => {
    const school = await world.school();
    const topic = await world.term(TermScheme.TOPIC);
    await world.project({ slug: "a", schoolId: school.id, terms: { TOPIC: [topic.slug] } });
    await world.project({ slug: "b", status: ResearchProjectStatus.RUNNING });
    const list = async (filter: object) =>
      (
        await world.ask(
          `query ($filter: ResearchProjectFilter) { researchProjects(filter: $filter) { nodes { slug } } }`,
          { filter },
        )
      ).data.researchProjects.nodes;
    expect(await list({ schoolUrn: school.urn })).toEqual([{ slug: "a" }]);
    expect(await list({ status: "RUNNING" })).toEqual([{ slug: "b" }]);
    expect(await list({ topics: [topic.slug] })).toEqual([{ slug: "a" }]);
  });
});
