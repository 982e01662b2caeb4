import { type DocumentNode, graphql, type GraphQLSchema, print } from "graphql";
import { services } from "../../src/app/application.ts";
import { apiSchema } from "../../src/app/schema.ts";
import { Context } from "../../src/kernel/context.ts";
import type { Em } from "../../src/kernel/em.ts";
import type { Viewer } from "../../src/kernel/viewer.ts";

let schema: GraphQLSchema | undefined;

/** An answer as a client gets it, and what it cost. */
export interface Answer {
  // oxlint-disable-next-line no-explicit-any -- a test reads whatever its query asked for
  readonly data: any;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined;
  /** Statements sent to the database while answering. */
  readonly statements: readonly string[];
}

/** Asks the schema as a client would; `statements` is where the database's log of this test grows. */
export async function answer(
  em: Em,
  statements: readonly string[],
  source: string | DocumentNode,
  variables: Record<string, unknown>,
  viewer: Viewer,
): Promise<Answer> {
  schema ??= await apiSchema();
  const before = statements.length;
  const context = new Context(em, viewer, {
    publicUrl: "https://potbank.test",
    services: services(),
  });
  const { data, errors } = await graphql({
    schema,
    source: typeof source === "string" ? source : print(source),
    variableValues: variables,
    contextValue: context,
  });
  return {
    data: data === undefined || data === null ? data : JSON.parse(JSON.stringify(data)),
    errors: errors?.map(({ message, extensions }) => ({ message, extensions })),
    statements: statements.slice(before),
  };
}
