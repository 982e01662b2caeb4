import type { World } from "../support/world.ts";
import { askAll, schema } from "./asking.ts";
import type { Known, Library } from "./library.ts";
import { records } from "./table.ts";
import { type Kind, kinds } from "./table-text.ts";
import { askFor, isOpen, recordTypes } from "./walk.ts";

const cells = new Map(records.map(({ names, cells: of }) => [names.join(" "), of]));

/** What the table says of a record for a kind of viewer. */
export const cellOf = ({ type, state }: Known, kind: Kind): string =>
  cells.get(`${type} ${state}`)?.[kind] ?? `no row for ${type} ${state}`;

/** By id and by address. */
export const isReached = (record: Known, kind: Kind): boolean =>
  ["yes", "page", "tomb"].includes(cellOf(record, kind));

/** Also in lists. */
export const isListed = (record: Known, kind: Kind): boolean => cellOf(record, kind) === "yes";

/** What one record answered one kind of viewer, field by field. */
export interface Answered {
  readonly record: Known;
  readonly kind: Kind;
  // oxlint-disable-next-line no-explicit-any -- whatever the schema has
  readonly fields: Readonly<Record<string, any>>;
  readonly refused: ReadonlySet<string>;
}

/** Every field of every record, asked by everyone who reaches the record. */
export async function askEverything(world: World, { cast, known }: Library): Promise<Answered[]> {
  const all: Answered[] = [];
  for (const type of recordTypes(schema)) {
    const open = Object.values(type.getFields()).filter(isOpen);
    // Named by their type, so that what is refused is told apart from fields deeper in the answer.
    const name = (field: string) => `${type.name}__${field}`;
    const fields = new Map(
      open.map((field) => [name(field.name), askFor(schema, field, 0, name(field.name))]),
    );
    for (const kind of kinds) {
      const reached = known.filter((each) => each.type === type.name && isReached(each, kind));
      if (reached.length === 0) continue;
      const ids = reached.map(({ id }) => id);
      const { data, refused } = await askAll(
        world,
        cast.viewers[kind],
        fields,
        (selection) =>
          `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${selection} } } }`,
        { ids },
      );
      const bare = (alias: string) => alias.slice(type.name.length + 2);
      reached.forEach((record, at) => {
        const answer = data.nodes[at] as Record<string, unknown> | null;
        if (answer === null)
          throw new Error(`${kind} must reach ${record.type} ${record.state}, and got null.`);
        all.push({
          record,
          kind,
          fields: Object.fromEntries(
            Object.entries(answer).map(([alias, value]) => [bare(alias), value]),
          ),
          refused: new Set([...refused].map(bare)),
        });
      });
    }
  }
  return all;
}
