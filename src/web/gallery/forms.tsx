import type { ReactNode } from "react";
import { Confirm } from "../components/form/confirm.tsx";
import { Field } from "../components/form/field.tsx";
import { Fieldset, Tick } from "../components/form/fieldset.tsx";
import type { FormOutcome } from "../components/form/outcome.ts";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice } from "../components/form/saved.tsx";
import { Buttons, SubmitButton } from "../components/form/submit-button.tsx";
import type { Area } from "./specimen.ts";

const phases = [
  { value: "primary", label: "Primary" },
  { value: "secondary", label: "Secondary" },
  { value: "post-16", label: "Post-16, with a name that takes more than one line of its column" },
];

const questions = (
  <>
    <Field name="name" label="Your name" autoComplete="name" hint="As colleagues know you." />
    <Field
      name="email"
      type="email"
      label="E-mail address"
      autoComplete="email"
      inputMode="email"
    />
    <Field
      name="stage"
      label="Career stage"
      optional
      none="Choose a stage"
      options={[
        { value: "ECT", label: "Early career teacher" },
        { value: "LEADER", label: "Leader" },
      ]}
    />
    <Field name="context" label="What was the class like?" rows={4} longest={200} optional />
    <Fieldset type="checkbox" name="phase" legend="Phases" columns choices={phases} />
    <Fieldset
      type="radio"
      name="audience"
      legend="Who may read it?"
      chosen={["private"]}
      choices={[
        { value: "private", label: "Only you" },
        { value: "school", label: "Your school", hint: "Everyone who belongs to it." },
      ]}
    />
    <PasswordField
      name="password"
      label="Password"
      autoComplete="new-password"
      hint="12 characters or more."
    />
    <Tick name="agreed" label="No pupil can be recognised" />
    <Buttons>
      <SubmitButton>Save</SubmitButton>
      <SubmitButton look="other" name="then" value="share">
        Save and share
      </SubmitButton>
    </Buttons>
  </>
);

const form = (intent: string, outcome?: Partial<FormOutcome>): ReactNode => (
  <PostForm
    intent={intent}
    action="/gallery"
    outcome={outcome && { intent, fields: {}, summary: undefined, kept: {}, ...outcome }}
  >
    {questions}
  </PostForm>
);

/** Forms that change something, and what they answer. */
export const forms: Area = {
  name: "Forms",
  specimens: [
    { name: "Empty form", show: form("empty") },
    {
      name: "Form with faults",
      note: "The summary takes the focus; each fault leads to its field; what was typed is kept.",
      show: form("faulty", {
        fields: {
          name: "Say what your name is",
          email: "That is not an e-mail address",
          phase: "Choose a phase",
          password: "A password has 12 characters or more",
          agreed: "Confirm that no pupil can be recognised",
        },
        kept: { email: ["ada@"], context: ["A class of 31. ".repeat(14)], audience: ["school"] },
      }),
    },
    {
      name: "Form refused as a whole",
      show: (
        <PostForm
          intent="refused"
          action="/gallery"
          outcome={{
            intent: "refused",
            fields: {},
            summary: "Somebody else has changed this meanwhile. Load the page again to see it.",
            kept: {},
          }}
        >
          <Field name="code" width="code" label="Code" inputMode="numeric" />
          <SubmitButton>Go on</SubmitButton>
        </PostForm>
      ),
    },
    {
      name: "Confirmation",
      show: (
        <Confirm ask="Leave the school …">
          <p>You will no longer see what colleagues share with the school.</p>
          <PostForm intent="leave" action="/gallery" outcome={undefined}>
            <SubmitButton look="danger">Leave the school</SubmitButton>
          </PostForm>
        </Confirm>
      ),
    },
    {
      name: "Confirmation, open",
      show: (
        <Confirm ask="Delete …" about="the reflection" open>
          <p>It cannot be brought back.</p>
          <PostForm intent="delete" action="/gallery" outcome={undefined}>
            <SubmitButton look="danger">Delete the reflection</SubmitButton>
          </PostForm>
        </Confirm>
      ),
    },
    {
      name: "Saved",
      show: (
        <Notice>
          <p>Your profile is saved.</p>
        </Notice>
      ),
    },
    {
      name: "Worth knowing",
      show: (
        <Notice look="plain">
          <p>Your school lead has been asked. You can go on meanwhile.</p>
        </Notice>
      ),
    },
    {
      name: "Take care",
      show: (
        <Notice look="care">
          <p>
            <strong>Your e-mail address is not confirmed yet.</strong> Press the link in the message
            that we sent.
          </p>
        </Notice>
      ),
    },
  ],
};
