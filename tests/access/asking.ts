import { graphql, type GraphQLSchema } from "graphql";
import { services } from "../../src/app/application.ts";
import { apiSchema } from "../../src/app/schema.ts";
import { Context, type Service } from "../../src/kernel/context.ts";
import type { Viewer } from "../../src/kernel/viewer.ts";
import type { World } from "../support/world.ts";

export const schema: GraphQLSchema = await apiSchema();

// oxlint-disable-next-line no-explicit-any -- a test reads whatever its query asked for
type Data = any;

export interface Asked {
  readonly data: Data;
  /** Where in the answer something was refused, and with which code. */
  readonly refused: readonly {
    readonly path: readonly (string | number)[];
    readonly code: unknown;
  }[];
}

/** Asks as a client would, and tells where something was refused. A defect fails the test at once. */
export async function ask(
  world: World,
  viewer: Viewer,
  source: string,
  variableValues: Record<string, unknown> = {},
  provided: ReadonlyMap<Service<unknown>, unknown> = services(),
): Promise<Asked> {
  const contextValue = new Context(world.fresh, viewer, {
    publicUrl: "https://potbank.test",
    services: provided,
  });
  const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue });
  for (const error of errors) {
    if (error.extensions.code === undefined)
      throw new Error(`${error.message}\n${String(error.originalError?.stack)}\n${source}`);
  }
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    refused: errors.map(({ path = [], extensions }) => ({ path, code: extensions.code })),
  };
}

/**
 * Asks for these fields of whatever `wrap` puts them into, without those that are refused: a refusal of one that cannot be
 * null would take its record with it. Answers what was given and which aliases were refused.
 */
export async function askAll(
  world: World,
  viewer: Viewer,
  fields: ReadonlyMap<string, string>,
  wrap: (selection: string) => string,
  variables: Record<string, unknown> = {},
): Promise<{ data: Data; refused: ReadonlySet<string> }> {
  const refused = new Set<string>();
  for (;;) {
    const open = [...fields].filter(([alias]) => !refused.has(alias)).map(([, text]) => text);
    const answer = await ask(world, viewer, wrap(`__typename ${open.join(" ")}`), variables);
    const again = answer.refused
      .flatMap(({ path }) => path)
      .filter((step) => typeof step === "string")
      .filter((step) => fields.has(step) && !refused.has(step));
    if (again.length === 0) {
      if (answer.refused.length > 0)
        throw new Error(`Refused as a whole: ${JSON.stringify(answer.refused)}`);
      return { data: answer.data, refused };
    }
    for (const alias of again) refused.add(alias);
  }
}
