import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { vi } from "vitest";
import { MailMessage } from "../../src/kernel/mail-message.entity.ts";
import { testApi } from "../support/api.ts";
import { goodPassword } from "../support/sign-in.ts";
import { openPage } from "./browser.ts";

/** A site of a test file's own, on which people sign up and sign in. Its mail waits in the database. */
export async function accountSite() {
  // Without TLS, so that a browser keeps its cookies here.
  const api = await testApi({ env: { PUBLIC_URL: "http://potbank.test" } });

  const mailsTo = (to: string) =>
    api.database.em
      .fork()
      .createQueryBuilder(MailMessage)
      .where({ recipient: to })
      .orderBy({ id: "asc" })
      .execute();

  /** The path and query of the link in the newest mail of a kind; waits until it is there. */
  async function linkTo(to: string, path: string, after = 0): Promise<string> {
    return vi.waitFor(
      async () => {
        const links = (await mailsTo(to)).flatMap(
          ({ text }) => new RegExp(`${path}\\?\\S+`).exec(text ?? "")?.[0] ?? [],
        );
        const link = links.at(-1);
        if (link === undefined || links.length <= after) throw new Error(`No ${path} in the mail.`);
        return link;
      },
      { timeout: 20_000 },
    );
  }

  const form = (path: string, fields: Record<string, string>, cookie = "") =>
    fetch(api.url + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      headers: { ...(cookie && { cookie }) },
    });

  /** Somebody with a confirmed address, as forms would have made them. */
  async function member(name: string, email: string): Promise<void> {
    await form("/sign-up", { name, email, password: goodPassword });
    const { searchParams } = new URL(await linkTo(email, "/verify"), api.url);
    // Asked of sign-in itself, since the page signs in as well.
    await fetch(`${api.url}/api/auth/confirm-address`, {
      method: "POST",
      body: JSON.stringify({ token: searchParams.get("token"), password: goodPassword }),
      headers: { "content-type": "application/json" },
    });
  }

  /** The cookies of somebody who has just signed in. */
  async function cookiesOf(email: string, password = goodPassword): Promise<string> {
    const answer = await form("/sign-in", { email, password });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
    if (cookies.length === 0) throw new Error(`${email} could not sign in: ${answer.status}`);
    return cookies.join("; ");
  }

  /** A page of somebody's own browser, signed in. */
  async function signedIn(browser: Browser, email: string, options: BrowserContextOptions = {}) {
    const watched = await openPage(browser, options);
    const cookies = (await cookiesOf(email)).split("; ").map((cookie) => {
      const at = cookie.indexOf("=");
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: api.url };
    });
    await watched.page.context().addCookies(cookies);
    return watched;
  }

  return { ...api, mailsTo, linkTo, form, member, cookiesOf, signedIn };
}

/** Fills in fields by their labels. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByRole("main").getByLabel(label, { exact: true }).fill(text);
}

/** Presses a button of the page itself. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("main").getByRole("button", { name, exact: true }).click();

/** Where a page is, without the site. */
export const placeOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
