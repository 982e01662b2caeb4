import type { ReactNode } from "react";
import { Link } from "react-router";
import { AccountPage } from "../components/account/account-page.tsx";
import { Field } from "../components/form/field.tsx";
import { type Choice, Fieldset } from "../components/form/fieldset.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice, Saved } from "../components/form/saved.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { careerStages, careerStageWords } from "../data/career-stages.ts";
import { rolesInWords } from "../data/people-words.ts";
import { privateMeta } from "../data/private-page.ts";
import type { Route } from "./+types/account.ts";

export { action, loader } from "./account.server.ts";

export const meta = () =>
  privateMeta("Your profile", "Your name, career stage, subjects, phases and interests.");

const done = {
  profile: "Your profile is saved.",
  confirmed: "Your e-mail address is confirmed, and you are signed in.",
};

interface Term {
  readonly slug: string;
  readonly label: string;
}

const choicesOf = (terms: readonly Term[]): readonly Choice[] =>
  terms.map(({ slug, label }) => ({ value: slug, label }));
const slugsOf = (terms: readonly { readonly slug: string }[]): readonly string[] =>
  terms.map(({ slug }) => slug);

type Data = Route.ComponentProps["loaderData"];

/** School and roles are not changed here: others decide on them. */
function Standing({ of: { viewer } }: { of: Data }): ReactNode {
  const { membership, membershipRequest, roles, withheldRoles } = viewer;
  return (
    <>
      <p>
        {membership ? (
          <>
            You belong to <Link to="/my-school">{membership.school.name}</Link>.
          </>
        ) : membershipRequest ? (
          <>
            <Link to="/my-school">{membershipRequest.school.name}</Link> has been asked to let you
            join.
          </>
        ) : (
          <>
            You belong to no school yet. <Link to="/schools/choose">Choose your school</Link>
          </>
        )}{" "}
        {rolesInWords(roles)}.
      </p>
      {withheldRoles.length > 0 && (
        <Notice look="care">
          <p>
            <strong>{rolesInWords(withheldRoles)}: at rest.</strong> You hold this role, but it asks
            for a second step when signing in.{" "}
            <Link to="/account/security">Set the second step up</Link>
          </p>
        </Notice>
      )}
    </>
  );
}

/** What others see beside one's name, and what one is shown more of. */
export default function Profile({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { person, subjects, phases, topics } = loaderData;
  return (
    <AccountPage
      title="Your profile"
      lead="Your name stands beside what you share. The rest helps to find what fits you."
    >
      {!actionData && <Saved of={done} />}
      <Standing of={loaderData} />
      <PostForm outcome={actionData}>
        <Field
          name="name"
          label="Your name"
          hint="As colleagues know you."
          value={person.name}
          autoComplete="name"
        />
        <Field
          name="careerStage"
          label="Where you are in your career"
          optional
          value={person.careerStage}
          none="Rather not say"
          options={careerStages.map((value) => ({ value, label: careerStageWords[value] }))}
        />
        <Fieldset
          type="checkbox"
          name="phases"
          legend="Phases you work in"
          optional
          columns
          choices={choicesOf(phases)}
          chosen={slugsOf(person.phases)}
        />
        <Fieldset
          type="checkbox"
          name="subjects"
          legend="Subjects you teach"
          optional
          columns
          choices={choicesOf(subjects)}
          chosen={slugsOf(person.subjects)}
        />
        <Fieldset
          type="checkbox"
          name="interests"
          legend="What interests you"
          optional
          columns
          choices={choicesOf(topics)}
          chosen={slugsOf(person.interests)}
        />
        <SubmitButton busy="Saving …">Save the profile</SubmitButton>
      </PostForm>
    </AccountPage>
  );
}
