import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TermScheme } from "../../src/terms/term.entity.ts";
import { Authenticator } from "../support/authenticator.ts";
import { goodPassword, newEmail } from "../support/sign-in.ts";
import { accountSite, fill, placeOf, press } from "./account-site.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";
import { looks } from "./sweep.ts";

describe.skipIf(noBrowser)("signing in and one's account, in a browser", () => {
  let site: Awaited<ReturnType<typeof accountSite>>;
  let browser: Browser;
  const email = newEmail();
  beforeAll(async () => {
    [site, browser] = await Promise.all([accountSite(), startBrowser()]);
    await site.member("Ada Byron", email);
  }, 60_000);
  afterAll(() => browser?.close());

  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>("document.activeElement.id || document.activeElement.textContent");

  test.each([true, false])(
    "one signs up, confirms, signs in, reads one's name in the header and signs out, with JavaScript: %s",
    async (javaScriptEnabled) => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      const address = newEmail("grace");
      await page.goto(`${site.url}/sign-up?next=/account`);
      await fill(page, { "Your name": "Grace Hopper", "E-mail address": "grace@" });
      await press(page, "Make the account");
      await page.getByRole("group", { name: /another look/ }).waitFor();
      expect(await page.getByLabel("Your name").inputValue()).toBe("Grace Hopper");
      expect(await page.getByLabel("E-mail address").inputValue()).toBe("grace@");
      await fill(page, { "E-mail address": address, Password: goodPassword });
      await press(page, "Make the account");
      await page.waitForURL("**/verify?sent=yes");
      await page.goto(site.url + (await site.linkTo(address, "/verify")));
      await fill(page, { Password: "not what I chose" });
      await press(page, "Confirm the address");
      await page.getByRole("group", { name: /another look/ }).waitFor();
      await fill(page, { Password: goodPassword });
      await press(page, "Confirm the address");
      await page.waitForURL("**/account?saved=confirmed");
      expect(await page.getByRole("status").allTextContents()).toContain(
        "Your e-mail address is confirmed, and you are signed in.",
      );
      const banner = page.getByRole("banner");
      await banner.getByText("Grace Hopper").first().waitFor();
      await page.context().clearCookies();
      await page.goto(`${site.url}/sign-in?next=/account`);
      await fill(page, { "E-mail address": address, Password: goodPassword });
      await press(page, "Sign in");
      await page.waitForURL(`${site.url}/account`);
      await banner.getByText("Grace Hopper").first().waitFor();
      await banner.locator("summary").click();
      await banner.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL("**/sign-in?saved=signed-out");
      expect(await banner.getByRole("link", { name: "Sign in" }).isVisible()).toBe(true);
      expect(await banner.getByText("Grace Hopper").count()).toBe(0);
      expect(complaints.filter((each) => !each.startsWith("Failed to load resource"))).toEqual([]);
      await page.context().close();
    },
  );

  test("whose address somebody else has signed up with chooses a password, and the first counts for nothing", async () => {
    const { page } = await openPage(browser);
    const address = newEmail("victim");
    const thiefs = "the thief's own words";
    await site.form("/sign-up", { name: "Mallory", email: address, password: thiefs });
    await page.goto(site.url + (await site.linkTo(address, "/verify")));
    expect(await page.locator("input[autocomplete=username]").inputValue()).toBe(address);
    const given = page.locator("#password");
    expect(await given.getAttribute("autocomplete")).toBe("current-password");
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "Choose a new password");
    await page.waitForURL("**/reset-password?token=*");
    await fill(page, { "New password": goodPassword });
    await press(page, "Set the password");
    await page.waitForURL("**/sign-in?saved=password");
    expect(await site.cookiesOf(address)).toContain("session_token");
    await expect(site.cookiesOf(address, thiefs)).rejects.toThrow("could not sign in");
    await page.context().close();
  });

  test("after a fault the summary has the focus, and leads to the fields by keyboard", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/sign-up`);
    await page.getByLabel("Your name").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: "A few things need another look" }).waitFor();
    await expect.poll(() => focused(page)).toContain("A few things need another look");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("email");
    const field = page.getByLabel("E-mail address");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const described = (await field.getAttribute("aria-describedby"))!.split(" ");
    expect(await page.locator(`#${described.at(-1)!}`).textContent()).toContain(
      "Write your e-mail address",
    );
    await page.context().close();
  });

  test("a password can be shown while it is typed, and is hidden again when it is sent", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/sign-in`);
    const type = () => page.locator("#password").getAttribute("type");
    await fill(page, { "E-mail address": email, Password: "wrong" });
    await page.getByRole("button", { name: "Show password" }).click();
    expect(await type()).toBe("text");
    await press(page, "Sign in");
    await page.getByRole("group", { name: /another look/ }).waitFor();
    expect(await type()).toBe("password");
    await page.context().close();
  });

  test("password managers and phones are told what each field is for", async () => {
    const { page } = await site.signedIn(browser, email);
    const stranger = (await openPage(browser)).page;
    const cases: readonly (readonly [Page, string, string, string])[] = [
      [stranger, "/sign-in", "email", "username"],
      [stranger, "/sign-in", "password", "current-password"],
      [stranger, "/sign-up", "name", "name"],
      [stranger, "/sign-up", "email", "username"],
      [stranger, "/sign-up", "password", "new-password"],
      [stranger, "/reset-password?token=x", "newPassword", "new-password"],
      [stranger, "/sign-in/second-factor", "code", "one-time-code"],
      [page, "/account/security", "password-currentPassword", "current-password"],
      [page, "/account/security", "password-newPassword", "new-password"],
    ];
    for (const [who, path, id, autocomplete] of cases) {
      await who.goto(site.url + path);
      expect(await who.locator(`#${id}`).getAttribute("autocomplete"), path).toBe(autocomplete);
    }
    await page.context().close();
    await stranger.context().close();
  });

  test("the menu opens and closes by keyboard, by pressing elsewhere, and when one goes on", async () => {
    const { page } = await site.signedIn(browser, email);
    await page.goto(`${site.url}/about`);
    const menu = page.getByRole("banner").locator("details");
    const isOpen = () => page.evaluate<boolean>("document.querySelector('header details').open");
    await menu.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await isOpen()).toBe(false);
    expect(await focused(page)).toContain("Ada Byron");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1 }).click();
    expect(await isOpen()).toBe(false);
    await menu.locator("summary").click();
    await menu.getByRole("link", { name: "Account" }).click();
    await page.waitForURL("**/account");
    await expect.poll(isOpen).toBe(false);
    await page.context().close();
  });

  test("a new name is saved, said, and in the header at once; nothing typed is lost on a fault", async () => {
    const address = newEmail("name");
    await site.member("Old Name", address);
    await site.world.term(TermScheme.PHASE, "secondary", { label: "Secondary" });
    await site.world.term(TermScheme.TOPIC, "phonics", { label: "Phonics" });
    const { page } = await site.signedIn(browser, address);
    await page.goto(`${site.url}/account`);
    await fill(page, { "Your name": "12345" });
    await page.getByLabel("Secondary").check();
    await page.getByLabel("Phonics").check();
    await page.getByLabel("Where you are in your career").selectOption("ECT_YEAR_2");
    await press(page, "Save the profile");
    await page.getByRole("group", { name: /another look/ }).waitFor();
    expect(await page.getByLabel("Phonics").isChecked()).toBe(true);
    await fill(page, { "Your name": "New Name" });
    await press(page, "Save the profile");
    await page.waitForURL("**/account?saved=profile");
    await page.getByText("Your profile is saved.").waitFor();
    await page.getByRole("banner").getByText("New Name").first().waitFor();
    await page.reload();
    expect(await page.getByLabel("Secondary").isChecked()).toBe(true);
    expect(await page.getByLabel("Where you are in your career").inputValue()).toBe("ECT_YEAR_2");
    await page.context().close();
  });

  test.each([true, false])(
    "the second step is set up, asked for, and switched off, with JavaScript: %s",
    async (javaScriptEnabled) => {
      const address = newEmail("step");
      await site.member("Step Two", address);
      const { page } = await site.signedIn(browser, address, { javaScriptEnabled });
      await page.goto(`${site.url}/account/security`);
      await fill(page, { "Your password": goodPassword });
      await press(page, "Set up the second step");
      const picture = page.getByRole("img", { name: /QR code/ });
      await picture.waitFor();
      const app = new Authenticator(
        await page.locator('input[name="uri"]').getAttribute("value").then(String),
      );
      const codes = await page.getByRole("list", { name: "Recovery codes" }).allInnerTexts();
      const recovery = codes[0]!.split("\n").map((code) => code.trim());
      expect(recovery.filter(Boolean)).toHaveLength(10);
      await fill(page, { Code: app.wrong() });
      await press(page, "Switch the second step on");
      await page.getByText("That code is not right").first().waitFor();
      // What is shown once is still shown.
      expect(await picture.isVisible()).toBe(true);
      expect(await page.getByText(recovery[0]!).isVisible()).toBe(true);
      await fill(page, { Code: app.code() });
      await press(page, "Switch the second step on");
      await page.waitForURL("**/account/security?saved=factor-on");
      await expect.poll(() => page.getByText(recovery[0]!).count()).toBe(0);

      const signIn = async () => {
        await page.context().clearCookies();
        await page.goto(`${site.url}/sign-in?next=/account/security`);
        await fill(page, { "E-mail address": address, Password: goodPassword });
        await press(page, "Sign in");
        await page.waitForURL("**/sign-in/second-factor?*");
      };
      await signIn();
      expect((await page.request.get(`${site.url}/account`, { maxRedirects: 0 })).status()).toBe(
        302,
      );
      await fill(page, { Code: app.wrong() });
      await press(page, "Go on");
      await page.getByText("That code is not right").first().waitFor();
      await fill(page, { Code: app.code() });
      await press(page, "Go on");
      await page.waitForURL("**/account/security");
      await signIn();
      await page.getByRole("link", { name: "Use a recovery code" }).click();
      await fill(page, { "Recovery code": recovery[0]! });
      await press(page, "Go on");
      await page.waitForURL("**/account/security");
      await page.getByText("Switch it off …").click();
      await page.getByRole("main").getByLabel("Your password").last().fill(goodPassword);
      await press(page, "Switch the second step off");
      await page.waitForURL("**/account/security?saved=factor-off");
      await page.context().close();
    },
  );

  test("devices are listed, one is signed out by another, and all at once", async () => {
    const address = newEmail("devices");
    await site.member("De Vices", address);
    const here = (await site.signedIn(browser, address)).page;
    const there = (await site.signedIn(browser, address)).page;
    await here.goto(`${site.url}/account/security`);
    await here.getByRole("button", { name: /^Sign out on / }).click();
    await here.waitForURL("**/account/security?saved=session");
    await there.goto(`${site.url}/account`);
    expect(placeOf(there)).toBe("/sign-in?next=%2Faccount");
    expect(await here.getByRole("button", { name: /^Sign out on / }).count()).toBe(0);
    await here.getByText("Sign out everywhere …").click();
    await press(here, "Sign out everywhere");
    await here.waitForURL("**/sign-in?saved=signed-out-everywhere");
    await here.goto(`${site.url}/account`);
    expect(placeOf(here)).toBe("/sign-in?next=%2Faccount");
    await here.context().close();
    await there.context().close();
  });

  test.each(looks)(
    "faults, the open menu and the second step stand up to axe and to the side, at $width px in the $colorScheme",
    async ({ width, colorScheme }) => {
      const faults: string[] = [];
      const look = { viewport: { width, height: 844 }, colorScheme };
      const check = async (page: Page, path: string): Promise<void> => {
        for (const fault of await accessibilityFaults(page)) faults.push(`${path}: ${fault}`);
        const over = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        if (over > 0) faults.push(`${path}: ${over} px over the side`);
      };
      const stranger = (await openPage(browser, look)).page;
      await stranger.goto(`${site.url}/sign-up`);
      await press(stranger, "Make the account");
      await stranger.getByRole("group", { name: /another look/ }).waitFor();
      await check(stranger, "sign-up with faults");
      const { page } = await site.signedIn(browser, email, look);
      await page.goto(`${site.url}/sign-in`);
      await check(page, "signing in again");
      await page.getByRole("banner").locator("summary").click();
      await check(page, "the open menu");
      await page.goto(`${site.url}/account/security`);
      await fill(page, { "Your password": goodPassword });
      await press(page, "Set up the second step");
      await page.getByRole("img", { name: /QR code/ }).waitFor();
      await check(page, "setting up the second step");
      expect(faults).toEqual([]);
      await page.context().close();
      await stranger.context().close();
    },
  );
});
