import { LockMode } from "@mikro-orm/core";
import type { PersonalDataHolder } from "../kernel/personal-data.ts";
import { unproject } from "../search/projection.ts";
import { ResearchProject } from "./research-project.entity.ts";

/** Projects that a person leads. */
export const projectsOfAPerson: PersonalDataHolder = {
  name: "projects",
  async collect(em, personId) {
    const led = await em
      .createQueryBuilder(ResearchProject)
      .where({ leadId: personId })
      .orderBy({ id: "asc" })
      .execute();
    return led.map(({ id, title, question, status, publishedAt }) => ({
      id,
      title,
      question,
      status,
      publishedAt,
    }));
  },
  /** A published project is its school's too: kept, it stands there without its lead. What nobody has read goes. */
  async erase(tx, personId, { keepContributions }) {
    const led = await tx.find(
      ResearchProject,
      { leadId: personId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: "asc" } },
    );
    const goes = ({ publishedAt }: ResearchProject) => !keepContributions || publishedAt === null;
    for (const project of led)
      if (goes(project)) tx.remove(project);
      else project.leadId = null;
    await tx.flush();
    await unproject(
      tx,
      led.filter(goes).map(({ id }) => id),
    );
  },
};
