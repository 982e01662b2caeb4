import { type RoleName, roleOfWord, roleWords } from "./people-words.ts";

/** What an address of the list of people asks for. */
export interface PeopleAddress {
  /** Words of a name or an e-mail address. */
  readonly q: string;
  readonly role: RoleName | undefined;
  /** URN of a school. */
  readonly school: number | undefined;
  readonly after: string | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

const path = "/people";

const urnForm = /^[1-9]\d{0,6}$/;

/** Reads an address: what cannot be used is listed rather than refused. */
export function readPeopleAddress(params: URLSearchParams): PeopleAddress {
  const ignored: string[] = [];
  const read = <Value>(name: string, toValue: (word: string) => Value | undefined) => {
    const word = (params.get(name) ?? "").trim();
    if (word === "") return undefined;
    const value = toValue(word);
    if (value === undefined) ignored.push(`${name}=${word.slice(0, 40)}`);
    return value;
  };
  return {
    q: (params.get("q") ?? "").trim(),
    role: read("role", roleOfWord),
    school: read("school", (word) => (urnForm.test(word) ? Number(word) : undefined)),
    after: params.get("after") || undefined,
    ignored,
  };
}

/** The shortest address that asks for this. */
export function toPeoplePath({ q, role, school, after }: Omit<PeopleAddress, "ignored">): string {
  const params = new URLSearchParams({
    ...(q !== "" && { q }),
    ...(role && { role: roleWords[role].word }),
    ...(school !== undefined && { school: String(school) }),
    ...(after !== undefined && { after }),
  });
  return params.size === 0 ? path : `${path}?${params}`;
}
