import { isObjectType, isRequiredArgument } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, askAll, schema } from "./access/asking.ts";
import { type Known, type Library, makeLibrary } from "./access/library.ts";
import { type Answered, askEverything, cellOf, isListed, isReached } from "./access/matrix.ts";
import { differing, isGiven } from "./access/private.ts";
import {
  aboutTheViewer,
  acts,
  askedOtherwise,
  neverHidden,
  partLists,
  privateFields,
  records,
} from "./access/table.ts";
import { type Kind, kinds } from "./access/table-text.ts";
import {
  askFor,
  isConnection,
  isOpen,
  isRecord,
  leadsTo,
  pagesIn,
  recordsIn,
  recordTypes,
} from "./access/walk.ts";
import { getNamedType } from "graphql";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

const database = await testDatabase();
const world = new World(database.em.fork());
let library: Library;
let answered: Answered[];
beforeAll(async () => {
  library = await makeLibrary(world);
  answered = await askEverything(world, library);
}, 120_000);

const rootFields = Object.values(schema.getQueryType()!.getFields());
const knownBy = (id: string): Known | undefined => library.known.find((each) => each.id === id);
const named = ({ type, state }: Known): string => `${type} ${state}`;

/** Fails on every record in an answer that is not for this viewer there, or that no row is about. */
function expectOnlyVisible(value: unknown, kind: Kind, where: string): void {
  for (const { type, id, listed } of recordsIn(value)) {
    const record = knownBy(id);
    if (!record)
      throw new Error(`${where} gave ${kind} a ${type} that no row of the table is about.`);
    const may = listed ? isListed(record, kind) : isReached(record, kind);
    expect(may, `${where} gave ${kind} ${named(record)} (${cellOf(record, kind)})`).toBe(true);
  }
  for (const { totalCount, nodes, edges } of pagesIn(value)) {
    expect(totalCount, `${where}: the total told ${kind}`).toBe(nodes.length);
    expect(edges.length, `${where}: the edges told ${kind}`).toBe(nodes.length);
  }
}

describe("the table", () => {
  test("has rows for every type with an id, and a record for every row", () => {
    const inTable = new Set(records.map(({ names }) => names[0]));
    expect([...inTable].sort()).toEqual(
      recordTypes(schema)
        .map(({ name }) => name)
        .sort(),
    );
    const made = new Set(library.known.map(named));
    expect([...made].sort()).toEqual(records.map(({ names }) => names.join(" ")).sort());
  });

  test("has every root field that must be told something, and no other", () => {
    const bySlug = (name: string) => slugLookUps.some((each) => each.name === name);
    const told = rootFields.filter((field) => !isOpen(field) && !bySlug(field.name));
    expect(told.map(({ name }) => name).sort()).toEqual(Object.keys(askedOtherwise).sort());
  });
});

const slugLookUps = rootFields.filter(({ args, type }) => {
  const told = args.filter(isRequiredArgument);
  return told.length === 1 && told[0]!.name === "slug" && isRecord(getNamedType(type));
});

describe.each(kinds)("%s", (kind) => {
  const viewer = () => library.cast.viewers[kind];

  test("reaches by node and nodes what the table says, and of tombstones nothing but the reason", async () => {
    const { known } = library;
    const single = known.map(({ id }, at) => `n${at}: node(id: "${id}") { __typename id }`);
    const { data } = await ask(world, viewer(), `{ ${single.join(" ")} }`);
    const many: (object | null)[] = [];
    for (let at = 0; at < known.length; at += 100) {
      const ids = known.slice(at, at + 100).map(({ id }) => id);
      const page = await ask(
        world,
        viewer(),
        `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`,
        { ids },
      );
      many.push(...page.data.nodes);
    }
    known.forEach((record, at) => {
      const { id, type } = record;
      const expected = isReached(record, kind) ? { __typename: type, id } : null;
      expect(data[`n${at}`], `node of ${named(record)}`).toEqual(expected);
      expect(many[at], `nodes of ${named(record)}`).toEqual(expected);
    });
    for (const { record, fields } of answered.filter((each) => each.kind === kind)) {
      if (!("withdrawal" in fields)) continue;
      const blank = cellOf(record, kind) === "tomb";
      expect(fields.withdrawal !== null, named(record)).toBe(blank);
      expect(fields.sections.length === 0, named(record)).toBe(blank);
    }
  });

  test("reaches by address what the table says", async () => {
    for (const field of slugLookUps) {
      const ofType = library.known.filter(({ type }) => type === getNamedType(field.type).name);
      const asked = ofType.map(
        ({ slug }, at) => `s${at}: ${field.name}(slug: "${slug}") { __typename id }`,
      );
      const { data } = await ask(world, viewer(), `{ ${asked.join(" ")} }`);
      ofType.forEach((record, at) =>
        expect(data[`s${at}`]?.id ?? null, `${field.name} of ${named(record)}`).toBe(
          isReached(record, kind) ? record.id : null,
        ),
      );
    }
  });

  test("finds in every list of the root, counted, exactly what the table says", async () => {
    const fields = new Map(
      rootFields.filter(isOpen).map((field) => [field.name, askFor(schema, field)]),
    );
    const { data, refused } = await askAll(world, viewer(), fields, (all) => `{ ${all} }`);
    for (const field of rootFields.filter(isOpen)) {
      if (refused.has(field.name)) continue;
      expectOnlyVisible(data[field.name], kind, `Query.${field.name}`);
      const type = getNamedType(field.type);
      if (!isConnection(type) || field.name in partLists) continue;
      if (!isRecord(getNamedType(type.getFields().nodes!.type))) continue;
      const types = leadsTo(schema, type.getFields().nodes!.type);
      const expected = library.known.filter((each) => types.has(each.type) && isListed(each, kind));
      const found = recordsIn(data[field.name].nodes).map(({ id }) => id);
      expect(new Set(found), `Query.${field.name}`).toEqual(new Set(expected.map(({ id }) => id)));
    }
  });

  test("is led by no relation to what is not for them, and to all that others are shown on the way", () => {
    // Whom those answer, and about whom, is a table of its own.
    const apart = new Set(privateFields.map(({ names }) => names[0]));
    for (const { record, fields } of answered.filter((each) => each.kind === kind))
      for (const [field, value] of Object.entries(fields)) {
        expectOnlyVisible(value, kind, `${record.type}.${field} of ${named(record)}`);
        if (apart.has(`${record.type}.${field}`) || cellOf(record, kind) === "tomb") continue;
        const own = new Set(recordsIn(value).map(({ id }) => id));
        for (const other of answered)
          for (const { id } of other.record === record ? recordsIn(other.fields[field]) : []) {
            const child = knownBy(id);
            if (!child || !isListed(child, kind)) continue;
            const missing = `${record.type}.${field} of ${named(record)} must lead to ${named(child)}`;
            expect(own.has(id), missing).toBe(true);
          }
      }
  });

  test("may do with a record what the table says", () => {
    const withActs = recordTypes(schema).filter((type) => "viewerCan" in type.getFields());
    const rows = acts.filter(({ names }) => withActs.some(({ name }) => name === names[0]));
    expect(rows).toHaveLength(acts.length);
    const ofActs = records.filter(({ names }) => withActs.some(({ name }) => name === names[0]));
    const namesOf = (of: typeof rows) => of.map(({ names }) => names.join(" ")).sort();
    expect(namesOf(rows)).toEqual(namesOf(ofActs));
    for (const { names, cells } of rows)
      for (const each of answered.filter(
        ({ record, kind: of }) => of === kind && named(record) === names.join(" "),
      )) {
        const can = Object.entries(each.fields.viewerCan as Record<string, unknown>);
        const may = can
          .filter(([, yes]) => yes === true || (Array.isArray(yes) && yes.length > 0))
          .map(([act]) => act);
        expect(may.sort().join() || "-", `${kind} and ${names.join(" ")}`).toBe(cells[kind]);
      }
  });
});

