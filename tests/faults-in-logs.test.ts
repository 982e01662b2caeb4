import { setTimeout as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createLog, errorInLog } from "../src/kernel/log.ts";
import { testApi } from "./support/api.ts";
import { goodPassword } from "./support/sign-in.ts";

let logged = "";
const log = createLog("trace", { write: (line: string) => void (logged += line) });
const api = await testApi({ log });
const { em } = api.database;
const email = "ada@school.example";

const ask = (path: string, body: object, cookie = "") =>
  fetch(`${api.url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });

/** The cookie of somebody who has just signed up, confirmed the address and signed in. */
async function signedIn(): Promise<string> {
  await ask("/sign-up/email", { name: "Ada Byron", email, password: goodPassword });
  const mails = () =>
    em
      .fork()
      .execute<{ text: string }[]>("select text from mail_message where recipient = ?", [email]);
  await expect.poll(async () => (await mails()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const token = decodeURIComponent(/token=([^\s&]+)/.exec((await mails())[0]!.text)![1]!);
  await ask("/confirm-address", { token, password: goodPassword });
  const answer = await ask("/sign-in/email", { email, password: goodPassword });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

describe("what a request says that cannot be done", () => {
  test("an id that no database can hold is a fault of the request, and is not logged", async () => {
    const cookie = await signedIn();
    for (const mutation of [
      `membershipRequest(schoolId: $id) { __typename }`,
      `reflectionDelete(id: $id) { __typename }`,
    ]) {
      const query = `mutation ($id: ID!) { ${mutation} }`;
      const { json } = await api.post({ query, variables: { id: "quokka\u0000" } }, { cookie });
      expect(json.errors, mutation).toHaveLength(1);
      expect(json.errors[0].extensions).toEqual({ code: "BAD_USER_INPUT", field: "id" });
      const literal = `mutation { ${mutation.replace("$id", '"quokka\\u0000"')} }`;
      const written = await api.post({ query: literal }, { cookie });
      expect(written.json.errors[0].extensions.code, literal).toMatch(/BAD_USER_INPUT|NOT_FOUND/);
    }
    await turn();
    expect(logged).not.toContain("quokka");
  });

  test("a password is tried nowhere but with the act that needs it", async () => {
    const answer = await ask("/verify-password", { password: goodPassword });
    expect(answer.status).toBe(404);
  });

  test("a name that mail programs would make a link of is refused", async () => {
    for (const name of ["Win money http://evil.example", "Win at EVIL.COM", "evil\u3002com"]) {
      const answer = await ask("/sign-up/email", {
        name,
        email: "b@c.example",
        password: goodPassword,
      });
      expect(answer.status, name).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "INVALID_NAME" });
    }
  });
});

test("of a statement that failed the log keeps neither its words nor its values", async () => {
  const fault = await em
    .fork()
    .execute("select id from person where nowhere = ?", ["wombatsecret"])
    .catch((error: unknown) => error);
  expect(String(fault)).toContain("nowhere");
  const entry = JSON.stringify(errorInLog(fault));
  expect(entry).not.toMatch(/wombatsecret|nowhere/);
  expect(entry).toContain("stack");
  expect(JSON.stringify(errorInLog(new TypeError("a defect of ours")))).toContain("defect of ours");
});
