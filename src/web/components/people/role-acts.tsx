import type { ReactNode } from "react";
import { givenRoles, type RoleName, roleWords } from "../../data/people-words.ts";
import { Tag } from "../cards.tsx";
import { ConfirmedAct } from "./acts.tsx";
import { Row, RowList } from "./row-list.tsx";

/** Every role that can be given, whether it is held, and what can be done about it. */
export function RoleActs({
  name,
  held,
  school,
}: {
  /** Whose they are. */
  name: string;
  held: readonly RoleName[];
  /** The school they belong to; only its members can lead it. */
  school: string | null;
}): ReactNode {
  return (
    <RowList label="Roles">
      {givenRoles.map((role) => {
        const { name: roleName, may } = roleWords[role];
        const holds = held.includes(role);
        const impossible = role === "SCHOOL_LEAD" && school === null && !holds;
        const where = role === "SCHOOL_LEAD" && school ? ` of ${school}` : "";
        return (
          <Row
            key={role}
            title={
              <>
                {`${roleName}${where}`} {holds && <Tag>Held</Tag>}
              </>
            }
            facts={impossible ? `${may} Only a member of a school can lead it.` : may}
          >
            {!impossible && (
              <ConfirmedAct
                ask={holds ? "Take back …" : "Give …"}
                about={`${roleName.toLowerCase()}: ${name}`}
                intent={holds ? "take-role" : "give-role"}
                of={role}
                look={holds ? "danger" : "main"}
                words={
                  <p>
                    {holds
                      ? `From now on ${name} can no longer do what a ${roleName.toLowerCase()}${where} may.`
                      : `${name} becomes ${roleName.toLowerCase()}${where}, at once.`}
                  </p>
                }
              >
                {holds ? "Take the role back" : "Give the role"}
              </ConfirmedAct>
            )}
          </Row>
        );
      })}
    </RowList>
  );
}
