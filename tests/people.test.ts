import { describe, expect } from "vitest";
import { test } from "./support/world.ts";

describe("schools", () => {
  test("are found by words of the name, and paged by name", async ({ world }) => {
    await world.school("Bottle Kiln Primary");
    await world.school("Bottle Oven Academy");
    await world.school("100% Academy");
    const find = async (query: string) =>
      (
        await world.ask(
          `query ($query: String) { schools(query: $query) { totalCount nodes { name } } }`,
          { query },
        )
      ).data.schools.nodes.map(({ name }: { name: string }) => name);
    expect(await find("bottle")).toEqual(["Bottle Kiln Primary", "Bottle Oven Academy"]);
    expect(await find("kiln bottle")).toEqual(["Bottle Kiln Primary"]);
    expect(await find("100% a")).toEqual(["100% Academy"]);
  });

  test("show their own public work", async ({ world }) => {
    const school = await world.school();
    const project = await world.project({ schoolId: school.id });
    const reflection = await world.reflection({ schoolId: school.id });
    const { data } = await world.ask(
      `query ($urn: Int!) { school(urn: $urn) { phase { slug } researchProjects { nodes { id } } reflections { totalCount nodes { id } } } none: school(urn: 1) { id } }`,
      { urn: school.urn },
    );
    expect(data).toEqual({
      school: {
        phase: null,
        researchProjects: { nodes: [{ id: project.id }] },
        reflections: { totalCount: 1, nodes: [{ id: reflection }] },
      },
      none: null,
    });
  });
});
