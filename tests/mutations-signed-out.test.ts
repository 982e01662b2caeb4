import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from "graphql";
import { describe, expect } from "vitest";
import { apiSchema } from "../src/app/schema.ts";
import { newId } from "../src/kernel/ids.ts";
import { test } from "./support/world.ts";

const schema = await apiSchema();
/** What anybody may do, because it changes no record. */
const forEveryone = ["searchOpened"];
const mutations = Object.values(schema.getMutationType()!.getFields()).filter(
  ({ name }) => !forEveryone.includes(name),
);

/** A value that the type takes: what the schema itself refuses would prove nothing. */
function valueOf(type: GraphQLInputType): unknown {
  const of = getNullableType(type) as GraphQLInputType;
  if (isListType(of)) return [];
  if (isEnumType(of)) return of.getValues()[0]!.name;
  if (isInputObjectType(of))
    return Object.fromEntries(
      Object.values(of.getFields())
        .filter(isRequiredInputField)
        .map(({ name, type: inner }) => [name, valueOf(inner)]),
    );
  if (!isScalarType(of)) throw new Error(`No value is known for ${String(of)}.`);
  const values: Record<string, unknown> = {
    ID: newId("person"),
    Int: 1,
    Boolean: true,
    String: "words",
  };
  if (!(of.name in values)) throw new Error(`No value is known for ${of.name}.`);
  return values[of.name];
}

describe("who is not signed in", () => {
  test.for(mutations.map((field) => [field.name, field] as const))(
    "is told to sign in, and changes nothing: %s",
    async ([name, field], { world }) => {
      const required = field.args.filter(isRequiredArgument);
      const variables = Object.fromEntries(required.map((arg) => [arg.name, valueOf(arg.type)]));
      const taken = required.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
      const given = required.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
      const source = `mutation ${taken ? `(${taken})` : ""} { ${name}${given ? `(${given})` : ""} { __typename } }`;
      const { data, errors } = await world.ask(source, variables);
      expect(errors, name).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
      expect(errors![0]!.message).toMatch(/sign in/i);
      expect(data?.[name] ?? null).toBeNull();
    },
  );
});
