import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import type { PersonalDataHolder } from "../kernel/personal-data.ts";
import { project } from "../search/projection.ts";
import { textOf } from "./reflection-text.ts";
import { eraseReflection } from "./reflection-writing.service.ts";
import { Reflection, ReflectionVisibility } from "./reflection.entity.ts";
import { reflectionDocuments } from "./reflection.search.ts";
import { stateOf } from "./reflection.state.ts";

/** What reflections hold about a person: what they wrote, whoever reads it. */
export const reflectionsOfAPerson: PersonalDataHolder = {
  name: "reflections",

  async collect(em: Em, personId: string): Promise<object> {
    const rows = await em
      .createQueryBuilder(Reflection)
      .where({ authorId: personId })
      .orderBy({ createdAt: "asc" })
      .execute();
    return rows.map((row) => ({
      id: row.id,
      readBy: row.visibility,
      state: stateOf(row),
      moderatorsNote: row.moderationNote,
      ...textOf(row),
      changesNotYetShared: row.pending,
      about: row.summaryId ?? row.sessionId,
      school: row.schoolId,
      createdAt: row.createdAt,
      lastChangedAt: row.editedAt,
      publishedAt: row.publishedAt,
    }));
  },

  /**
   * What is public may stay, as everyone reads it, without its author and their school: a date and a small school could
   * tell who it was. Changes that nobody has accepted go; so does all that is not public.
   */
  async erase(tx: Em, personId: string, { keepContributions }): Promise<void> {
    const own = await tx.find(
      Reflection,
      { authorId: personId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: "asc" } },
    );
    const isKept = ({ visibility }: Reflection) =>
      keepContributions && visibility === ReflectionVisibility.PUBLIC;
    const kept = own.filter(isKept);
    for (const reflection of kept) reflection.disown();
    await tx.flush();
    await project(tx, await reflectionDocuments(tx, kept));
    for (const reflection of own) if (!isKept(reflection)) await eraseReflection(tx, reflection);
  },
};
