import { data, redirect, type RouterContextProvider } from "react-router";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { optionsContext, type WebOptions } from "./request-context.ts";

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

interface RouteArguments {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
}

type Outcome = Awaited<ReturnType<WebOptions["execute"]>>;
type Fault = NonNullable<Outcome["errors"]>[number];

const execute = <Result, Variables extends Record<string, unknown>>(
  { context }: RouteArguments,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Outcome> =>
  context.get(optionsContext).execute({ document: document.toString(), variables });

/** Where one signs in and comes back from: what was asked for by GET, else the page its form stands on. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  // The router asks for the data of a page under a name of its own.
  const path = pathname.replace(/(?:\/_root|\/_)?\.data$/, "") || "/";
  const params = new URLSearchParams(search);
  params.delete("_routes");
  const asked = params.size > 0 ? `${path}?${params}` : path;
  return `/sign-in?${new URLSearchParams({ next: asked })}`;
}

/** Ends the request for what no page can put right: signs in first, is not for this person, is a defect of ours. */
function refuse({ context, request }: RouteArguments, error: Fault): never {
  const code = error.extensions?.code;
  if (code === "UNAUTHENTICATED") throw redirect(signInPath(request));
  if (code === "FORBIDDEN") throw data({ message: error.message }, { status: 403 });
  if (code === "NOT_FOUND") throw data(null, { status: 404 });
  if (code === "RATE_LIMITED") throw data({ message: error.message }, { status: 429 });
  // The schema has already logged what it masked, and says under which id.
  const known = error.extensions?.logId;
  const logId =
    typeof known === "string"
      ? known
      : context.get(optionsContext).logError(new Error(`A page: ${error.message}`));
  throw data({ logId }, { status: 500 });
}

const fieldOf = ({ extensions }: Fault): string | undefined =>
  typeof extensions?.field === "string" ? extensions.field : undefined;

/**
 * Runs a typed document as whoever asks. Throws `BadInput` for a fault of the asker, a redirect to sign-in where it is
 * needed, a 403, 404 or 429 page, and a 500 page with a log id for a fault of ours.
 */
export async function query<Result, Variables extends Record<string, unknown>>(
  args: RouteArguments,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return answerOf(args, await execute(args, document, variables));
}

/** As `query`, as somebody who is not signed in, whoever asks: for what everyone is given alike, feeds and sitemaps. */
export async function queryForAnyone<Result, Variables extends Record<string, unknown>>(
  args: RouteArguments,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const { executeForAnyone } = args.context.get(optionsContext);
  return answerOf(args, await executeForAnyone({ document: document.toString(), variables }));
}

function answerOf<Result>(args: RouteArguments, outcome: Outcome): Result {
  const error = outcome.errors?.[0];
  if (!error) return outcome.data as Result;
  if (error.extensions?.code === "BAD_USER_INPUT")
    throw new BadInput(error.message, fieldOf(error));
  return refuse(args, error);
}

/** What a form was refused for, in words for the person who sent it. */
export interface Refusal {
  readonly code: "BAD_USER_INPUT" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT" | "RATE_LIMITED";
  /** Path of the input at fault, as `input.name`; undefined when it is none of them. */
  readonly field: string | undefined;
  readonly message: string;
}

const refusals: readonly unknown[] = [
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "RATE_LIMITED",
] satisfies Refusal["code"][];

/**
 * Runs a typed mutation as whoever sent the form. A refusal is an answer: the form shows it and keeps what was typed. Only
 * who is signed out goes to sign in, and a fault of ours is a 500 page.
 */
export async function mutate<Result, Variables extends Record<string, unknown>>(
  args: RouteArguments,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<
  | { readonly done: Result; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: Refusal }
> {
  const outcome = await execute(args, document, variables);
  const error = outcome.errors?.[0];
  if (!error) return { done: outcome.data as Result };
  const code = error.extensions?.code;
  if (!refusals.includes(code)) return refuse(args, error);
  const { message, field } = new BadInput(error.message, fieldOf(error));
  return { refused: { code: code as Refusal["code"], field, message } };
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
