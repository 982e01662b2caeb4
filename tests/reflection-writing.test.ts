import { describe, expect } from "vitest";
import { cast, whole } from "./support/reflections.ts";
import { test } from "./support/world.ts";

const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;

describe("writing a reflection", () => {
  test("begins private, with parts empty, and is named after what it is about until its author names it", async ({
    world,
  }) => {
    const { author, school, create, act } = await cast(world);
    const made = await create({ tried: "", happened: "" });
    expect(made).toMatchObject({
      __typename: "Reflection",
      visibility: "PRIVATE",
      state: "PRIVATE",
      title: "Trying Quokka planning",
      publishedAt: null,
      school: { id: school.id },
      latest: { context: whole.context, tried: "", happened: "", next: whole.next },
    });
    const named = await act("update", author, { id: made.id, revision: 1, title: " My  title " });
    expect(named).toMatchObject({ title: "My title", revision: 2, context: whole.context });
    const unnamed = await act("update", author, { id: made.id, revision: 2, title: "" });
    expect(unnamed.title).toBe("Trying Quokka planning");
  });

  test("is about a session as well, and about nothing that is not public", async ({ world }) => {
    const { author, act } = await cast(world);
    const session = await world.session({ title: "An evening" });
    expect(await act("create", author, { about: session.id })).toMatchObject({
      title: "After “An evening”",
    });
    for (const about of [session.id.slice(0, -1) + "0", "summary_01jzmqv4t2f3kagk7c3gm2xh9e"])
      expect(codeOf(await act("create", author, { about }))).toBe("NOT_FOUND");
    for (const about of ["nonsense", (await world.school()).id])
      expect((await act("create", author, { about })).errors?.[0]).toMatchObject({
        extensions: { code: "BAD_USER_INPUT", field: "about" },
      });
  });

  test("a save on an older revision gives both texts and loses neither", async ({ world }) => {
    const { author, create, act } = await cast(world);
    const { id } = await create();
    await act("update", author, { id, revision: 1, tried: "Here." });
    const late = await act("update", author, { id, revision: 1, tried: "There.", context: "New." });
    expect(late).toMatchObject({
      __typename: "ReflectionNewerVersion",
      newerRevision: 2,
      theirs: { context: whole.context, tried: "Here." },
      yours: { context: "New.", tried: "There." },
    });
    const chosen = await act("update", author, { id, revision: 2, ...late.yours });
    expect(chosen).toMatchObject({ revision: 3, latest: { context: "New.", tried: "There." } });
  });

  test("saving the same again, after an answer was lost, changes nothing", async ({ world }) => {
    const { author, create, act } = await cast(world);
    const { id } = await create();
    await act("update", author, { id, revision: 1, tried: "Here.\r\nAnd on." });
    const again = await act("update", author, { id, revision: 1, tried: "Here.\nAnd on.\n" });
    expect(again).toMatchObject({ __typename: "Reflection", revision: 2 });
  });

  test("what is too long or cannot be shown is refused by the name of its part", async ({
    world,
  }) => {
    const { create } = await cast(world);
    const wrong = {
      title: "x".repeat(201),
      happened: "x".repeat(5_001),
      tried: "a\u0000b",
      next: "\u0007",
    };
    for (const [field, text] of Object.entries(wrong))
      expect((await create({ [field]: text })).errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        field,
      });
  });

  test("nobody but its author changes, shares, submits, withdraws or deletes one, seen or not", async ({
    world,
  }) => {
    const { persons, author, create, act } = await cast(world);
    const hidden = await create();
    const shown = await create();
    await act("share", author, { id: shown.id, revision: 1 });
    for (const [name, viewer] of Object.entries({ ...persons, anonymous: undefined })) {
      if (name === "author") continue;
      for (const each of ["update", "share", "submit", "withdraw", "delete"] as const) {
        const input = each === "withdraw" || each === "delete" ? {} : { revision: 1 };
        const what = `${name} ${each}`;
        const ofHidden = codeOf(await act(each, viewer, { id: hidden.id, ...input }));
        const ofShown = codeOf(await act(each, viewer, { id: shown.id, ...input }));
        const noSchool = each === "share" && viewer?.kind === "person" && viewer.schoolId === null;
        if (!viewer)
          expect([ofHidden, ofShown], what).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
        else if (noSchool) expect([ofHidden, ofShown], what).toEqual(["FORBIDDEN", "FORBIDDEN"]);
        else {
          expect(ofHidden, what).toBe("NOT_FOUND");
          expect(ofShown, what).toBe(name === "colleague" ? "FORBIDDEN" : "NOT_FOUND");
        }
      }
    }
    expect(codeOf(await act("create", undefined, { about: hidden.id }))).toBe("UNAUTHENTICATED");
  });

  test("a deleted one is gone for everybody, and acting on it afterwards finds nothing", async ({
    world,
  }) => {
    const { author, create, act } = await cast(world);
    const { id } = await create({ title: "Wombat day" });
    expect((await act("delete", author, { id })).id).toBe(id);
    const { data } = await world.ask(
      `query ($id: ID!) { node(id: $id) { id } reflectionIsGone(id: $id) viewer { reflections { totalCount } } search(query: "wombat") { totalCount } }`,
      { id },
      author,
    );
    expect(data).toEqual({
      node: null,
      reflectionIsGone: false,
      viewer: { reflections: { totalCount: 0 } },
      search: { totalCount: 0 },
    });
    for (const each of ["update", "share", "submit"] as const)
      expect(codeOf(await act(each, author, { id, revision: 1 }))).toBe("NOT_FOUND");
    expect(codeOf(await act("delete", author, { id }))).toBe("NOT_FOUND");
  });

  test("an author finds their own by state, the last one written first", async ({ world }) => {
    const { author, moderator, colleague, create, act } = await cast(world);
    const ids: Record<string, string> = {};
    for (const state of ["PRIVATE", "SHARED", "SUBMITTED", "RETURNED", "PUBLIC"]) {
      const { id } = await create();
      ids[state] = id;
      if (state === "SHARED") await act("share", author, { id, revision: 1 });
      if (["SUBMITTED", "RETURNED", "PUBLIC"].includes(state))
        await act("submit", author, { id, revision: 1 });
      if (state === "RETURNED")
        await act("return", moderator, { id, revision: 1, note: "Say more." });
      if (state === "PUBLIC") await act("accept", moderator, { id, revision: 1 });
    }
    const own = `query ($state: ReflectionState) { viewer { reflections(state: $state) { totalCount nodes { id state } } } }`;
    for (const [state, id] of Object.entries(ids)) {
      const { data } = await world.ask(own, { state }, author);
      expect(data.viewer.reflections, state).toEqual({ totalCount: 1, nodes: [{ id, state }] });
    }
    const all = await world.ask(own, {}, author);
    expect(all.data.viewer.reflections.nodes.map(({ id }: { id: string }) => id)).toEqual(
      Object.values(ids).toReversed(),
    );
    for (const viewer of [colleague, undefined])
      expect((await world.ask(own, {}, viewer)).data.viewer.reflections.totalCount).toBe(0);
  });
});
