import type { PersonalDataHolder } from "../kernel/personal-data.ts";

/** Summaries that a person writes or has reviewed. They are the site's: its keys let the person go. */
export const summariesOfAPerson: PersonalDataHolder = {
  name: "summaries",
  async collect(em, personId) {
    const written = await em.execute<object[]>(
      `select id, slug, state from evidence_summary where author_id = ? order by id`,
      [personId],
    );
    const reviewed = await em.execute<object[]>(
      `select id, title from summary_revision where reviewer_id = ? order by id`,
      [personId],
    );
    return { written, reviewed };
  },
  async erase() {},
};
