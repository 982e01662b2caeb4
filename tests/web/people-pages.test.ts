import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Account } from "../../src/people/account.entity.ts";
import { Person } from "../../src/people/person.entity.ts";
import type { School } from "../../src/people/school.entity.ts";
import { newEmail } from "../support/sign-in.ts";
import { accountSite } from "./account-site.ts";
import { noBrowser, startBrowser } from "./browser.ts";

let site: Awaited<ReturnType<typeof accountSite>>;
let school: School;
let other: School;
const addresses = {
  administrator: newEmail("fiona"),
  lead: newEmail("tom"),
  teacher: newEmail("ada"),
  invited: newEmail("grace"),
};
type Who = keyof typeof addresses;
const cookies = {} as Record<Who, string>;

const personOf = async (who: Who): Promise<Person> => {
  const em = site.database.em.fork();
  const { id } = await em.findOneOrFail(Account, { email: addresses[who] });
  return em.findOneOrFail(Person, { id });
};

/** A page as somebody reads it, without a script. */
const read = async (path: string, who?: Who) => {
  const response = await fetch(site.url + path, {
    redirect: "manual",
    headers: { accept: "text/html", ...(who && { cookie: cookies[who] }) },
  });
  const html = (await response.text()).replaceAll("<!-- -->", "");
  return { status: response.status, location: response.headers.get("location"), html };
};

/** A form as somebody sends it, without a script. */
const send = async (path: string, who: Who, fields: Record<string, string | Blob>) => {
  const files = Object.values(fields).some((value) => typeof value !== "string");
  const body = files ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) body.append(name, value as string);
  const response = await fetch(site.url + path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { accept: "text/html", cookie: cookies[who] },
  });
  const html = (await response.text()).replaceAll("<!-- -->", "");
  return { status: response.status, location: response.headers.get("location"), html };
};

/** What the forms of a kind on a page are about, by their ids. */
const idsOf = (html: string, intent: string): string[] =>
  [
    ...html.matchAll(
      new RegExp(`value="${intent}"/><input type="hidden" name="of" value="([^"]+)"`, "g"),
    ),
  ].map(([, id]) => id!);

const join = (who: Who, to: School) =>
  send(`/schools/choose?school=${to.urn}`, who, { intent: "join", of: to.id });

beforeAll(async () => {
  site = await accountSite();
  for (const [who, email] of Object.entries(addresses)) {
    await site.member(who, email);
    // Nobody can call themselves so; a record may.
    const name = `${who} <b>&</b> ${"x".repeat(60)}`;
    await site.database.em.fork().nativeUpdate(Person, { name: who }, { name });
    cookies[who as Who] = await site.cookiesOf(email);
  }
  await site.world.grant(await personOf("administrator"), "ADMINISTRATOR");
  school = await site.world.school("Bottle Kiln Primary School");
  other = await site.world.school("Bottle Kiln Primary School");
}, 120_000);

