import type { SelfStudyAudience, SelfStudyItemFilter } from "../generated/graphql.ts";

/** Audiences as words of an address. */
export const audienceWords: Readonly<Record<string, SelfStudyAudience>> = {
  "early-career-teachers": "EARLY_CAREER_TEACHER",
  mentors: "MENTOR",
  "induction-tutors": "INDUCTION_TUTOR",
};

/** What narrows the list of self-study: one of each at most. */
const selfStudyParams = ["audience", "phase", "subject", "module"] as const;

/** What an address of the list asks for; what means nothing to us is left out. */
export type SelfStudyAddress = Readonly<
  Partial<Record<(typeof selfStudyParams)[number] | "after", string>>
>;

/** Reads an address. */
export function readSelfStudyAddress(params: URLSearchParams): SelfStudyAddress {
  const address: Partial<Record<keyof SelfStudyAddress, string>> = {};
  for (const name of selfStudyParams) {
    const value = params.get(name) ?? "";
    const fits = name === "audience" ? Object.hasOwn(audienceWords, value) : value.length <= 200;
    if (value !== "" && fits) address[name] = value;
  }
  const after = params.get("after");
  if (after) address.after = after;
  return address;
}

/** The shortest address that asks for this. */
export function toSelfStudyAddress(address: SelfStudyAddress): string {
  const params = new URLSearchParams();
  for (const name of [...selfStudyParams, "after"] as const) {
    const value = address[name];
    if (value !== undefined) params.set(name, value);
  }
  return `/cpd/self-study${params.size > 0 ? `?${params}` : ""}`;
}

/** The address as the schema's filter. */
export const toSelfStudyFilter = (address: SelfStudyAddress): SelfStudyItemFilter => ({
  writtenFor: address.audience === undefined ? undefined : audienceWords[address.audience],
  phases: address.phase === undefined ? undefined : [address.phase],
  subjects: address.subject === undefined ? undefined : [address.subject],
  module: address.module,
});
