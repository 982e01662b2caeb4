import { createHash } from "node:crypto";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { SummaryRevision } from "../evidence/summary-revision.entity.ts";
import type { Em } from "../kernel/em.ts";
import { School } from "../people/school.entity.ts";
import { Term } from "../terms/term.entity.ts";
import { MarkKind, type MarksKnown, personalMarks } from "./personal-marks.ts";
import { parts, ReflectionPart, type ReflectionText } from "./reflection-text.ts";

registerEnumType(MarkKind, {
  name: "ReflectionMarkKind",
  description: "What kind of personal data a mark is likely to be.",
  valuesConfig: {
    NAME: { description: "A pupil, a parent or a member of staff by name." },
    DATE_OF_BIRTH: {
      description: "A date that is called a birth, or lies where those of pupils lie.",
    },
    PUPIL_NUMBER: { description: "A unique pupil or learner number, or one that is called so." },
    EMAIL: { description: "An e-mail address." },
    PHONE: { description: "A telephone number." },
  },
});

@ObjectType({
  description:
    "Words of a reflection that are likely personal data. Its author takes them out, or says by their key that they may stay.",
})
export class ReflectionMark {
  @Field(() => String, {
    description: "For `confirmedMarks`; holds as long as the part that it stands in says the same.",
  })
  key!: string;

  @Field(() => ReflectionPart, { description: "The part that it stands in." })
  part!: ReflectionPart;

  @Field(() => MarkKind, { description: "What it is likely to be." })
  kind!: MarkKind;

  @Field(() => Int, { description: "Where it begins in the part, in UTF-16 code units from 0." })
  start!: number;

  @Field(() => Int, { description: "Where it ends in the part: the first code unit after it." })
  end!: number;

  @Field(() => String, { description: "The words themselves." })
  words!: string;

  @Field(() => Boolean, { description: "Whether the author has said that it may stay." })
  isConfirmed!: boolean;
}

/** Likely personal data in every part of a text, in reading order. */
export function marksOf(
  text: ReflectionText,
  known: MarksKnown,
  confirmed: readonly string[],
): ReflectionMark[] {
  return parts.flatMap(([part, name]) => {
    const words = text[name] ?? "";
    return personalMarks(words, known).map((mark) => {
      const key = keyOf(part, words, mark);
      return { key, part, ...mark, isConfirmed: confirmed.includes(key) };
    });
  });
}

/** Names the place in the part as it reads now: another text has another key, and is asked about again. */
const keyOf = (
  part: ReflectionPart,
  text: string,
  { kind, start }: { kind: MarkKind; start: number },
) =>
  createHash("sha256")
    .update(JSON.stringify([part, text, kind, start]))
    .digest("base64url")
    .slice(0, 22);

/**
 * What is called by a name and is no person, for authors of each of these schools: the vocabulary, the strands, the
 * school. Three statements, however many schools; `""` is none.
 */
export async function namesKnownAt(
  em: Em,
  schoolIds: readonly string[],
  today: Date,
): Promise<Map<string, MarksKnown>> {
  const terms = await em.createQueryBuilder(Term).select(["label", "aliases"]).execute();
  const titles = await em
    .createQueryBuilder(SummaryRevision, "r")
    .select("r.title")
    .where({
      id: { $in: em.createQueryBuilder(EvidenceSummary, "s").select("s.publishedRevisionId") },
    } as never)
    .execute();
  const wanted = schoolIds.filter((id) => id !== "");
  const schools =
    wanted.length === 0
      ? []
      : await em
          .createQueryBuilder(School)
          .select(["id", "name"])
          .where({ id: { $in: wanted } })
          .execute();
  const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
  const everywhere = [
    ...terms.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...titles.map(({ title }) => title),
  ];
  return new Map(
    schoolIds.map((id) => {
      const school = nameOf.get(id);
      return [id, { names: school === undefined ? everywhere : [...everywhere, school], today }];
    }),
  );
}

/** The same for one author's school, or for an author without one. */
export async function knownNames(
  em: Em,
  schoolId: string | null,
  today: Date,
): Promise<MarksKnown> {
  return (await namesKnownAt(em, [schoolId ?? ""], today)).get(schoolId ?? "")!;
}
