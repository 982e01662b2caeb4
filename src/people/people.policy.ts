import type { FilterQuery } from "@mikro-orm/core";
import type { Viewer } from "../kernel/viewer.ts";
import type { Person } from "./person.entity.ts";

/**
 * The persons that exist for a viewer: all there are, because a person is in the record only as the author of public
 * work. Accounts bring persons without any, and a rule that asks for it.
 */
export const visiblePersons = (_viewer: Viewer): FilterQuery<Person> => ({});
