import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Saved } from "../components/form/saved.tsx";
import { buttonClass } from "../components/form/submit-button.tsx";
import { AboutSubject } from "../components/reflections/about.tsx";
import styles from "../components/reflections/reflections.module.css";
import { formatDay, formatTime } from "../data/dates.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { findOr404, query } from "../data/query.server.ts";
import { stateNames } from "../data/reflection-words.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { ReflectionState } from "../generated/graphql.ts";
import type { Route } from "./+types/my-reflections.ts";
import { MyReflectionsDocument } from "./my-reflections.server.ts";

export const headers = secretHeaders;

export const meta = () => privateMeta("My reflections", "What you wrote, and who reads it.");

const states = Object.keys(stateNames) as ReflectionState[];

/** One's own, in the state that the address asks for. */
export async function loader(args: Route.LoaderArgs) {
  const params = new URL(args.request.url).searchParams;
  const state = states.find((each) => each.toLowerCase() === params.get("state")) ?? null;
  const after = params.get("after");
  const { viewer } = await findOr404(query(args, MyReflectionsDocument, { state, after }));
  signedIn(args, viewer);
  return { own: viewer, state };
}

type Own = Route.ComponentProps["loaderData"]["own"];

function States({ of, state }: { of: Own; state: ReflectionState | null }): ReactNode {
  const full = states.filter((each) => of[each].totalCount > 0 || each === state);
  return (
    <nav aria-label="By state">
      <ul className={styles.states} role="list">
        <li>
          <Link to="/my-reflections" aria-current={state === null ? "page" : undefined}>
            All ({of.all.totalCount})
          </Link>
        </li>
        {full.map((each) => (
          <li key={each}>
            <Link
              to={`/my-reflections?state=${each.toLowerCase()}`}
              aria-current={state === each ? "page" : undefined}
            >
              {stateNames[each]} ({of[each].totalCount})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item({ of }: { of: Own["reflections"]["nodes"][number] }): ReactNode {
  const { id, latest, title, state, editedAt, hasUnsharedChanges } = of;
  const name = latest?.title ?? title;
  return (
    <li>
      <h2>
        <Link to={`/reflections/${id}`}>{name}</Link>
      </h2>
      <AboutSubject evidence={of.evidence} cpdSession={of.cpdSession} />
      <p>
        {state && <strong>{stateNames[state]}</strong>}
        {editedAt && `, last changed ${formatDay(editedAt)} at ${formatTime(editedAt)}`}
        {hasUnsharedChanges && ". You have changes that readers do not see yet"}
      </p>
      <p>
        <Link to={`/reflections/${id}/edit`}>
          {state === "RETURNED" ? "Read the note and edit" : "Edit"}
          <VisuallyHidden> “{name}”</VisuallyHidden>
        </Link>
      </p>
    </li>
  );
}

/** What one has written, by who reads it; an invitation while there is nothing. */
export default function MyReflections({
  loaderData: { own, state },
}: Route.ComponentProps): ReactNode {
  const { reflections, all } = own;
  const next = reflections.pageInfo.hasNextPage && reflections.pageInfo.endCursor;
  return (
    <div className={styles.page}>
      <ArticleHead
        kind="Reflections"
        up="/reflections"
        title="My reflections"
        lead="What you tried, and what happened. Private until you share it."
      />
      <Saved of={{ deleted: "The reflection is deleted." }} />
      {all.totalCount === 0 ? (
        <>
          <p>
            You have not written one yet. Think of the last thing you tried in a lesson: ten minutes
            now, and next year you will know what worked.
          </p>
          <p>
            <Link to="/reflections/new" className={buttonClass("main")}>
              Write your first reflection
            </Link>
          </p>
        </>
      ) : (
        <>
          <p>
            <Link to="/reflections/new" className={buttonClass("main")}>
              Write a reflection
            </Link>
          </p>
          <States of={own} state={state} />
          {reflections.nodes.length === 0 ? (
            <p>None here now.</p>
          ) : (
            <ul className={styles.own} role="list">
              {reflections.nodes.map((each) => (
                <Item key={each.id} of={each} />
              ))}
            </ul>
          )}
          {next && (
            <p>
              <Link
                to={`/my-reflections?${new URLSearchParams({ ...(state && { state: state.toLowerCase() }), after: next })}`}
              >
                Older ones
              </Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}
