import type { Role } from "../../kernel/viewer.ts";

/** Roles that a second factor may be required for. */
const guardedRoles: readonly Role[] = ["PUBLISHER", "ADMINISTRATOR"];

/** The roles a person acts in: without the guarded ones where a second factor is required and they have none. */
export const rolesInForce = (
  roles: readonly Role[],
  { secondFactor, required }: { secondFactor: boolean; required: boolean },
): readonly Role[] =>
  secondFactor || !required ? roles : roles.filter((role) => !guardedRoles.includes(role));
