import { describe, expect } from "vitest";
import { test } from "./support/world.ts";

const records = [
  { mutation: "summaryWithdraw", state: "state", make: "summary" },
  { mutation: "projectWithdraw", state: "status", make: "project" },
] as const;

describe.each(records)("$mutation", ({ mutation, state, make }) => {
  const act = `mutation ($id: ID!, $reason: String!) {
    ${mutation}(id: $id, reason: $reason) { id ${state} withdrawal { reason } viewerCan { withdraw } } }`;
  const absent = {
    summary: "summary_01jzmqv4t2f3kagk7c3gm2xh9e",
    project: "project_01jzmqv4t2f3kagk7c3gm2xh9e",
  }[make];

  test("leaves a tombstone with the reason, for a publisher and for an administrator", async ({
    world,
  }) => {
    for (const role of ["PUBLISHER", "ADMINISTRATOR"] as const) {
      const { id } = await world[make]();
      const viewer = world.as(await world.person(), role);
      const { data, errors } = await world.ask(act, { id, reason: " Wrong figures. " }, viewer);
      expect(errors, role).toBeUndefined();
      expect(data[mutation]).toEqual({
        id,
        [state]: "WITHDRAWN",
        withdrawal: { reason: "Wrong figures." },
        viewerCan: { withdraw: false },
      });
      await world.drain();
      const found = await world.ask(
        `query ($id: ID!) { node(id: $id) { id } search { totalCount } }`,
        {
          id,
        },
      );
      expect(found.data).toEqual({ node: { id }, search: { totalCount: 0 } });
    }
  });

  test("says what is in the way: signed out, wrong role, absent, done already, no reason", async ({
    world,
  }) => {
    const { id } = await world[make]();
    const as = async (...roles: Parameters<typeof world.as>[1][]) =>
      world.as(await world.person(), ...roles);
    const code = async (viewer: Awaited<ReturnType<typeof as>> | undefined, of = id, why = "x") =>
      (await world.ask(act, { id: of, reason: why }, viewer)).errors?.[0]?.extensions.code;
    const publisher = await as("PUBLISHER");
    expect(await code(undefined)).toBe("UNAUTHENTICATED");
    expect(await code(await as("TEACHER", "REVIEWER", "SCHOOL_LEAD"))).toBe("FORBIDDEN");
    expect(await code(publisher, absent)).toBe("NOT_FOUND");
    expect(await code(publisher, id, "  ")).toBe("BAD_USER_INPUT");
    expect(await code(publisher)).toBeUndefined();
    expect(await code(publisher)).toBe("CONFLICT");
  });
});