describe("every relation", () => {
  test("is walked, to something that is hidden from somebody where its type has such", () => {
    const leadNowhere: string[] = [];
    const leadToNothingHidden: string[] = [];
    for (const type of recordTypes(schema))
      for (const field of Object.values(type.getFields())) {
        const types = leadsTo(schema, field.type);
        if (types.size === 0) continue;
        const name = `${type.name}.${field.name}`;
        expect(isOpen(field), `${name} must be askable without arguments`).toBe(true);
        const found = answered
          .filter(({ record }) => record.type === type.name)
          .flatMap(({ fields }) => recordsIn(fields[field.name]))
          .map(({ id }) => knownBy(id)!);
        if (found.length === 0) leadNowhere.push(name);
        const hidden = (each: Known) => kinds.some((kind) => !isReached(each, kind));
        const has = library.known.some((each) => types.has(each.type) && hidden(each));
        if (has && !found.some(hidden)) leadToNothingHidden.push(name);
      }
    expect(leadNowhere).toEqual([]);
    expect(leadToNothingHidden.sort()).toEqual(Object.keys(neverHidden).sort());
  });
});

describe("private fields", () => {
  test("are those that differ from viewer to viewer, and answer whom the table says", async () => {
    const { author, school } = library.cast;
    const subject = ({ type, id }: Known) =>
      type === "Person" ? id === author.id : type === "School" ? id === school.id : true;
    const found = new Map<string, Map<Kind, boolean>>();
    const note = (field: string, kind: Kind, given: boolean) => {
      const by = found.get(field) ?? new Map<Kind, boolean>();
      found.set(field, by.set(kind, given || (by.get(kind) ?? false)));
    };
    const differ = differing(answered.filter(({ record }) => subject(record)));
    for (const { record, kind, fields, refused } of answered.filter((each) => subject(each.record)))
      for (const field of differ.filter((each) => each.startsWith(`${record.type}.`))) {
        const name = field.slice(record.type.length + 1);
        note(field, kind, !refused.has(name) && isGiven(fields[name]));
      }
    const roots = new Map(
      rootFields.filter(isOpen).map((field) => [field.name, askFor(schema, field)]),
    );
    const refusals = new Set<string>();
    const given = new Map<string, Kind[]>();
    for (const kind of kinds) {
      const answer = await askAll(world, library.cast.viewers[kind], roots, (all) => `{ ${all} }`);
      for (const name of answer.refused) refusals.add(name);
      for (const name of roots.keys())
        if (!answer.refused.has(name)) given.set(name, [...(given.get(name) ?? []), kind]);
    }
    for (const name of refusals)
      for (const kind of kinds)
        note(`Query.${name}`, kind, given.get(name)?.includes(kind) ?? false);
    const text = [...found].map(([field, by]) => [
      field,
      kinds.map((kind) => (by.get(kind) ? "yes" : "no")).join(" "),
    ]);
    expect(Object.fromEntries(text)).toEqual(
      Object.fromEntries(
        privateFields.map(({ names, cells }) => [
          names[0],
          kinds.map((kind) => cells[kind]).join(" "),
        ]),
      ),
    );
  });

  test("of the root are about the viewer where they are not refused", () => {
    const types = rootFields.filter(({ type }) => {
      const of = getNamedType(type);
      return isObjectType(of) && of.name === "Viewer";
    });
    expect(types.map(({ name }) => name)).toEqual(Object.keys(aboutTheViewer));
  });
});
