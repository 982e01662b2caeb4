import { data } from "react-router";
import type { FormOutcome, Kept } from "../components/form/outcome.ts";
import { BadInput, type Refusal } from "./query.server.ts";

/** Largest form that is read unless its page says otherwise, in bytes. */
const bytesMax = 256 * 1024;

/** Never sent back to be shown again, whatever form they stand in. */
const secret = /password|token|code|secret/i;

/** What a reader typed. */
export interface SentForm {
  /** Which form of the page; "" for the only one. */
  readonly intent: string;
  /** One line without blanks around it; "" where there is none. */
  line(name: string): string;
  /** Several lines, as they were typed but for blanks around them. */
  text(name: string): string;
  /** Exactly what was typed: a password may end in a blank. */
  exactly(name: string): string;
  /** Every value of a name, once each, without empty ones. */
  all(name: string): readonly string[];
  /** Whether a box is ticked. */
  ticked(name: string): boolean;
  /** Whether the form has such a field, filled in or not. */
  has(name: string): boolean;
  readonly kept: Kept;
  /** Files, where the form may hold them. */
  file(name: string): File | undefined;
}

/** Characters that no reader types and no database keeps. */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const cleanText = (value: string): string =>
  value.replaceAll("\r\n", "\n").replaceAll(unseen, "").toWellFormed().trim();

/** Reads the form of a POST request; more than `longest` bytes, or what is no form, is refused (413, 400). */
export async function readForm(request: Request, longest = bytesMax): Promise<SentForm> {
  const form = await formOf(request, longest);
  const values = (name: string): string[] =>
    form.getAll(name).filter((value) => typeof value === "string");
  const kept: Record<string, string[]> = {};
  for (const name of new Set(form.keys()))
    if (!secret.test(name)) kept[name] = values(name).map(cleanText);
  const text = (name: string): string => cleanText(values(name)[0] ?? "");
  return {
    intent: text("intent"),
    line: (name) => text(name).replaceAll(/\s+/g, " "),
    text,
    exactly: (name) => values(name)[0] ?? "",
    all: (name) => [...new Set(values(name).map(cleanText))].filter((value) => value !== ""),
    ticked: (name) => values(name).length > 0,
    has: (name) => form.has(name),
    kept,
    file(name) {
      const file = form.get(name);
      return file instanceof File && file.size > 0 ? file : undefined;
    },
  };
}

async function formOf(request: Request, longest: number): Promise<FormData> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    // Read to its end, so that the answer reaches the sender; the server has set a limit to that already.
    if (size <= longest) chunks.push(chunk);
  }
  if (size > longest) throw data(null, { status: 413 });
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(new Blob(chunks), { headers: { "content-type": type } }).formData();
  } catch {
    throw data(null, { status: 400 });
  }
}

/** Why a form is not accepted. */
export interface Problem {
  readonly fields?: Readonly<Record<string, string>>;
  readonly summary?: string;
}

/** An action's answer to a form that cannot be accepted: what is wrong, and what was typed. */
export function refused(form: SentForm, { fields = {}, summary }: Problem, status = 400) {
  const outcome: FormOutcome = { intent: form.intent, fields, summary, kept: form.kept };
  return data(outcome, { status });
}

/**
 * The API's refusal as an answer to the form; what is thrown for the asker's fault (`BadInput`) is one too, and anything else
 * that is thrown goes on to the page of errors. `names` leads from fields of the input (`input.schoolId`, or its last part) to
 * fields of the form where they are called otherwise.
 */
export function refusedBy(
  fault: unknown,
  form: SentForm,
  names: Readonly<Record<string, string>> = {},
) {
  if (!isRefusal(fault)) throw fault;
  const { field: given, message } = fault;
  const last = given?.split(".").at(-1);
  const name = given && (names[given] ?? names[last as string] ?? last);
  return refused(
    form,
    name !== undefined && form.has(name) ? { fields: { [name]: message } } : { summary: message },
    fault instanceof BadInput ? 400 : statusOf[fault.code],
  );
}

const isRefusal = (fault: unknown): fault is Refusal | BadInput =>
  fault instanceof BadInput ||
  (typeof fault === "object" && fault !== null && "code" in fault && !(fault instanceof Error));

const statusOf: Readonly<Record<Refusal["code"], number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};