describe("pages of schools and people, without a script", () => {
  test.each(["/my-school", "/schools/choose", "/people", "/people/invitations"])(
    "%s sends who is signed out to sign in, and back",
    async (path) => {
      const { status, location } = await read(path);
      expect(status).toBe(302);
      expect(location).toBe(`/sign-in?${new URLSearchParams({ next: path }).toString()}`);
    },
  );

  test("people and invitations are refused to a teacher", async () => {
    const { id } = await personOf("teacher");
    for (const path of ["/people", `/people/${id}`, "/people/invitations"])
      expect((await read(path, "teacher")).status, path).toBe(403);
  });

  test("a teacher without a school finds two of one name, asks one, and can ask no other meanwhile", async () => {
    expect((await read("/my-school", "lead")).html).toContain("Choose your school");
    const found = (await read("/schools/choose?q=bottle+kiln", "lead")).html;
    for (const { urn } of [school, other]) {
      expect(found).toContain(`href="/schools/choose?school=${urn}"`);
      expect(found).toContain(`URN ${urn}`);
    }
    expect((await read(`/schools/choose?school=${school.urn}`, "lead")).html).toContain(
      "Ask to join this school",
    );
    expect((await join("lead", school)).location).toBe("/my-school?saved=asked");
    const waiting = await read("/my-school?saved=asked", "lead");
    expect(waiting.html).toContain("The school has been asked.");
    expect(waiting.html).toContain("Take the request back");
    const second = await join("lead", other);
    expect(second.status).toBe(409);
    expect(second.html).toContain("which has not decided yet");
    expect((await read("/schools/choose?school=1", "lead")).status).toBe(404);
  });

  test("a decision that comes second says who made the first, and when", async () => {
    const [request] = idsOf((await read("/my-school", "lead")).html, "cancel");
    const approve = () => send("/my-school", "administrator", { intent: "approve", of: request! });
    expect((await approve()).location).toBe("/my-school?saved=approved");
    const again = await approve();
    expect(again.status).toBe(409);
    expect(again.html).toMatch(/role="alert".*This request was approved by administrator/s);
    const late = await send("/my-school", "lead", { intent: "cancel", of: request! });
    expect(late.status).toBe(409);
  });

  test("an administrator gives a role and takes it back; the last administrator stays one", async () => {
    const lead = await personOf("lead");
    const page = `/people/${lead.id}`;
    const give = () => send(page, "administrator", { intent: "give-role", of: "SCHOOL_LEAD" });
    expect((await give()).location).toBe(`${page}?saved=given`);
    expect((await give()).status).toBe(409);
    const { html } = await read(page, "administrator");
    expect(html).toContain("School lead of Bottle Kiln Primary School");
    expect(html).toContain(`/audit?person=${lead.id}`);
    expect(html).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
    const self = await personOf("administrator");
    const last = await send(`/people/${self.id}`, "administrator", {
      intent: "take-role",
      of: "ADMINISTRATOR",
    });
    expect(last.status).toBe(409);
    expect(last.html).toMatch(/role="alert".*last administrator/s);
    const odd = await send(page, "administrator", { intent: "give-role", of: "KING" });
    expect(odd.status).toBe(400);
  });

  test("a lead sees who asks, declines, and lists no domain but that of their own address", async () => {
    await join("teacher", school);
    const desk = (await read("/my-school", "lead")).html;
    const [request] = idsOf(desk, "approve");
    expect((await send("/my-school", "teacher", { intent: "approve", of: request! })).status).toBe(
      403,
    );
    const declined = await send("/my-school", "lead", { intent: "decline", of: request! });
    expect(declined.location).toBe("/my-school?saved=declined");
    expect((await read("/my-school", "teacher")).html).toContain(
      "did not confirm that you work there",
    );
    const domain = (typed: string) =>
      send("/my-school", "lead", { intent: "add-domain", school: school.id, domain: typed });
    const refused = await domain("elsewhere.example");
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('id="add-domain-domain-error"');
    expect(refused.html).toContain('value="elsewhere.example"');
    expect((await domain("@school.example")).location).toBe("/my-school?saved=domain-added");
    expect((await join("teacher", school)).location).toBe("/my-school?saved=joined");
  });

  test("people are found by name, role and school in the address; what means nothing is named", async () => {
    const found = await read(
      `/people?q=LEAD&role=school-lead&school=${school.urn}`,
      "administrator",
    );
    expect(found.html).toContain("1 person, by name");
    expect(found.html).toContain(addresses.lead);
    const odd = await read("/people?role=king", "administrator");
    expect(odd.html).toContain("role=king");
    expect((await read(`/people?q=${"a".repeat(900)}`, "administrator")).status).toBe(400);
    expect((await read("/people?q=zzqxv", "administrator")).html).toContain("Nobody fits");
  });
});

