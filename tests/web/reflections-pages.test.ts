import { afterEach, describe, expect } from "vitest";
import { cast, whole } from "../support/reflections.ts";
import { test, type World } from "../support/world.ts";
import { pagesAs } from "./pages-as.ts";
import { main } from "./served-pages.ts";

let close: (() => void) | undefined;
afterEach(() => close?.());

async function open(world: World) {
  const pages = await pagesAs(world);
  close = pages.close;
  return { ...pages, ...(await cast(world)) };
}

const revisionIn = (html: string) => Number(/name="revision"[^>]*value="(\d+)"/.exec(html)?.[1]);
const keysIn = (html: string) =>
  [...html.matchAll(/name="confirmed"[^>]*value="([^"]+)"/g)].map(([, key]) => key!);

describe("pages of reflections, without scripts", () => {
  test("who is signed out signs in first and comes back", async ({ world }) => {
    const { get, post, summary } = await open(world);
    for (const path of [
      `/reflections/new?evidence=${summary.slug}`,
      "/reflections/new",
      "/my-reflections",
      "/moderation",
    ]) {
      const { status, to } = await get(undefined, path);
      expect([status, to], path).toEqual([
        302,
        `/sign-in?${new URLSearchParams({ next: path }).toString()}`,
      ]);
    }
    const sent = await post(undefined, `/reflections/new?evidence=${summary.slug}`, {
      about: summary.id,
      ...whole,
    });
    expect(sent.to).toMatch(/^\/sign-in\?/);
  });

  test("from a strand to a text that everyone reads: written, marks decided about, submitted, accepted", async ({
    world,
  }) => {
    const { get, post, author, moderator, summary } = await open(world);
    const strand = await get(undefined, `/evidence/${summary.slug}`);
    const link = `/reflections/new?evidence=${summary.slug}`;
    expect(main(strand.html)).toContain(`href="${link}"`);
    expect(main((await get(author, link)).html)).toContain("Quokka planning");
    const made = await post(author, link, {
      about: summary.id,
      id: "",
      context: whole.context,
      tried: "Amelia tried it <b>first</b>.",
      goTo: "share",
    });
    expect(made.to).toMatch(/^\/reflections\/reflection_\w+\/share$/);
    const share = made.to!;
    const id = share.split("/")[2]!;
    const page = await get(author, share);
    expect(page.headers.get("cache-control")).toContain("no-store");
    expect(main(page.html)).toMatch(/<mark[^>]*>Amelia<\/mark> tried it &lt;b&gt;first&lt;\/b&gt;/);
    const refused = await post(author, share, { revision: 1, for: "public" });
    expect(refused.status).toBe(400);
    expect(main(refused.html)).toContain("Readers need “What happened” too");
    const edited = await post(author, `/reflections/${id}/edit`, {
      id,
      revision: 1,
      happened: whole.happened,
      goTo: "stay",
    });
    expect(edited.to).toBe(`/reflections/${id}/edit?saved=yes`);
    const open_ = await post(author, share, { revision: 2, for: "public" });
    expect(main(open_.html)).toContain("not decided about");
    const confirmed = keysIn(main(open_.html));
    expect(confirmed).toHaveLength(1);
    const submitted = await post(author, share, { revision: 2, for: "public", confirmed });
    expect(submitted.to).toBe(`/reflections/${id}?saved=submitted`);
    expect((await get(undefined, `/reflections/${id}`)).status).toBe(404);
    const queue = await get(moderator, "/moderation");
    expect(main(queue.html)).toContain("its author says that it may stay");
    const accepted = await post(moderator, "/moderation", {
      intent: "accept",
      of: id,
      revision: revisionIn(main(queue.html)),
    });
    expect(accepted.to).toBe("/moderation?saved=accepted");
    expect(main((await get(moderator, "/moderation")).html)).toContain("Nothing waits for you");
    const { status, html } = await get(undefined, `/reflections/${id}`);
    expect(status).toBe(200);
    expect(main(html)).toContain("Amelia tried it");
    expect(main(html)).not.toContain("Take it back");
  });

  test("a note is asked for before one is returned; its author reads it", async ({ world }) => {
    const { get, post, author, moderator, create, act } = await open(world);
    const { id } = await create();
    await act("submit", author, { id, revision: 1 });
    const form = { intent: "return", of: id, revision: 1 };
    const missing = await post(moderator, "/moderation", { ...form, note: " " });
    expect([missing.status, main(missing.html)]).toEqual([
      400,
      expect.stringContaining("Say what its author should change"),
    ]);
    const note = "Less about <one> pupil.";
    expect((await post(moderator, "/moderation", { ...form, note })).to).toBe(
      "/moderation?saved=returned",
    );
    expect((await post(moderator, "/moderation", { ...form, note })).to).toBe(
      "/moderation?saved=gone",
    );
    for (const path of [`/reflections/${id}`, `/reflections/${id}/edit`])
      expect(main((await get(author, path)).html), path).toContain("Less about &lt;one&gt; pupil.");
    expect(main((await get(author, "/my-reflections?state=returned")).html)).toContain(
      `href="/reflections/${id}/edit"`,
    );
  });

  test("a text saved elsewhere meanwhile and the one just typed are both shown", async ({
    world,
  }) => {
    const { post, author, create, act } = await open(world);
    const { id } = await create();
    await act("update", author, { id, revision: 1, tried: "From elsewhere." });
    const late = { id, revision: 1, tried: "From here.", goTo: "stay" };
    const { status, html } = await post(author, `/reflections/${id}/edit`, late);
    expect(status).toBe(409);
    for (const text of ["From elsewhere.", "From here."]) expect(main(html)).toContain(text);
    expect(revisionIn(main(html))).toBe(2);
    const again = { ...late, revision: 2 };
    expect((await post(author, `/reflections/${id}/edit`, again)).to).toContain("saved=yes");
  });

  test("what is too long is refused beside its field, and kept", async ({ world }) => {
    const { post, author, summary } = await open(world);
    const tried = `${"word ".repeat(1_100)}end`;
    const { status, html } = await post(author, `/reflections/new?evidence=${summary.slug}`, {
      about: summary.id,
      tried,
    });
    expect(status).toBe(400);
    expect(main(html)).toContain("at most 5000 are allowed");
    expect(main(html)).toContain(tried);
  });

  test("a public one that is taken back says at its address that it is gone, and no more", async ({
    world,
  }) => {
    const { get, post, author, moderator, create, act } = await open(world);
    const { id } = await create({ title: "Wombat day" });
    await act("submit", author, { id, revision: 1 });
    await act("accept", moderator, { id, revision: 1 });
    expect((await post(author, `/reflections/${id}`, { intent: "withdraw" })).to).toBe(
      `/reflections/${id}?saved=withdrawn`,
    );
    const gone = await get(undefined, `/reflections/${id}`);
    expect(gone.status).toBe(410);
    expect(gone.html).toContain("This reflection is gone");
    expect(gone.html).toContain("noindex");
    expect(gone.html).not.toContain("Wombat");
    expect(main((await get(author, `/reflections/${id}`)).html)).toContain(
      "Only you can read this",
    );
    expect((await post(author, `/reflections/${id}`, { intent: "delete" })).to).toBe(
      "/my-reflections?saved=deleted",
    );
    expect((await get(author, `/reflections/${id}`)).status).toBe(410);
    expect(main((await get(author, "/my-reflections")).html)).toContain(
      "You have not written one yet",
    );
  });

  test("nobody else has the pages of a reflection's author, nor those of moderators", async ({
    world,
  }) => {
    const { get, post, author, colleague, stranger, moderator, create, act } = await open(world);
    const { id } = await create();
    await act("share", author, { id, revision: 1 });
    for (const page of ["edit", "share"]) {
      expect((await get(colleague, `/reflections/${id}/${page}`)).status).toBe(403);
      expect((await get(stranger, `/reflections/${id}/${page}`)).status).toBe(404);
      expect((await get(moderator, `/reflections/${id}/${page}`)).status).toBe(404);
    }
    expect(main((await get(colleague, `/reflections/${id}`)).html)).not.toContain("Delete it");
    expect((await post(colleague, `/reflections/${id}`, { intent: "delete" })).status).toBe(403);
    expect((await get(author, "/moderation")).status).toBe(403);
  });

  test("what it is about is found by words, and what is nobody's subject is not found", async ({
    world,
  }) => {
    const { get, author, summary } = await open(world);
    await world.drain();
    const { html } = await get(author, "/reflections/new?q=quokka");
    expect(main(html)).toContain(`href="/reflections/new?evidence=${summary.slug}"`);
    expect(main((await get(author, "/reflections/new?q=zzzz")).html)).toContain("Nothing found");
    expect((await get(author, "/reflections/new?evidence=no-such")).status).toBe(404);
    expect((await get(author, "/reflections/new?session=no-such")).status).toBe(404);
  });

  test("a text is saved while it is typed, and a save that cannot stand says why", async ({
    world,
  }) => {
    const { post, author, stranger, summary } = await open(world);
    const save = (viewer: typeof stranger, form: Record<string, string | number>) =>
      post(viewer, "/reflections/autosave", form);
    const made = JSON.parse((await save(author, { about: summary.id, id: "", tried: "One" })).html);
    expect(made).toEqual({ id: expect.stringMatching(/^reflection_/), revision: 1 });
    const next = await save(author, { id: made.id, revision: 1, tried: "One two" });
    expect(JSON.parse(next.html)).toEqual({ id: made.id, revision: 2 });
    const late = await save(author, { id: made.id, revision: 1, tried: "Three" });
    expect([late.status, late.html]).toEqual([409, expect.stringContaining("both texts")]);
    expect((await save(stranger, { id: made.id, revision: 2, tried: "Mine" })).status).toBe(400);
  });
});
