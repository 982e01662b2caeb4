import { randomUUID } from "node:crypto";
import { DriverException } from "@mikro-orm/core";
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequest } from "@apollo/server";
import { ApolloServerErrorCode, unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationContext,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import type { Metrics } from "./metrics.ts";
import { observeOperations } from "./observed-operations.ts";

/** What one request may ask for. Introspection is outside depth and cost. */
export const limits = {
  /** Bytes of a request's body. */
  bodyBytes: 100_000,
  /** Words and signs of a document. */
  tokens: 3_000,
  /** Levels of fields. */
  depth: 15,
  aliases: 30,
  /** Fields in the answer if every page were full; a page of 100 summaries with all its relations is about 30,000. */
  fields: 100_000,
  /**
   * What one search counts as: it works over the whole collection whatever it returns, and eight are as much as one
   * request may ask for.
   */
  searchFields: 12_000,
} as const;

/** The GraphQL server, for HTTP and for pages alike: same limits, same masking. */
export function createGraphQLServer(
  schema: GraphQLSchema,
  log: Logger,
  metrics?: Metrics,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    // Reading needs no cookie, so there is nothing for another site to forge; mutations are refused on GET.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [
      asRule(maxDepthRule, { n: limits.depth, ignoreIntrospection: true, flattenFragments: true }),
      asRule(maxAliasesRule, { n: limits.aliases }),
    ],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every field of every answer to work out a header that we set ourselves.
      ApolloServerPluginCacheControlDisabled(),
      observeOperations(metrics),
      refuseCostly(schema),
    ],
    formatError: (formatted, error) => maskDefect(formatted, error, log),
    logger: {
      debug() {},
      info() {},
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
  });
}

type ArmorRule = (options: {
  n: number;
  ignoreIntrospection?: boolean;
  flattenFragments?: boolean;
  propagateOnRejection: boolean;
  onReject: ((context: ValidationContext | null, error: GraphQLError) => void)[];
}) => (context: ValidationContext) => object;

/** Reports a refusal as a validation error like any other, instead of throwing out of the validation. */
const asRule = (
  rule: unknown,
  options: { n: number; ignoreIntrospection?: boolean; flattenFragments?: boolean },
) =>
  (rule as ArmorRule)({
    ...options,
    propagateOnRejection: false,
    onReject: [
      (context, error) =>
        context?.reportError(new GraphQLError(error.message.replace(/^Syntax Error: /, ""))),
    ],
  });

/** Looser searches are made once for a search, and twenty hits multiply this to the price of one. */
const looserPrice = limits.searchFields / 20;

/** Each count beside the boxes of a filter works over all the sessions, and has no rows that would multiply it. */
const facetPrice = limits.searchFields / 3;

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (field.name.startsWith("__")) return 0;
  if (type.name === "Query" && field.name === "search")
    return limits.searchFields + Math.max(Number(args.first), 1) * childComplexity;
  if (type.name === "SearchConnection" && field.name === "looser")
    return looserPrice + childComplexity;
  if (type.name === "CpdSessionFacets") return facetPrice + childComplexity;
  if (typeof args.first === "number") return 1 + Math.max(args.first, 1) * childComplexity;
  if (Array.isArray(args.ids)) return 1 + args.ids.length * childComplexity;
  return 1 + childComplexity;
};

const refusal = (message: string, detail: Record<string, unknown> = {}) =>
  new DomainError("BAD_USER_INPUT", message, { ...detail, http: { status: 400 } });

/** How often one document's cost is remembered under different variables. */
const costsMax = 20;

/** What a document costs, worked out once for the same variables: Apollo keeps documents that it has seen before. */
function costing(schema: GraphQLSchema) {
  const costs = new WeakMap<DocumentNode, Map<string, number>>();
  return (document: DocumentNode, request: GraphQLRequest): number => {
    const key = JSON.stringify([request.operationName, request.variables]);
    let known = costs.get(document);
    if (!known) costs.set(document, (known = new Map()));
    const found = known.get(key) ?? fieldsOf(schema, document, request);
    if (known.size < costsMax && key.length < 1_000) known.set(key, found);
    return found;
  };
}

function fieldsOf(schema: GraphQLSchema, query: DocumentNode, request: GraphQLRequest): number {
  try {
    return getComplexity({
      schema,
      query,
      variables: request.variables ?? {},
      ...(request.operationName && { operationName: request.operationName }),
      estimators: [estimate],
    });
  } catch (error) {
    if (/Query exceeds the maximum allowed number of nodes/.test(String(error))) return Infinity;
    // Variables that do not fit: the execution says so, naming the variable.
    return 0;
  }
}

/** Path of the first text with a null character, which breaks the database's protocol; undefined when there is none. */
function nullIn(value: unknown, path = "", depth = 0): string | undefined {
  if (typeof value === "string") return value.includes("\u0000") ? path : undefined;
  // No input of ours is nested so deep.
  if (typeof value !== "object" || value === null || depth > 20) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const at = nullIn(inner, path === "" ? name : `${path}.${name}`, depth + 1);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Refuses, as a fault of the request, what is too much or what the schema has no root for. */
function refuseCostly(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const costOf = costing(schema);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document, operation }) {
          if (operation && !schema.getRootType(operation.operation))
            throw refusal(`There is nothing to ask for by a ${operation.operation}; send a query.`);
          const at = nullIn(request.variables ?? {});
          if (at !== undefined)
            throw refusal(`${at}: contains a null character; send plain text.`, { field: at });
          const fields = costOf(document, request);
          if (fields > limits.fields)
            throw refusal(
              `This query could return ${Number.isFinite(fields) ? fields : "far too many"} fields; at most ${limits.fields} are allowed. Ask for fewer rows with first, nest fewer lists, or search and count less often at once.`,
              { field: "first" },
            );
        },
      };
    },
  };
}

/** Faults of the request itself, which Apollo words well enough. */
const requestFaults: readonly unknown[] = Object.values(ApolloServerErrorCode).filter(
  (code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
);

/** What the database answers where a null character stands in the document itself, in an id for one. */
const breaksProtocol = (cause: unknown): boolean =>
  cause instanceof DriverException && "code" in cause && cause.code === "08P01";

/** A refusal is passed on; anything else is a defect, logged in full under an id that is all a client sees. */
function maskDefect(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) return formatted;
  if (requestFaults.includes(formatted.extensions?.code)) return formatted;
  if (breaksProtocol(cause))
    return {
      ...formatted,
      message: "The request contains a null character; send plain text.",
      extensions: { code: "BAD_USER_INPUT" },
    };
  const logId = randomUUID();
  log.error({ logId, err: cause, path: formatted.path }, "a query failed");
  return {
    message: `Something went wrong on our side. If it goes on, tell us this number: ${logId}.`,
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, logId },
  };
}