describe("invitations, without a script", () => {
  const page = "/people/invitations";
  const tokenOf = async (email: string): Promise<string> => {
    const texts = (await site.mailsTo(email)).map(({ text }) => text ?? "");
    return /\/invitations\/\S+/.exec(texts.findLast((text) => text.includes("/invitations/"))!)![0];
  };

  test("one is sent, says for whom it is, is accepted once, and takes one to the school", async () => {
    const bad = await send(page, "lead", { intent: "invite", email: "grace@", role: "TEACHER" });
    expect(bad.status).toBe(400);
    expect(bad.html).toContain('value="grace@"');
    const fields = { intent: "invite", email: addresses.invited, role: "TEACHER" };
    expect((await send(page, "lead", fields)).location).toBe(`${page}?saved=sent`);
    expect((await send(page, "lead", fields)).status).toBe(409);
    const link = await tokenOf(addresses.invited);
    expect((await read(link)).html).toContain("/sign-up?next=");
    expect((await read(link, "teacher")).html).toContain(
      `This invitation is for ${addresses.invited}`,
    );
    expect((await send(link, "teacher", {})).status).toBe(403);
    expect((await send(link, "invited", {})).location).toBe("/my-school?saved=accepted");
    expect((await read("/my-school", "invited")).html).toContain(school.name);
    expect((await read(link)).html).toContain("has been accepted");
    expect((await send(link, "invited", {})).status).toBe(409);
    expect((await read("/invitations/nonsense")).status).toBe(404);
  });

  test("a list is checked line by line before anything is sent, and can be undone", async () => {
    const csv = "email,name\nnia@school.example,Nia\nnobody@,Nobody\n";
    const before = (await read(page, "lead")).html;
    const checked = await send(page, "lead", {
      intent: "check",
      file: new File([csv], "people.csv", { type: "text/csv" }),
      csv: "",
    });
    expect(checked.html).toContain("1 person would be invited");
    expect(checked.html).toMatch(/<th[^>]*>3<\/th>/);
    expect(idsOf((await read(page, "lead")).html, "revoke")).toEqual(idsOf(before, "revoke"));
    const sent = await send(page, "lead", { intent: "send", csv });
    expect(sent.location).toMatch(/\?batch=batch_\w+&saved=batch$/);
    const batch = new URL(sent.location!, site.url).searchParams.get("batch")!;
    const list = (await read(`${page}?batch=${batch}`, "lead")).html;
    expect(idsOf(list, "undo")).toEqual([batch]);
    const undo = () => send(page, "lead", { intent: "undo", of: batch });
    expect((await undo()).location).toContain("saved=undone");
    expect((await undo()).status).toBe(409);
    expect((await read(await tokenOf("nia@school.example"))).html).toContain("was taken back");
  });

  test("a file that is too large, and none at all, are refused beside the field; what was pasted is kept", async () => {
    const large = await send(page, "lead", {
      intent: "check",
      file: new File(["a".repeat(100_001)], "people.csv"),
      csv: "email",
    });
    expect(large.status).toBe(400);
    expect(large.html).toContain("at most 100 kB are read");
    expect(large.html).toContain(">email</textarea>");
    const none = await send(page, "lead", { intent: "check", csv: " " });
    expect(none.html).toContain("Choose a file, or paste the lines below");
  });
});

describe.skipIf(noBrowser)("pages of schools and people, in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test("an act says by keyboard what comes of it, is done, and says so where the focus is", async () => {
    const { page } = await site.signedIn(browser, addresses.lead);
    await page.goto(`${site.url}/my-school`);
    const row = page
      .getByRole("list", { name: "People at the school" })
      .getByRole("listitem")
      .filter({ hasText: "teacher" });
    await row.locator("summary").filter({ hasText: "Make a lead" }).focus();
    await page.keyboard.press("Enter");
    await row.getByText("will decide on requests").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/my-school?saved=lead-made");
    await expect
      .poll(() => page.evaluate<string>("document.activeElement.textContent"))
      .toBe("They are a lead of the school now.");
    await page.context().close();
  });
});
