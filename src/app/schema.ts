import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema, getMetadataStorage } from "type-graphql";
import { resolvers } from "./modules.ts";

/** The GraphQL schema, built from the decorators of every module. */
export async function apiSchema(): Promise<GraphQLSchema> {
  // A field without a resolver of its own is a property of the row: reading it needs none of type-graphql's machinery,
  // which is there for middleware and roles. Whoever gives a field one of these says `simple: false` beside it.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = await buildSchema({
    resolvers: resolvers as unknown as [() => void],
    // Input is checked where it is used, in words that name the field; there are no class-validator decorators.
    validate: false,
  });
  // type-graphql makes the root types itself and takes no description for them.
  schema.getQueryType()!.description = "Everything that can be read.";
  const acts = schema.getMutationType();
  if (acts) acts.description = "Everything that can be done.";
  return schema;
}

/** The schema as clients and reviewers read it: sorted, with descriptions. */
export const printedSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
