import { Field, ID, InterfaceType } from "type-graphql";
import type { Batch } from "./context.ts";
import { prefixOf } from "./ids.ts";

/** How `node(id:)` finds a record: the prefix of its id, the name of its type, how to read it. */
export interface NodeKind {
  readonly prefix: string;
  readonly typeName: string;
  readonly byIds: Batch<object>;
}

const kinds = new Map<string, NodeKind>();

/** Each module says once how its records are found by id. */
export function registerNode(kind: NodeKind): void {
  kinds.set(kind.prefix, kind);
}

export const nodeKind = (prefix: string): NodeKind | undefined => kinds.get(prefix);

/** Rows have no class, so an interface finds the type by the id's prefix. */
export const typeNameOf = (row: { id: string }): string | undefined =>
  kinds.get(prefixOf(row.id) ?? "")?.typeName;

@InterfaceType("Node", {
  description: "Relay global object identification: anything that has an id of its own.",
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, {
    description: "Typed, sortable id, for example summary_01k…; opaque to clients.",
  })
  id!: string;
}
