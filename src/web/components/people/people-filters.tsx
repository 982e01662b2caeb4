import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { listLeftOut } from "../../data/left-out.ts";
import { type PeopleAddress, toPeoplePath } from "../../data/people-address.ts";
import { roleNames, roleWords } from "../../data/people-words.ts";
import chips from "../list-filters.module.css";
import { useShownChoices } from "../use-choice-form.ts";
import { buttonClass } from "../form/submit-button.tsx";
import styles from "./people-filters.module.css";

/** What narrows the list: a plain form whose choices are the address. */
export function PeopleFilters({ address }: { address: PeopleAddress }): ReactNode {
  const form = useShownChoices(address, toPeoplePath);
  return (
    <Form
      ref={form}
      action="/people"
      role="search"
      aria-label="People"
      autoComplete="off"
      className={styles.form}
    >
      <label className={styles.wide}>
        Name or e-mail address
        <input key={address.q} type="search" name="q" defaultValue={address.q} />
      </label>
      <label>
        Role
        <select
          name="role"
          defaultValue={address.role === undefined ? "" : roleWords[address.role].word}
        >
          <option value="">Any</option>
          {roleNames.map((role) => (
            <option key={role} value={roleWords[role].word}>
              {roleWords[role].name}
            </option>
          ))}
        </select>
      </label>
      <label>
        URN of a school
        <input
          key={address.school}
          name="school"
          inputMode="numeric"
          defaultValue={address.school ?? ""}
        />
      </label>
      <button type="submit" className={buttonClass("main")}>
        Find
      </button>
    </Form>
  );
}

/** What is chosen, each with a way to take it away, and what could not be understood. */
export function PeopleChips({
  address,
  school,
}: {
  address: PeopleAddress;
  /** Name of the school with the URN of the address; undefined for an unknown one. */
  school: string | undefined;
}): ReactNode {
  const first = { ...address, after: undefined };
  const chosen = [
    address.q !== "" && { label: `“${address.q.slice(0, 80)}”`, without: { ...first, q: "" } },
    address.role && {
      label: roleWords[address.role].name,
      without: { ...first, role: undefined },
    },
    address.school !== undefined && {
      label: school ?? `No school with the URN ${address.school}`,
      without: { ...first, school: undefined },
    },
  ].filter((each) => typeof each === "object");
  return (
    <>
      {address.ignored.length > 0 && (
        <p className={chips.note}>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
      {chosen.length > 0 && (
        <ul role="list" className={chips.chips} aria-label="Chosen filters">
          {chosen.map(({ label, without }) => (
            <li key={label}>
              <Link to={toPeoplePath(without)} aria-label={`Remove ${label}`} preventScrollReset>
                {label} <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
