import type { ReactNode } from "react";
import { givenRoles, type RoleName, roleWords } from "../../data/people-words.ts";
import { Tag } from "../cards.tsx";
import { ConfirmedAct } from "./acts.tsx";
import { Row, RowList } from "./row-list.tsx";

interface RoleActsProps {
  /** Whose they are. */
  readonly name: string;
  readonly held: readonly RoleName[];
  readonly canGive: readonly RoleName[];
  readonly canTake: readonly RoleName[];
  /** The school they belong to; only its members can lead it. */
  readonly school: string | undefined;
}

/** Every role that can be given, whether it is held, and what can be done about it. */
export function RoleActs({ name, held, canGive, canTake, school }: RoleActsProps): ReactNode {
  return (
    <RowList label="Roles">
      {givenRoles.map((role) => {
        const { name: roleName, may } = roleWords[role];
        const where = role === "SCHOOL_LEAD" && school ? ` of ${school}` : "";
        const words = { role, roleName, where, name };
        return (
          <Row
            key={role}
            title={
              <>
                {roleName + where} {held.includes(role) && <Tag>Held</Tag>}
              </>
            }
            facts={
              role === "SCHOOL_LEAD" && !school
                ? `${may} Only a member of a school can lead it.`
                : may
            }
          >
            {canGive.includes(role) && <Give {...words} />}
            {canTake.includes(role) && <Take {...words} />}
          </Row>
        );
      })}
    </RowList>
  );
}

interface Words {
  readonly role: RoleName;
  readonly roleName: string;
  readonly where: string;
  readonly name: string;
}

function Give({ role, roleName, where, name }: Words): ReactNode {
  return (
    <ConfirmedAct
      ask="Give …"
      about={`${roleName.toLowerCase()}: ${name}`}
      intent="give-role"
      of={role}
      look="main"
      words={
        <p>
          {name} becomes {roleName.toLowerCase()}
          {where}, at once.
        </p>
      }
    >
      Give the role
    </ConfirmedAct>
  );
}

function Take({ role, roleName, where, name }: Words): ReactNode {
  return (
    <ConfirmedAct
      ask="Take back …"
      about={`${roleName.toLowerCase()}: ${name}`}
      intent="take-role"
      of={role}
      words={
        <p>
          From now on {name} can no longer do what this role allows
          {where && `: ${roleName}${where}`}.
        </p>
      }
    >
      Take the role back
    </ConfirmedAct>
  );
}
