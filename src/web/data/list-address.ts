import { isSlug, vocabularies } from "./terms.ts";

/** One way to narrow a list: a parameter of its address, and what it can hold. */
export interface Choice {
  readonly param: string;
  readonly name: string;
  readonly canBe: (value: string) => boolean;
}

/** What an address of a list asks for. */
export interface ListAddress {
  readonly path: string;
  /** By parameter, in the order of the choices; each value is well formed. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly after: string | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

/** The vocabularies that every list of records is narrowed by. */
export const termChoices: readonly Choice[] = vocabularies
  .filter(({ scheme }) => scheme !== "PD_MECHANISM")
  .map(({ param, one }) => ({ param, name: one, canBe: (value) => isSlug(value) }));

/** A school by its unique reference number, at most seven digits. */
export const schoolChoice: Choice = {
  param: "school",
  name: "School",
  canBe: (value) => /^[1-9]\d{0,6}$/.test(value),
};

/** Reads an address: one value of each choice; what cannot be used is listed rather than refused. */
export function readListAddress(
  path: string,
  choices: readonly Choice[],
  params: URLSearchParams,
): ListAddress {
  const chosen: Record<string, string> = {};
  const ignored: string[] = [];
  for (const { param, canBe } of choices)
    for (const value of new Set(params.getAll(param))) {
      if (value === "") continue;
      if (chosen[param] === undefined && canBe(value)) chosen[param] = value;
      else ignored.push(`${param}=${value.slice(0, 40)}`);
    }
  return { path, chosen, after: params.get("after") || undefined, ignored: ignored.slice(0, 5) };
}

/** The shortest address that asks for this. */
export function toListPath({ path, chosen, after }: Omit<ListAddress, "ignored">): string {
  const params = new URLSearchParams(chosen);
  if (after !== undefined) params.set("after", after);
  return params.size === 0 ? path : `${path}?${params}`;
}

/** The same list, from its first page, without one of its choices. */
export function withoutChoice(address: ListAddress, param: string): string {
  const { [param]: _, ...chosen } = address.chosen;
  return toListPath({ path: address.path, chosen, after: undefined });
}

/** The chosen terms and school as the schema's filters take them. */
export function toListFilter({ chosen }: ListAddress) {
  const terms = vocabularies.flatMap(({ param, field }) =>
    chosen[param] === undefined ? [] : [[field, [chosen[param]]] as const],
  );
  return {
    ...(Object.fromEntries(terms) as Partial<
      Record<"topics" | "subjects" | "phases" | "keyStages" | "pupilGroups", string[]>
    >),
    ...(chosen.school !== undefined && { schoolUrn: Number(chosen.school) }),
  };
}
