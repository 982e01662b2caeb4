import { describe, expect } from "vitest";
import { test } from "./support/world.ts";

const add = `mutation ($school: ID!, $domain: String!) { schoolDomainAdd(schoolId: $school, domain: $domain) { domains { id domain addedBy { id } } viewerCan { manage requestMembership inviteRoles } } }`;
const remove = `mutation ($id: ID!) { schoolDomainRemove(id: $id) { domains { domain } } }`;
interface Errors {
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined;
}
const code = ({ errors }: Errors) => errors?.[0]?.extensions["code"];

describe("a domain of a school", () => {
  test("is listed once, as its own kind of school has it, and by nobody else's rules", async ({
    world,
  }) => {
    const school = await world.school();
    const admin = world.as(await world.person(), "ADMINISTRATOR");
    const list = (domain: string, id = school.id) => world.ask(add, { school: id, domain }, admin);
    const { data, errors } = await list(" @Kiln.Stoke.Sch.UK ");
    expect(errors).toBeUndefined();
    expect(data.schoolDomainAdd.domains).toMatchObject([{ domain: "kiln.stoke.sch.uk" }]);
    expect(code(await list("kiln.stoke.sch.uk"))).toBe("CONFLICT");
    const elsewhere = await list("kiln.stoke.sch.uk", (await world.school()).id);
    expect(elsewhere.errors?.[0]?.message).toBe("kiln.stoke.sch.uk is listed for another school.");
    for (const domain of [
      "gmail.com",
      "GoogleMail.com",
      "outlook.com",
      "hotmail.co.uk",
      "btinternet.com",
      "sch.uk",
      "stoke.sch.uk",
      "co.uk",
      "kiln",
      "a b.example",
      "kiln.example/x",
      "someone@kiln.example",
      "127.0.0.1",
      "",
    ]) {
      const refused = await list(domain);
      expect([code(refused), refused.errors?.[0]?.extensions["field"]], domain).toEqual([
        "BAD_USER_INPUT",
        "domain",
      ]);
    }
  });

  test("is a lead's to list if it is that of their own verified address, and to take off", async ({
    world,
  }) => {
    const school = await world.school();
    const lead = await world.person(school);
    await world.account(lead, "head@kiln.example");
    const asLead = world.as(lead, "TEACHER", "SCHOOL_LEAD");
    const teacher = world.as(await world.person(school), "TEACHER");
    const listed = { school: school.id, domain: "kiln.example" };
    expect(code(await world.ask(add, listed))).toBe("UNAUTHENTICATED");
    expect(code(await world.ask(add, listed, teacher))).toBe("FORBIDDEN");
    expect(code(await world.ask(add, { ...listed, domain: "other.example" }, asLead))).toBe(
      "BAD_USER_INPUT",
    );
    const { data } = await world.ask(add, listed, asLead);
    expect(data.schoolDomainAdd).toMatchObject({
      domains: [{ domain: "kiln.example", addedBy: { id: lead.id } }],
      viewerCan: { manage: true, requestMembership: false, inviteRoles: ["TEACHER", "MENTOR"] },
    });
    const [{ id }] = data.schoolDomainAdd.domains;
    const read = `query ($urn: Int!) { school(urn: $urn) { domains { domain } } }`;
    expect((await world.ask(read, { urn: school.urn }, teacher)).data.school.domains).toBeNull();
    expect(code(await world.ask(remove, { id }, teacher))).toBe("NOT_FOUND");
    expect((await world.ask(remove, { id }, asLead)).data.schoolDomainRemove.domains).toEqual([]);
    expect(code(await world.ask(remove, { id }, asLead))).toBe("NOT_FOUND");
  });
});
