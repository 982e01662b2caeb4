import { GraphQLError } from "graphql";

/** The six ways a request may be refused. Anything else is a defect and is masked. */
export type ErrorCode =
  | "BAD_USER_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "RATE_LIMITED";

/** A refusal that a client may read: its message, its code and, where there is one, the field at fault. */
export class DomainError extends GraphQLError {
  override name = "DomainError";
  constructor(code: ErrorCode, message: string, detail: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...detail } });
  }
}

/** Input that cannot be right: names the field, what was wrong and what would be right. */
export const badInput = (field: string, message: string) =>
  new DomainError("BAD_USER_INPUT", `${field}: ${message}`, { field });

/** Absent, or not for this viewer: the words are the same on purpose. */
export const notFound = (type: string, id: string) =>
  new DomainError("NOT_FOUND", `No ${type} ${id}.`);

/** Visible, but the act is not allowed. */
export const forbidden = (act: string) => new DomainError("FORBIDDEN", `You may not ${act}.`);

/** The record is not in a state that allows this act. */
export const conflict = (message: string) => new DomainError("CONFLICT", message);

/** Nobody is signed in: `act` says what they need to sign in for, "ask to join a school". */
export const unauthenticated = (act: string) =>
  new DomainError("UNAUTHENTICATED", `Sign in to ${act}.`);
