import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** How deep plain objects are read between one record and the next. */
const depthMax = 4;

export const isRecord = (type: GraphQLNamedType): boolean =>
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node")) ||
  (isAbstractType(type) && (type.name === "Node" || type.name === "Searchable"));

/** Every type that has an id of its own. */
export const recordTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(isRecord);

export const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && type.name.endsWith("Connection") && "nodes" in type.getFields();

/** A field that can be asked for without knowing anything. */
export const isOpen = (field: GraphQLField<unknown, unknown>): boolean =>
  !field.args.some(isRequiredArgument);

/** Names of record types that a field leads to without passing another record. */
export function leadsTo(schema: GraphQLSchema, type: GraphQLOutputType, depth = 0): Set<string> {
  const named = getNamedType(type);
  if (isRecord(named)) {
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    return new Set(types.map(({ name }) => name));
  }
  if (isLeafType(named) || depth > depthMax) return new Set();
  const members = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  return new Set(
    members
      .filter((member) => isObjectType(member))
      .flatMap((member) => Object.values(member.getFields()))
      .filter(isOpen)
      .flatMap((field) => [...leadsTo(schema, field.type, depth + 1)]),
  );
}

/**
 * All that a value of this type holds, down to the next records, of which the id is asked. Members of a union are told
 * apart by alias: they may have fields of one name and different types.
 */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (isRecord(named)) return "{ __typename id }";
  if (isAbstractType(named))
    return `{ __typename ${schema
      .getPossibleTypes(named)
      .map(
        (member) => `... on ${member.name} ${fieldsOf(schema, member, depth, `${member.name}_`)}`,
      )
      .join(" ")} }`;
  return fieldsOf(schema, named as GraphQLObjectType, depth, "");
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  prefix: string,
): string {
  const fields = Object.values(type.getFields()).filter(isOpen);
  const asked = fields
    .filter(
      ({ type: of }) =>
        isLeafType(getNamedType(of)) || isRecord(getNamedType(of)) || depth < depthMax,
    )
    .map((field) => askFor(schema, field, depth + 1, `${prefix}${field.name}`));
  return `{ __typename ${asked.join(" ")} }`;
}

/** A field with everything in it, pages as long as they may be. */
export function askFor(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth = 0,
  alias = field.name,
): string {
  const page = field.args.some(({ name }) => name === "first") ? "(first: 100)" : "";
  return `${alias}: ${field.name}${page} ${selectionOf(schema, field.type, depth)}`;
}

/** A record as an answer names it. */
export interface Found {
  readonly type: string;
  readonly id: string;
  /** True when it stood in a list or a page. */
  readonly listed: boolean;
}

/** Every record anywhere in an answer. */
export function recordsIn(value: unknown, listed = false): Found[] {
  if (Array.isArray(value)) return value.flatMap((each) => recordsIn(each, true));
  if (value === null || typeof value !== "object") return [];
  const { __typename: type, id } = value as { __typename?: string; id?: string };
  // Ids of records are typed; other objects may have an `id` of another kind.
  if (type !== undefined && typeof id === "string" && Object.keys(value).length === 2)
    return [{ type, id, listed }];
  const inside = Object.values(value);
  const edges = "node" in value && "cursor" in value;
  return inside.flatMap((each) => recordsIn(each, edges));
}

/** A connection anywhere in an answer, to compare its count with its rows. */
export function pagesIn(
  value: unknown,
): { totalCount: number; nodes: unknown[]; edges: unknown[] }[] {
  if (Array.isArray(value)) return value.flatMap(pagesIn);
  if (value === null || typeof value !== "object") return [];
  const own =
    "totalCount" in value && "nodes" in value && "edges" in value
      ? [value as { totalCount: number; nodes: unknown[]; edges: unknown[] }]
      : [];
  return [...own, ...Object.values(value).flatMap(pagesIn)];
}
