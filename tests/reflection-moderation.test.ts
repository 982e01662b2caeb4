import { describe, expect } from "vitest";
import { cast } from "./support/reflections.ts";
import { reflectionsOfAPerson } from "../src/reflections/reflection.personal-data.ts";
import { test, type World } from "./support/world.ts";

const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;

const seen = `query ($id: ID!) {
  node(id: $id) { ... on Reflection { context latest { context } revision state moderation moderationNote hasUnsharedChanges marks { key } submittedAt editedAt } }
  reflectionIsGone(id: $id)
  reflections { totalCount }
  search(query: "wombat") { totalCount edges { snippets { html } } } }`;

describe("sharing and moderating a reflection", () => {
  test("one for the school is read there and nowhere else, until it is withdrawn", async ({
    world,
  }) => {
    const { author, colleague, persons, create, act } = await cast(world);
    const { id } = await create({ context: "Wombat class." });
    expect(await act("share", author, { id, revision: 1 })).toMatchObject({
      visibility: "SCHOOL",
      state: "SHARED",
      publishedAt: null,
    });
    for (const [name, viewer] of Object.entries({ ...persons, anonymous: undefined })) {
      const { data } = await world.ask(seen, { id }, viewer);
      const may = name === "author" || name === "colleague";
      expect(data.node?.context, name).toBe(may ? "Wombat class." : undefined);
      expect([data.reflections.totalCount, data.search.totalCount], name).toEqual(
        may ? [1, 1] : [0, 0],
      );
    }
    await act("withdraw", author, { id });
    const { data } = await world.ask(seen, { id }, colleague);
    expect(data).toMatchObject({
      node: null,
      reflectionIsGone: false,
      reflections: { totalCount: 0 },
      search: { totalCount: 0 },
    });
    expect(codeOf(await act("withdraw", author, { id }))).toBe("CONFLICT");
  });

  test("sharing needs a school; submitting does not", async ({ world }) => {
    const { moderator, summary, act } = await cast(world);
    const loner = world.as(await world.person(), "TEACHER");
    const { id } = await act("create", loner, {
      about: summary.id,
      context: "A.",
      tried: "B.",
      happened: "C.",
    });
    expect(codeOf(await act("share", loner, { id, revision: 1 }))).toBe("FORBIDDEN");
    expect(await act("submit", loner, { id, revision: 1 })).toMatchObject({
      state: "SUBMITTED",
      visibility: "PRIVATE",
    });
    expect(await act("accept", moderator, { id, revision: 1 })).toMatchObject({
      visibility: "PUBLIC",
    });
  });

  test("one with empty parts is not shared; each part missing is named", async ({ world }) => {
    const { author, create, act } = await cast(world);
    const { id } = await create({ tried: " ", happened: "", next: "" });
    for (const each of ["share", "submit"] as const)
      expect(await act(each, author, { id, revision: 1 })).toMatchObject({
        __typename: "ReflectionIncomplete",
        missing: ["TRIED", "HAPPENED"],
      });
  });

  test("what waits is read by its author and moderators alone, and accepted becomes everyone's", async ({
    world,
  }) => {
    const { author, moderator, persons, create, act } = await cast(world);
    const { id } = await create({ context: "Wombat class." });
    expect(await act("submit", author, { id, revision: 1 })).toMatchObject({
      state: "SUBMITTED",
      visibility: "PRIVATE",
      publishedAt: null,
    });
    for (const [name, viewer] of Object.entries({ ...persons, anonymous: undefined })) {
      const { data } = await world.ask(seen, { id }, viewer);
      const may = name === "author" || name === "moderator";
      expect(data.node?.latest?.context, name).toBe(may ? "Wombat class." : undefined);
      expect(data.search.totalCount, name).toBe(may ? 1 : 0);
    }
    expect(codeOf(await act("submit", author, { id, revision: 1 }))).toBe("CONFLICT");
    expect(await act("accept", moderator, { id, revision: 1 })).toMatchObject({
      visibility: "PUBLIC",
      publishedAt: expect.any(String),
    });
    const { data } = await world.ask(seen, { id });
    expect(data).toMatchObject({ reflections: { totalCount: 1 }, search: { totalCount: 1 } });
    // How it came here is nobody's business but its author's.
    expect(data.node).toEqual({
      context: "Wombat class.",
      latest: null,
      revision: null,
      state: null,
      moderation: null,
      moderationNote: null,
      hasUnsharedChanges: null,
      marks: null,
      submittedAt: null,
      editedAt: null,
    });
  });

  test("a second decision is a conflict, and one about an older text decides nothing", async ({
    world,
  }) => {
    const { author, moderator, create, act } = await cast(world);
    const { id } = await create();
    await act("submit", author, { id, revision: 1 });
    await act("update", author, { id, revision: 1, tried: "Something else." });
    expect(codeOf(await act("accept", moderator, { id, revision: 1 }))).toBe("NOT_FOUND");
    await act("submit", author, { id, revision: 2 });
    for (const each of ["accept", "return"] as const)
      expect(
        await act(each, moderator, { id, revision: 1, ...(each === "return" && { note: "No." }) }),
      ).toMatchObject({
        __typename: "ReflectionNewerVersion",
        newerRevision: 2,
      });
    expect(await act("accept", moderator, { id, revision: 2 })).toMatchObject({
      visibility: "PUBLIC",
    });
    expect(codeOf(await act("accept", moderator, { id, revision: 2 }))).toBe("CONFLICT");
    expect(codeOf(await act("return", moderator, { id, revision: 2, note: "No." }))).toBe(
      "CONFLICT",
    );
  });

  test("one that its author deletes or takes back meanwhile is not there to decide about", async ({
    world,
  }) => {
    const { author, moderator, create, act } = await cast(world);
    for (const away of ["delete", "withdraw"] as const) {
      const { id } = await create();
      await act("submit", author, { id, revision: 1 });
      await act(away, author, { id });
      expect(codeOf(await act("accept", moderator, { id, revision: 1 })), away).toBe("NOT_FOUND");
    }
  });

  test("returned, its author alone reads it and why", async ({ world }) => {
    const { author, moderator, create, act } = await cast(world);
    const { id } = await create();
    await act("submit", author, { id, revision: 1 });
    expect(
      (await act("return", moderator, { id, revision: 1, note: " " })).errors?.[0]?.extensions,
    ).toMatchObject({ field: "note" });
    expect(await act("return", moderator, { id, revision: 1, note: "Say more." })).toMatchObject({
      __typename: "ReflectionReturned",
      id,
    });
    expect((await world.ask(seen, { id }, moderator)).data.node).toBeNull();
    expect((await world.ask(seen, { id }, author)).data.node).toMatchObject({
      state: "RETURNED",
      moderationNote: "Say more.",
    });
    await act("update", author, { id, revision: 1, tried: "More." });
    expect(await act("submit", author, { id, revision: 2 })).toMatchObject({ state: "SUBMITTED" });
    expect((await world.ask(seen, { id }, author)).data.node.moderationNote).toBeNull();
  });

  test("readers go on reading the accepted text while a change of it waits, is returned, and is accepted", async ({
    world,
  }) => {
    const { author, moderator, colleague, create, act } = await cast(world);
    const { id } = await create({ context: "Wombat class." });
    await act("submit", author, { id, revision: 1 });
    const { publishedAt } = await act("accept", moderator, { id, revision: 1 });
    const read = async () => (await world.ask(seen, { id }, colleague)).data;
    const changed = await act("update", author, { id, revision: 1, context: "Koala class." });
    expect(changed).toMatchObject({
      state: "PUBLIC",
      context: "Wombat class.",
      latest: { context: "Koala class." },
      hasUnsharedChanges: true,
    });
    expect(await read()).toMatchObject({
      node: { context: "Wombat class.", latest: null },
      search: { totalCount: 1 },
    });
    expect(await act("submit", author, { id, revision: 2 })).toMatchObject({
      state: "SUBMITTED",
      visibility: "PUBLIC",
    });
    expect((await world.ask(seen, { id }, moderator)).data.node.latest.context).toBe(
      "Koala class.",
    );
    await act("return", moderator, { id, revision: 2, note: "Why?" });
    expect(await read()).toMatchObject({
      node: { context: "Wombat class.", moderationNote: null },
    });
    await act("submit", author, { id, revision: 2 });
    expect(await act("accept", moderator, { id, revision: 2 })).toMatchObject({
      publishedAt,
      hasUnsharedChanges: null,
    });
    expect(await read()).toMatchObject({
      node: { context: "Koala class." },
      search: { totalCount: 0 },
    });
  });

  test("one that was public and is withdrawn or deleted leaves only that it is gone", async ({
    world,
  }) => {
    const { author, moderator, create, act } = await cast(world);
    for (const away of ["withdraw", "delete"] as const) {
      const { id } = await create({ context: "Wombat class." });
      await act("submit", author, { id, revision: 1 });
      await act("accept", moderator, { id, revision: 1 });
      expect((await world.ask(seen, { id })).data.reflectionIsGone).toBe(false);
      await act(away, author, { id });
      for (const viewer of [undefined, moderator])
        expect((await world.ask(seen, { id }, viewer)).data, away).toEqual({
          node: null,
          reflectionIsGone: true,
          reflections: { totalCount: 0 },
          search: { totalCount: 0, edges: [] },
        });
      expect(Boolean((await world.ask(seen, { id }, author)).data.node), away).toBe(
        away === "withdraw",
      );
      if (away === "delete") expect(codeOf(await act("delete", author, { id }))).toBe("NOT_FOUND");
      else await act("delete", author, { id });
    }
    const { data } = await world.ask(`{ viewer { reflections { totalCount } } }`, {}, author);
    expect(data.viewer.reflections.totalCount).toBe(0);
  });

  test("nobody decides about their own, and only moderators about others'", async ({ world }) => {
    const { persons, summary, moderator, author, create, act } = await cast(world);
    const own = await act("create", moderator, {
      about: summary.id,
      context: "A.",
      tried: "B.",
      happened: "C.",
    });
    await act("submit", moderator, { id: own.id, revision: 1 });
    expect(codeOf(await act("accept", moderator, { id: own.id, revision: 1 }))).toBe("FORBIDDEN");
    const { id } = await create();
    await act("submit", author, { id, revision: 1 });
    const refused = {
      author: "FORBIDDEN",
      colleague: "NOT_FOUND",
      stranger: "NOT_FOUND",
      administrator: "NOT_FOUND",
    };
    for (const [name, code] of Object.entries(refused))
      for (const each of ["accept", "return"] as const)
        expect(
          codeOf(
            await act(each, persons[name as "author"], {
              id,
              revision: 1,
              ...(each === "return" && { note: "No." }),
            }),
          ),
          name,
        ).toBe(code);
    expect(codeOf(await act("accept", undefined, { id, revision: 1 }))).toBe("UNAUTHENTICATED");
    const queue = `{ moderationQueue { totalCount nodes { id viewerCan { accept return update } } } }`;
    expect((await world.ask(queue, {}, moderator)).data.moderationQueue).toEqual({
      totalCount: 1,
      nodes: [{ id, viewerCan: { accept: true, return: true, update: false } }],
    });
    for (const [viewer, code] of [
      [author, "FORBIDDEN"],
      [persons.administrator, "FORBIDDEN"],
      [undefined, "UNAUTHENTICATED"],
    ] as const)
      expect(codeOf((await world.ask(queue, {}, viewer)) as never)).toBe(code);
  });

  test("the queue begins with the longest wait", async ({ world }) => {
    const { author, moderator, create, act } = await cast(world);
    const [one, other] = [await create(), await create()];
    await act("submit", author, { id: other.id, revision: 1 });
    await act("submit", author, { id: one.id, revision: 1 });
    const { data } = await world.ask(
      `{ moderationQueue(first: 1) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`,
      {},
      moderator,
    );
    expect(data.moderationQueue).toMatchObject({
      totalCount: 2,
      nodes: [{ id: other.id }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await world.ask(
      `query ($after: String) { moderationQueue(after: $after) { nodes { id } } }`,
      { after: data.moderationQueue.pageInfo.endCursor },
      moderator,
    );
    expect(rest.data.moderationQueue.nodes).toEqual([{ id: one.id }]);
  });
});

describe("what reflections hold about a person", () => {
  const erase = (world: World, personId: string, keepContributions: boolean) =>
    world.fresh.transactional((tx) =>
      reflectionsOfAPerson.erase(tx, personId, { keepContributions }),
    );

  test("is all they wrote, whoever reads it", async ({ world }) => {
    const { author, create, act } = await cast(world);
    const { id } = await create();
    await act("share", author, { id, revision: 1 });
    await act("update", author, { id, revision: 1, tried: "Not shared yet." });
    const found = await reflectionsOfAPerson.collect(world.fresh, author.personId);
    expect(found).toMatchObject([
      {
        id,
        readBy: "SCHOOL",
        tried: "We planned aloud.",
        changesNotYetShared: { tried: "Not shared yet." },
      },
    ]);
  });

  test("goes with them, but for what is public if they leave it, without their name and school", async ({
    world,
  }) => {
    for (const keepContributions of [true, false]) {
      const { author, moderator, create, act } = await cast(world);
      const shared = await create({ context: "Wombat class." });
      await act("share", author, { id: shared.id, revision: 1 });
      const { id } = await create({ context: "Wombat class." });
      await act("submit", author, { id, revision: 1 });
      await act("accept", moderator, { id, revision: 1 });
      await act("update", author, { id, revision: 1, tried: "Numbat." });
      await act("submit", author, { id, revision: 2 });
      await erase(world, author.personId, keepContributions);
      const { data } = await world.ask(
        `query ($id: ID!) { node(id: $id) { ... on Reflection { context tried author { id } school { id } } } reflectionIsGone(id: $id) search(query: "wombat") { totalCount } }`,
        { id },
        author,
      );
      expect(data).toEqual({
        node: keepContributions
          ? { context: "Wombat class.", tried: "We planned aloud.", author: null, school: null }
          : null,
        reflectionIsGone: !keepContributions,
        search: { totalCount: keepContributions ? 1 : 0 },
      });
      const rows = JSON.stringify([
        await world.em.execute("select * from reflection"),
        await world.em.execute("select * from search_document where kind = 'REFLECTION'"),
      ]);
      expect(rows).not.toContain(author.personId);
      expect(rows).not.toContain("Numbat");
      expect(rows.includes("Wombat")).toBe(keepContributions);
      await erase(world, author.personId, false);
      await world.em.execute("delete from reflection");
      await world.em.execute("delete from search_document where kind = 'REFLECTION'");
    }
  });
});
