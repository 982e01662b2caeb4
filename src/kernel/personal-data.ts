import type { Em } from "./em.ts";

/** What is to become of what a person has published. */
export interface Erasure {
  /** True: it stays, with no author. False: it goes too. */
  readonly keepContributions: boolean;
}

/** What one part of the program holds about persons. */
export interface PersonalDataHolder {
  /** Key of its part in the file a person downloads: `reflections`. */
  readonly name: string;
  /**
   * Everything held about the person, as plain JSON that the person can read: words rather than codes, no secrets
   * (hashes, tokens), no other persons' data.
   */
  collect(em: Em, personId: string): Promise<object>;
  /**
   * Removes it, search documents too, inside the transaction that removes the person. The account and the person's own
   * row are still there, and go last. Afterwards no column may name the person.
   */
  erase(tx: Em, personId: string, erasure: Erasure): Promise<void>;
}

const registered = new Map<string, PersonalDataHolder>();

/** Each part says once what it holds about persons, for "download my data" and "delete my account". */
export function registerPersonalData(holder: PersonalDataHolder): void {
  registered.set(holder.name, holder);
}

/** Every part that holds something, by name. */
export const personalDataHolders = (): PersonalDataHolder[] =>
  [...registered.values()].toSorted((one, other) => one.name.localeCompare(other.name, "en"));
