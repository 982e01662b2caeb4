import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, forbidden, notFound } from "../kernel/errors.ts";
import { cleanText } from "../kernel/input.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { tell } from "./acts.ts";
import { lockPerson } from "./membership.service.ts";
import { canUpdatePerson, visiblePersons } from "./people.policy.ts";
import { Person, PersonTerm } from "./person.entity.ts";
import type { PersonUpdateInput } from "./person.inputs.ts";
import { looksLikeAddress } from "./person-name.ts";

const nameMax = 100;
const termsMax = 30;

/** A name as others read it: one line, nothing that hides or turns text round. Throws BAD_USER_INPUT. */
export function cleanName(given: string, field: string): string {
  const name = cleanText(given, field, 1_000).normalize("NFC").replace(/\s+/g, " ").trim();
  if (name.length > nameMax)
    throw badInput(field, `has ${name.length} characters; at most ${nameMax} are allowed.`);
  if (!/\p{L}/u.test(name))
    throw badInput(field, "has no letter; write the name you are known by.");
  if (looksLikeAddress(name))
    throw badInput(
      field,
      "looks like an address of the web or of mail; write a name, with a space after a dot.",
    );
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(name.replaceAll(/[\u200c\u200d]/g, "")))
    throw badInput(field, "has characters that cannot be seen; type it anew.");
  return name;
}

/**
 * Changes a profile; what is left out stays. Everybody changes their own, administrators anybody's. BAD_USER_INPUT names
 * the field at fault.
 */
export function updatePerson(ctx: Context, input: PersonUpdateInput): Promise<Person> {
  const { personId } = requirePerson(ctx.viewer, "change a profile");
  const id = input.id ?? personId;
  return ctx.write(async (tx) => {
    const person = await lockPerson(tx, id);
    const seen = await tx
      .createQueryBuilder(Person, "p")
      .where({ $and: [{ id }, visiblePersons(ctx.viewer)] } as never)
      .getCount();
    if (!person || seen === 0) throw notFound("person", id);
    if (!canUpdatePerson(ctx.viewer, person)) throw forbidden("change this profile");
    if (input.name === null) throw badInput("name", "is empty; everybody has a name.");
    if (input.name !== undefined) person.name = cleanName(input.name, "name");
    if (input.careerStage !== undefined) person.careerStage = input.careerStage;
    await setTerms(tx, id, TermScheme.SUBJECT, "subjects", input.subjects);
    await setTerms(tx, id, TermScheme.PHASE, "phases", input.phases);
    await setTerms(tx, id, TermScheme.TOPIC, "interests", input.interests);
    await tell(tx, ctx.viewer, "person.updated", id);
    return person;
  });
}

/** Puts these terms of a scheme in the place of those a person has; null and undefined leave them. */
async function setTerms(
  tx: Em,
  personId: string,
  scheme: TermScheme,
  field: string,
  slugs: readonly string[] | null | undefined,
): Promise<void> {
  if (slugs === null || slugs === undefined) return;
  const wanted = [...new Set(slugs)];
  if (wanted.length > termsMax)
    throw badInput(field, `has ${wanted.length} terms; at most ${termsMax} are allowed.`);
  for (const slug of wanted) cleanText(slug, field, 200);
  const terms = await tx.find(Term, { scheme, slug: { $in: wanted } });
  const unknown = wanted.find((slug) => !terms.some((term) => term.slug === slug));
  if (unknown !== undefined)
    throw badInput(
      field,
      `there is no ${scheme} term "${unknown.slice(0, 60)}"; see terms(scheme: ${scheme}).`,
    );
  const held = await tx.find(PersonTerm, { personId });
  const ofScheme = new Set(
    (await tx.find(Term, { scheme, id: { $in: held.map(({ termId }) => termId) } })).map(
      ({ id }) => id,
    ),
  );
  const wantedIds = new Set(terms.map(({ id }) => id));
  for (const link of held)
    if (ofScheme.has(link.termId) && !wantedIds.has(link.termId)) tx.remove(link);
  for (const termId of wantedIds)
    if (!held.some((link) => link.termId === termId)) tx.create(PersonTerm, { personId, termId });
}
