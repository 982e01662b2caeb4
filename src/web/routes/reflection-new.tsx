import { type ReactNode, useEffect, useRef } from "react";
import { data, Form, Link, useSubmit } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { AboutSubject } from "../components/reflections/about.tsx";
import styles from "../components/reflections/reflections.module.css";
import { Writing } from "../components/reflections/writing.tsx";
import { buttonClass } from "../components/form/submit-button.tsx";
import form from "../components/form/form.module.css";
import { formatDay } from "../data/dates.ts";
import { readForm } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { findOr404, query } from "../data/query.server.ts";
import { saveAndGoOn } from "../data/save-reflection.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import type { Route } from "./+types/reflection-new.ts";
import { NewReflectionDocument } from "./reflection-writing.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Write a reflection", "Write down what you tried with a class, and what happened.");

/** What it is to be about, or what was found for the words typed so far. */
export async function loader(args: Route.LoaderArgs) {
  const params = new URL(args.request.url).searchParams;
  const [evidence, session] = [params.get("evidence") ?? "", params.get("session") ?? ""];
  const q = (params.get("q") ?? "").trim().slice(0, 200);
  const isChoosing = evidence === "" && session === "";
  const found = await findOr404(
    query(args, NewReflectionDocument, {
      evidence,
      isAboutEvidence: evidence !== "",
      session,
      isAboutSession: session !== "" && evidence === "",
      words: q,
      isSearching: isChoosing && q !== "",
    }),
  );
  signedIn(args, found.viewer);
  const strand = found.evidenceSummary?.state === "PUBLISHED" ? found.evidenceSummary : null;
  const { cpdSession = null, search = null } = found;
  if (!isChoosing && !strand && !cpdSession) throw data(null, { status: 404 });
  return { strand, cpdSession, search, q };
}

/** Makes the reflection with what is written so far, and goes on with it. */
export async function action(args: Route.ActionArgs) {
  return saveAndGoOn(args, await readForm(args.request));
}

const empty = { title: "", context: "", tried: "", happened: "", next: "" };

type Found = Route.ComponentProps["loaderData"]["search"];

/** Where what was found leads: to the form about it. */
function Results({ of, q }: { of: Found; q: string }): ReactNode {
  if (!of) return null;
  const list = of.nodes.flatMap((node) => {
    if (node.__typename === "EvidenceSummary")
      return [{ id: node.id, to: `evidence=${node.slug}`, title: node.title, kind: "Evidence" }];
    if (node.__typename === "CpdSession")
      return [
        {
          id: node.id,
          to: `session=${node.slug}`,
          title: node.title,
          kind: `Session, ${formatDay(node.startsAt)}`,
        },
      ];
    return [];
  });
  return (
    <section aria-labelledby="found">
      <h2 id="found">Found</h2>
      <p role="status">
        {list.length === 0
          ? `Nothing found for “${q}”.`
          : `${list.length} ${list.length === 1 ? "match" : "matches"} for “${q}”.`}
      </p>
      {list.length === 0 && (
        <p>
          Try another word, or look through <Link to="/evidence">the evidence</Link> or{" "}
          <Link to="/cpd">the sessions</Link>: each page has a link to write about it.
        </p>
      )}
      <ul className={styles.own} role="list">
        {list.map(({ id, to, title, kind }) => (
          <li key={id}>
            <Link to={`/reflections/new?${to}`}>{title}</Link>
            <span className={styles.about}>{kind}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A box for words of what it is about; it searches while one types where there are scripts. */
function Choose({ q, search }: { q: string; search: Found }): ReactNode {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className={styles.page}>
      <ArticleHead
        kind="Reflections"
        up="/reflections"
        title="What is it about?"
        lead="A reflection is about one strand of evidence that you tried, or one session that you went to."
      />
      <Form action="/reflections/new" role="search" aria-label="What it is about">
        <div className={form.field}>
          <label htmlFor="about-words">Words of the strand or the session</label>
          <p id="about-hint" className={form.hint}>
            For example “feedback”, or the name of the session.
          </p>
          <input
            id="about-words"
            type="search"
            name="q"
            defaultValue={q}
            autoComplete="off"
            aria-describedby="about-hint"
            onInput={(event) => {
              const of = event.currentTarget.form;
              clearTimeout(timer.current);
              timer.current = setTimeout(() => void submit(of, { replace: true }), 300);
            }}
          />
          <button type="submit" className={buttonClass("main")}>
            Search
          </button>
        </div>
      </Form>
      <Results of={search} q={q} />
    </div>
  );
}

/** The form about what the address names; opened bare, what to write about is chosen first. */
export default function NewReflection({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { strand, cpdSession, search, q } = loaderData;
  const about = strand ?? cpdSession;
  if (!about) return <Choose q={q} search={search} />;
  return (
    <div className={styles.page}>
      <ArticleHead
        kind="Reflections"
        up="/my-reflections"
        title="Write a reflection"
        lead="Only you read it until you decide otherwise. You can stop at any time and go on later."
      >
        <AboutSubject evidence={strand} cpdSession={cpdSession} />
      </ArticleHead>
      <Writing key={about.id} about={about.id} text={empty} outcome={actionData} />
    </div>
  );
}
