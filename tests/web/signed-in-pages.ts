import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { vi } from "vitest";
import { served } from "../support/served.ts";
import { signInto } from "../support/signed-in.ts";
import type { Reader } from "./sweep.ts";

/** No shorter than anybody's, and without a place to break it. */
const longName = `Sian ${"Prossick".repeat(9)} (example)`;

type Asking = Awaited<ReturnType<typeof signInto>>["ask"];

async function write(ask: Asking, title: string, text: string): Promise<string> {
  const { evidenceSummaries } = await ask(`{ evidenceSummaries(first: 1) { nodes { id } } }`);
  const { made } = await ask(
    `mutation ($input: ReflectionCreateInput!) { made: reflectionCreate(input: $input) { id } }`,
    {
      input: {
        about: evidenceSummaries.nodes[0].id,
        title,
        context: "Year 4, a Tuesday.",
        tried: text,
        happened: "They asked better questions.",
      },
    },
  );
  return made.id as string;
}

const submit = (ask: Asking, id: string) =>
  ask(
    `mutation ($input: ReflectionShareInput!) { reflectionSubmit(input: $input) { __typename } }`,
    { input: { id, revision: 1, confirmedMarks: [] } },
  );

/** The path of the link in the mail to somebody who is invited. */
const invitationTo = (email: string, dataFolder: string): Promise<string> =>
  vi.waitFor(
    async () => {
      const mails = join(dataFolder, "mail");
      for (const name of await readdir(mails)) {
        const { to, text = "" } = await simpleParser(await readFile(join(mails, name)));
        const path = /\/invitations\/\S+/.exec(text)?.[0];
        if (path && [to].flat().some((each) => each?.text === email)) return path;
      }
      throw new Error(`No invitation to ${email}.`);
    },
    { timeout: 30_000, interval: 200 },
  );

/**
 * Each kind of page that is somebody's own, by who reads it, on a running demonstration in which something was done first:
 * a draft with names in it, a reflection that waits and one that came back, a request to join, invitations, a long name.
 */
async function readersOf(
  site: string,
  dataFolder: string,
): Promise<Readonly<Record<string, Reader>>> {
  const [teacher, mentor, lead, publisher, administrator] = await Promise.all(
    ["teacher", "mentor", "lead", "publisher", "administrator"].map((each) => signInto(site, each)),
  );
  const marked = await write(
    teacher!.ask,
    "Who digs finds",
    "Amelia dug with Mr Khan. amelia@school.example",
  );
  const waiting = await write(teacher!.ask, "Waiting for a look", "We read aloud in pairs.");
  const returned = await write(teacher!.ask, "Not quite yet", "We wrote it all down.");
  await submit(teacher!.ask, waiting);
  await submit(teacher!.ask, returned);
  await publisher!.ask(
    `mutation ($input: ReflectionReturnInput!) { reflectionReturn(input: $input) { __typename } }`,
    { input: { id: returned, revision: 1, note: "Say how many pupils there were.\n\nThank you." } },
  );
  await mentor!.ask(`mutation ($name: String!) { personUpdate(input: { name: $name }) { id } }`, {
    name: longName,
  });
  const { viewer } = await teacher!.ask(`{ viewer { person { id school { id urn } } } }`);
  const { id: person, school } = viewer.person;
  await mentor!.ask(`mutation ($id: ID!) { membershipRequest(schoolId: $id) { __typename } }`, {
    id: school.id,
  });
  for (const email of ["nia@school.example", `${"n".repeat(60)}@school.example`])
    await lead!.ask(
      `mutation ($email: String!) { invitationCreate(input: { email: $email }) { __typename } }`,
      { email },
    );
  const invitation = await invitationTo("nia@school.example", dataFolder);
  return {
    stranger: {
      cookies: [],
      pages: {
        "sign in with accounts to try": "/sign-in?next=/account&error=expired",
        "sign in after signing out": "/sign-in?saved=signed-out",
        "recovery code": "/sign-in/second-factor?with=recovery-code",
        "sign in by link": "/sign-in/link",
        "confirmation sent again": "/verify?sent=resent",
        "confirm by a link": "/verify?token=x",
        "new password": "/reset-password?token=x",
        "account deleted": "/account/deleted",
        invitation,
        "page of members": "/people",
      },
    },
    teacher: {
      cookies: teacher!.cookies,
      pages: {
        profile: "/account?saved=profile",
        "signing in": "/account/security",
        "own data": "/account/privacy",
        "my school": "/my-school",
        "choose a school": "/schools/choose?q=academy",
        "no school to choose": "/schools/choose?q=zzqxv",
        "chosen school": "/schools/choose?school=900003",
        "my reflections": "/my-reflections",
        "write a reflection": "/reflections/new",
        "what to write about": "/reflections/new?q=feedback",
        "write about a strand": "/reflections/new?evidence=feedback",
        "edit a reflection": `/reflections/${marked}/edit`,
        "edit what came back": `/reflections/${returned}/edit`,
        "share a reflection": `/reflections/${marked}/share`,
        "own private reflection": `/reflections/${marked}`,
        "own reflection that waits": `/reflections/${waiting}`,
        "people are not for teachers": "/people",
      },
    },
    mentor: {
      cookies: mentor!.cookies,
      pages: {
        "long profile": "/account",
        "my school while another decides": "/my-school",
        "no reflections of one's own": "/my-reflections",
        "somebody else's invitation": invitation,
      },
    },
    lead: {
      cookies: lead!.cookies,
      pages: {
        "lead's school": "/my-school",
        "lead's invitations": "/people/invitations",
      },
    },
    publisher: {
      cookies: publisher!.cookies,
      pages: { moderation: "/moderation" },
    },
    administrator: {
      cookies: administrator!.cookies,
      pages: {
        people: "/people",
        "nobody found": "/people?q=zzqxv&role=king",
        person: `/people/${person}`,
        invitations: "/people/invitations",
        audit: "/audit",
        "audit of one person": `/audit?person=${person}`,
        "nothing in the audit": "/audit?from=1999-01-01&to=1999-01-02",
      },
    },
  };
}

/** A demonstration of its own with its accounts, on the embedded database, and who reads which pages there. */
export async function servedReaders() {
  const folder = await mkdtemp(join(tmpdir(), "potbank-readers-"));
  const site = await served({ env: { NODE_ENV: "development", POTBANK_DATA: folder } });
  return {
    url: site.url,
    readers: await readersOf(site.url, folder),
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
