import { connectionOf } from "../kernel/connection.ts";
import type { Batch } from "../kernel/context.ts";
import { relation } from "../kernel/relation-page.ts";
import { Membership, MembershipState } from "./membership.entity.ts";
import { visibleMemberships } from "./membership.policy.ts";
import { visiblePersons } from "./people.policy.ts";
import { Person } from "./person.entity.ts";

export const memberships = connectionOf("Membership", () => Membership);

/** The members of a school that the viewer may see, by name. */
export const membersOfSchool = relation<Person>({
  child: Person,
  parent: "schoolId",
  order: {
    name: "member name",
    keys: [
      { path: "name", type: "text", direction: "asc" },
      { path: "id", type: "text", direction: "asc" },
    ],
  },
  visible: visiblePersons as never,
});

/** Who asks to join a school, as far as the viewer may know; who has waited longest stands first. */
export const requestsOfSchool = relation<Membership>({
  child: Membership,
  parent: "schoolId",
  order: {
    name: "longest waiting",
    keys: [
      { path: "requestedAt", type: "moment", direction: "asc" },
      { path: "id", type: "text", direction: "asc" },
    ],
  },
  visible: (viewer) =>
    ({ $and: [{ state: MembershipState.REQUESTED }, visibleMemberships(viewer)] }) as never,
});

/** Batch: the memberships of persons that the viewer may see, the latest first. */
export const membershipsByPerson: Batch<Membership[]> = async ({ em, viewer }, ids) => {
  const rows = (await em
    .createQueryBuilder(Membership)
    .where({ $and: [{ personId: { $in: [...ids] } }, visibleMemberships(viewer)] } as never)
    .orderBy([{ requestedAt: "desc" }, { id: "desc" }])
    .execute()) as Membership[];
  return Map.groupBy(rows, ({ personId }) => personId);
};
