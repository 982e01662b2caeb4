import { Account } from "../../src/people/account.entity.ts";
import type { PasswordWork } from "../../src/people/sign-in/auth-options.ts";
import { addressHeader, signInPath } from "../../src/people/sign-in/sign-in.ts";
import type { StatementLog } from "../../src/app/database.ts";
import { MailMessage } from "../../src/kernel/mail-message.entity.ts";
import type { Viewer } from "../../src/kernel/viewer.ts";
import { testSignIn } from "./api.ts";
import { testDatabase } from "./database.ts";

/** A password that nobody guesses first. */
export const goodPassword = "a stove, nine herons";

let counter = 0;
/** An address that no test has used. */
export const newEmail = (name = "ada"): string => `${name}-${++counter}@school.example`;

/** What a browser keeps: cookies, with all that was said about each. */
export class Browser {
  readonly cookies = new Map<string, { value: string; attributes: string }>();

  get header(): string {
    return [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
  }

  take(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else
        this.cookies.set(pair.slice(0, at), {
          value: pair.slice(at + 1),
          attributes: attributes.join("; "),
        });
    }
  }
}

/** What was answered. */
export interface Said {
  readonly status: number;
  // oxlint-disable-next-line no-explicit-any -- a test reads whatever it asked for
  readonly json: any;
  readonly headers: Headers;
}

/** Sign-in on a database of this test file's own, asked as the pages ask it. */
export async function signInSite({
  publicUrl = "https://potbank.test",
  passwordWork,
  log,
}: { publicUrl?: string; passwordWork?: PasswordWork; log?: StatementLog } = {}) {
  const database = await testDatabase(log && ((line) => line.includes("[query]") && log(line)));
  const signIn = await testSignIn(database, publicUrl, undefined, {
    ...(passwordWork && { passwordWork }),
  });
  const em = () => database.em.fork();

  /** POST with a body, GET without. Answers when all is done that it led to. */
  async function ask(
    path: string,
    body?: Record<string, unknown>,
    { browser, address = "192.0.2.1" }: { browser?: Browser; address?: string } = {},
  ): Promise<Said> {
    const answer = await signIn.handle(
      new Request(publicUrl + signInPath + path, {
        method: body ? "POST" : "GET",
        headers: {
          origin: new URL(publicUrl).origin,
          accept: "application/json",
          "content-type": "application/json",
          [addressHeader]: address,
          ...(browser && browser.cookies.size > 0 && { cookie: browser.header }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    browser?.take(answer);
    await signIn.settled();
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      json: isJson ? JSON.parse(text) : null,
    };
  }

  /** Messages to an address that wait to be sent, oldest first. */
  const mailsTo = (to: string) =>
    em().createQueryBuilder(MailMessage).where({ recipient: to }).orderBy({ id: "asc" }).execute();

  /** The token in the last message to an address. */
  async function tokenTo(to: string): Promise<string> {
    const last = (await mailsTo(to)).at(-1);
    const token = /[?&]token=([^\s&]+)/.exec(last?.text ?? "")?.[1];
    if (token === undefined) throw new Error(`No link in the last mail: ${last?.text}`);
    return decodeURIComponent(token);
  }

  /** Signs up and confirms the address; answers the address. */
  async function member(email = newEmail(), password = goodPassword): Promise<string> {
    await ask("/sign-up/email", { name: "Ada Byron", email, password });
    await ask("/confirm-address", { token: await tokenTo(email), password });
    return email;
  }

  return {
    database,
    signIn,
    em,
    ask,
    mailsTo,
    tokenTo,
    member,
    /** A browser that has signed in. */
    async signedIn(email: string, password = goodPassword): Promise<Browser> {
      const browser = new Browser();
      const said = await ask("/sign-in/email", { email, password }, { browser });
      if (said.status !== 200) throw new Error(JSON.stringify(said.json));
      return browser;
    },
    viewer: (browser: Browser): Promise<Viewer> =>
      signIn.viewerOf(new Headers({ cookie: browser.header })),
    account: (email: string) =>
      em().createQueryBuilder(Account).where({ email }).execute("get") as Promise<Account>,
  };
}
