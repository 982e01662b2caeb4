import { describe, expect, test } from "vitest";
import { AuditEvent } from "../src/kernel/audit.entity.ts";
import { anonymous, type Viewer } from "../src/kernel/viewer.ts";
import { Reflection } from "../src/reflections/reflection.entity.ts";
import { answer } from "./support/answer.ts";
import { testDatabase } from "./support/database.ts";
import { acts, cast, whole } from "./support/reflections.ts";
import { serverUrl } from "./support/server.ts";
import { World } from "./support/world.ts";

/** Who comes first is chance: each race is run so often. */
const rounds = 6;

// Two connections are needed, and the embedded database is one.
describe.skipIf(!serverUrl())("two acts on one reflection at the same moment", async () => {
  const database = serverUrl() ? await testDatabase() : undefined;
  const em = () => database!.em.fork();

  /** "done", "newer version", or the code of a refusal; "defect" for anything else, a deadlock for example. */
  async function act(name: keyof typeof acts, viewer: Viewer, input: object): Promise<string> {
    const variables = name === "withdraw" || name === "delete" ? { ...input } : { input };
    const { data, errors } = await answer(em(), [], acts[name], variables, viewer);
    if (errors) return (errors[0]?.extensions["code"] as string | undefined) ?? "defect";
    return data.done.__typename === "ReflectionNewerVersion" ? "newer version" : "done";
  }

  /** What the trail says was done to it, after it was made. */
  const trail = async (id: string) =>
    (await em().find(AuditEvent, { subject: id }, { orderBy: { at: "asc", id: "asc" } }))
      .map((line) => line.act)
      .filter((each) => each !== "reflection.created");

  const stateOf = (id: string) => em().findOneOrFail(Reflection, { id });

  /** How often a search finds it for who is signed out, and for a colleague. */
  async function found(id: string, viewer: Viewer = anonymous): Promise<number> {
    const { data } = await answer(
      em(),
      [],
      `{ search(query: "quokka", filter: { kinds: [REFLECTION] }, first: 100) { nodes { id } } }`,
      {},
      viewer,
    );
    return data.search.nodes.filter((node: { id: string }) => node.id === id).length;
  }

  async function scene() {
    const world = new World(em());
    const people = await cast(world);
    const other = world.as(await world.person(), "PUBLISHER");
    const made = async (...before: ("share" | "submit" | "accept")[]) => {
      const about = people.summary.id;
      const { data } = await answer(
        em(),
        [],
        acts.create,
        { input: { about, ...whole, context: "A quokka class." } },
        people.author,
      );
      const { id } = data.done;
      for (const each of before)
        expect(
          await act(each, each === "accept" ? people.moderator : people.author, {
            id,
            revision: 1,
          }),
        ).toBe("done");
      return id as string;
    };
    return { ...people, other, made };
  }

  const times = Array.from({ length: rounds }, (_, round) => round);

  test("accepted by two moderators, it is accepted once: the other is told, and the trail has one line", async () => {
    const { moderator, other, made } = await scene();
    for (const _ of times) {
      const id = await made("submit");
      const outcomes = await Promise.all(
        [moderator, other].map((each) => act("accept", each, { id, revision: 1 })),
      );
      expect(outcomes.toSorted()).toEqual(["CONFLICT", "done"]);
      expect(await trail(id)).toEqual(["reflection.submitted", "reflection.accepted"]);
      expect(await found(id)).toBe(1);
    }
  });

  test("accepted by one moderator and returned by another, one decision stands", async () => {
    const { moderator, other, made } = await scene();
    for (const _ of times) {
      const id = await made("submit");
      const [accepted, returned] = await Promise.all([
        act("accept", moderator, { id, revision: 1 }),
        act("return", other, { id, revision: 1, note: "Say more." }),
      ]);
      // What is back with its author is not there for a moderator.
      expect([
        ["done", "CONFLICT"],
        ["NOT_FOUND", "done"],
      ]).toContainEqual([accepted, returned]);
      const decided = accepted === "done" ? "reflection.accepted" : "reflection.returned";
      expect(await trail(id)).toEqual(["reflection.submitted", decided]);
      expect(await found(id)).toBe(accepted === "done" ? 1 : 0);
    }
  });

  test("withdrawn in two windows, or submitted in two, it is done once", async () => {
    const { author, made } = await scene();
    for (const _ of times) {
      const shared = await made("share");
      const away = () => act("withdraw", author, { id: shared });
      expect((await Promise.all([away(), away()])).toSorted()).toEqual(["CONFLICT", "done"]);
      expect(await trail(shared)).toEqual(["reflection.shared", "reflection.withdrawn"]);
      const id = await made();
      const submit = () => act("submit", author, { id, revision: 1 });
      expect((await Promise.all([submit(), submit()])).toSorted()).toEqual(["CONFLICT", "done"]);
      expect(await trail(id)).toEqual(["reflection.submitted"]);
    }
  });

  test("shared while it is withdrawn, colleagues find it exactly when sharing came last", async () => {
    const { author, colleague, made } = await scene();
    for (const _ of times) {
      const id = await made();
      const [shared, withdrawn] = await Promise.all([
        act("share", author, { id, revision: 1 }),
        act("withdraw", author, { id }),
      ]);
      expect(shared).toBe("done");
      // Of what was still private nothing could be taken back.
      expect(["done", "CONFLICT"]).toContain(withdrawn);
      expect(await trail(id)).toEqual(
        withdrawn === "done"
          ? ["reflection.shared", "reflection.withdrawn"]
          : ["reflection.shared"],
      );
      const isShared = withdrawn === "CONFLICT";
      expect((await stateOf(id)).visibility).toBe(isShared ? "SCHOOL" : "PRIVATE");
      expect(await found(id, colleague)).toBe(isShared ? 1 : 0);
    }
  });

  test("accepted while its author takes it back, it is in the end nobody else's", async () => {
    const { author, moderator, made } = await scene();
    for (const _ of times) {
      const id = await made("submit");
      const [accepted, withdrawn] = await Promise.all([
        act("accept", moderator, { id, revision: 1 }),
        act("withdraw", author, { id }),
      ]);
      expect(withdrawn).toBe("done");
      expect(["done", "NOT_FOUND"]).toContain(accepted);
      expect(await trail(id)).toEqual([
        "reflection.submitted",
        ...(accepted === "done" ? ["reflection.accepted"] : []),
        "reflection.withdrawn",
      ]);
      expect(await found(id)).toBe(0);
    }
  });

  test("edited while it is accepted, everyone reads what the moderator read, or as before", async () => {
    const { author, moderator, made } = await scene();
    for (const _ of times) {
      const id = await made("submit", "accept");
      const change = (revision: number, tried: string) =>
        act("update", author, { id, revision, tried });
      expect(await change(1, "Read by the moderator.")).toBe("done");
      expect(await act("submit", author, { id, revision: 2 })).toBe("done");
      const [accepted, changed] = await Promise.all([
        act("accept", moderator, { id, revision: 2 }),
        change(2, "Read by nobody yet."),
      ]);
      expect(changed).toBe("done");
      expect(["done", "CONFLICT"]).toContain(accepted);
      const { tried, pending } = await stateOf(id);
      expect(tried).toBe(accepted === "done" ? "Read by the moderator." : whole.tried);
      expect(pending?.tried).toBe("Read by nobody yet.");
      const accepts = (await trail(id)).filter((each) => each === "reflection.accepted");
      expect(accepts).toHaveLength(accepted === "done" ? 2 : 1);
    }
  });

  test("edited in two windows, one text is saved and the other comes back to who wrote it", async () => {
    const { author, made } = await scene();
    for (const _ of times) {
      const id = await made();
      const outcomes = await Promise.all(
        ["In one window.", "In the other."].map((tried) =>
          act("update", author, { id, revision: 1, tried }),
        ),
      );
      expect(outcomes.toSorted()).toEqual(["done", "newer version"]);
      expect((await stateOf(id)).revision).toBe(2);
    }
  });
});
