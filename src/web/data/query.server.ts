import { data, type RouterContextProvider } from "react-router";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { optionsContext } from "./request-context.ts";

/** The question itself was wrong: its words are fit for the reader. */
export class BadInput extends Error {
  readonly field: string | undefined;
  constructor(message: string, field: string | undefined) {
    // The API names the field before the fault; a reader sees one field only.
    const fault = message.startsWith(`${field}: `) ? message.slice(`${field}: `.length) : message;
    super(fault.charAt(0).toUpperCase() + fault.slice(1));
    this.field = field;
  }
}

interface LoaderArguments {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
}

/** Runs a typed document. Throws `BadInput` for a fault of the asker, a 500 page with a log id for ours. */
export async function query<Result, Variables extends Record<string, unknown>>(
  { context }: LoaderArguments,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const options = context.get(optionsContext);
  const outcome = await options.execute({
    document: document.toString(),
    variables,
  });
  const error = outcome.errors?.[0];
  if (!error) return outcome.data as Result;
  if (error.extensions?.code === "BAD_USER_INPUT") {
    const field = error.extensions.field;
    throw new BadInput(error.message, typeof field === "string" ? field : undefined);
  }
  // The schema has already logged what it masked, and says under which id.
  const known = error.extensions?.logId;
  const logId =
    typeof known === "string" ? known : options.logError(new Error(`A page: ${error.message}`));
  throw data({ logId }, { status: 500 });
}

/** For look-ups by slug or id: what cannot name a record is as absent as an unknown one. */
export async function findOr404<Result>(lookUp: Promise<Result>): Promise<Result> {
  try {
    return await lookUp;
  } catch (error) {
    if (error instanceof BadInput) throw data(null, { status: 404 });
    throw error;
  }
}
