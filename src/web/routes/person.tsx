import type { ReactNode } from "react";
import { data, Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { FactList } from "../components/fact-list.tsx";
import { Saved } from "../components/form/saved.tsx";
import { ConfirmedAct } from "../components/people/acts.tsx";
import { MembershipHistory, RoleHistory } from "../components/people/person-history.tsx";
import { PageFault } from "../components/people/page-fault.tsx";
import { RoleActs } from "../components/people/role-acts.tsx";
import stack from "../components/people/stack.module.css";
import { RecordPart } from "../components/record-part.tsx";
import { readForm, refusedBy } from "../data/form.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { rolesInWords } from "../data/people-words.ts";
import { findOr404, query } from "../data/query.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { Route } from "./+types/person.ts";
import { personActs } from "./person-acts.server.ts";
import { PersonDocument } from "./person.server.ts";

/** The person with this id, for administrators. */
export async function loader(args: Route.LoaderArgs) {
  const { viewer, node } = await findOr404(query(args, PersonDocument, { id: args.params.id }));
  const self = signedIn(args, viewer);
  if (!viewer.permissions.includes("PERSON_MANAGE"))
    throw data(
      { message: "Only administrators look after people and their roles." },
      { status: 403 },
    );
  if (node?.__typename !== "Person") throw data(null, { status: 404 });
  return { person: node, isSelf: self.id === node.id };
}

/** Does what one of the forms asks for, and comes back to the page. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const act = Object.hasOwn(personActs, form.intent) ? personActs[form.intent] : undefined;
  if (!act) throw data(null, { status: 400 });
  const { refused } = await act.run(args, form, args.params.id);
  if (refused) return refusedBy(refused, form);
  throw redirect(`/people/${encodeURIComponent(args.params.id)}?saved=${act.saved}`);
}

/** After a refusal too: what made an act impossible is worth seeing. */
export const shouldRevalidate = (): boolean => true;

export const meta: Route.MetaFunction = ({ loaderData }) =>
  pageMeta({
    title: `${loaderData?.person.name ?? "A person"} – People – Potbank`,
    description: "The roles and schools of one person, for administrators.",
    noindex: true,
  });

const saved = {
  given: "The role is given.",
  taken: "The role is taken back.",
  ended: "The membership is over.",
  reset:
    "Their second step is taken away, and they are signed out everywhere. They hear of it by e-mail.",
} as const;

const singleButtons = ["give-role", "take-role", "end", "reset"];

type Person = Route.ComponentProps["loaderData"]["person"];

function Membership({ of }: { of: Person }): ReactNode {
  const active = of.memberships.find(({ state }) => state === "ACTIVE");
  return (
    <RecordPart heading="Schools">
      <div className={stack.stack}>
        <MembershipHistory of={of.memberships} />
        {of.viewerCan.endMembership && active && (
          <ConfirmedAct
            ask="End the membership …"
            intent="end"
            of={active.id}
            words={
              <p>
                {of.name} will no longer belong to {active.school.name}, nor lead it. Their account
                and what they wrote stay theirs.
              </p>
            }
          >
            End the membership
          </ConfirmedAct>
        )}
      </div>
    </RecordPart>
  );
}

/** A person: what they may do, where they belong, and what can be done about it. */
export default function PersonPage({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { person, isSelf } = loaderData;
  const { id, name, email, school, viewerCan } = person;
  const roles = person.roles ?? [];
  return (
    <>
      <ArticleHead kind="People" up="/people" title={name} />
      {!actionData && <Saved of={saved} />}
      <PageFault of={singleButtons} outcome={actionData} />
      <FactList
        of={{
          "E-mail": email ?? "No account",
          School: school ? <Link to={`/schools/${school.urn}`}>{school.name}</Link> : "None",
          Roles: rolesInWords(roles),
        }}
      />
      <RecordPart heading="Roles">
        <RoleActs
          name={name}
          held={roles}
          canGive={email ? viewerCan.grantRoles : []}
          canTake={viewerCan.revokeRoles}
          school={school?.name}
        />
        {!email && <p className={stack.soft}>Without an account nobody can act in a role.</p>}
      </RecordPart>
      <Membership of={person} />
      <RecordPart heading="Roles so far">
        <RoleHistory of={person.roleGrants ?? []} />
      </RecordPart>
      {email && !isSelf && (
        <RecordPart heading="Signing in">
          <div className={stack.stack}>
            <p>
              Somebody who has lost their second step and their recovery codes cannot sign in. Make
              sure that it is really they who ask, by telephone or in person.
            </p>
            <ConfirmedAct
              ask="Take the second step away …"
              intent="reset"
              words={
                <p>
                  {name} is signed out everywhere, and signs in with the first step alone until they
                  set up a second one again. They hear of it by e-mail.
                </p>
              }
            >
              Take it away
            </ConfirmedAct>
          </div>
        </RecordPart>
      )}
      <RecordPart heading="Audit trail">
        <p>
          <Link to={`/audit?${new URLSearchParams({ person: id })}`}>
            What was done by them, and about them
          </Link>
        </p>
      </RecordPart>
    </>
  );
}
