import type { ReactNode } from "react";
import { data, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { RecordPart } from "../components/record-part.tsx";
import { SearchWithin } from "../components/search-within.tsx";
import { TermLinks } from "../components/term-links.tsx";
import { JumpLinks, partsOf, TermParts } from "../components/term-parts.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { otherNames, teaches, vocabularies, vocabularyOf, yearsOfKeyStage } from "../data/terms.ts";
import type { TermPageQuery } from "../generated/graphql.ts";
import { TermDocument, variablesFor } from "./term.server.ts";
import styles from "./term.module.css";

/** What the page shows, and when it was asked for. */
type Data = Omit<TermPageQuery, "term"> & {
  readonly term: NonNullable<TermPageQuery["term"]>;
  readonly now: string;
};

/** The term at an address of any vocabulary, or 404. */
export async function loader(args: LoaderFunctionArgs): Promise<Data> {
  const [, word] = new URL(args.request.url).pathname.split("/");
  const vocabulary = vocabularies.find((each) => each.word === word);
  if (!vocabulary) throw data(null, { status: 404 });
  const now = new Date().toISOString();
  const { term, ...about } = await findOr404(
    query(args, TermDocument, variablesFor(vocabulary.scheme, args.params.slug ?? "", now)),
  );
  if (!term) throw data(null, { status: 404 });
  return { ...about, term, now };
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (!loaderData) return [];
  const { label, scheme } = loaderData.term;
  return pageMeta({
    title: `${label} – ${vocabularyOf(scheme).one.toLowerCase()} – Potbank`,
    description: `${label}: what research says, CPD that builds on it, and what schools and teachers found.`,
    noindex: partsOf(loaderData).length === 0,
  });
};

function Names({ of: { scheme, slug, label, aliases } }: { of: Data["term"] }): ReactNode {
  const names = otherNames({ label, aliases });
  const years = scheme === "KEY_STAGE" ? yearsOfKeyStage(slug) : undefined;
  return (
    <>
      {years !== undefined && <p>{years}.</p>}
      {names.length > 0 && <p className={styles.names}>Also found as: {names.join(", ")}.</p>}
    </>
  );
}

/** The terms that stand beside this one: stages of a phase, phases of a stage, mechanisms of the same group. */
function neighboursOf({ term, alongside }: Data): { heading: string; terms: Data["alongside"] } {
  const others = alongside.filter(({ id }) => id !== term.id);
  const among = (heading: string, belongs: (other: Data["alongside"][number]) => boolean) => ({
    heading,
    terms: others.filter(belongs),
  });
  if (term.scheme === "PHASE")
    return among("Its key stages", ({ slug }) => teaches(term.slug, slug));
  if (term.scheme === "KEY_STAGE")
    return among("Phases that teach it", ({ slug }) => teaches(slug, term.slug));
  if (term.scheme === "PD_MECHANISM")
    return among(
      `More that ${term.group ? `help to ${term.group.toLowerCase()}` : "help"}`,
      (other) => Boolean(term.group && other.group === term.group),
    );
  return among(`Other ${vocabularyOf(term.scheme).many.toLowerCase()}`, () => true);
}

/** All about a term: what it is called, the evidence, what one can go to and read, and who has tried it. */
export default function TermPage(): ReactNode {
  const about = useLoaderData<typeof loader>();
  const { term, now } = about;
  const vocabulary = vocabularyOf(term.scheme);
  const parts = partsOf(about);
  const neighbours = neighboursOf(about);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const isWorthSearching = term.scheme !== "PD_MECHANISM" && total > 20;
  return (
    <article>
      <ArticleHead kind={vocabulary.one} title={term.label}>
        <Names of={term} />
        {term.scheme === "PD_MECHANISM" && (
          <p>
            One of the fourteen mechanisms that are found in CPD that works
            {term.group ? `, in the group “${term.group}”` : ""}.
          </p>
        )}
      </ArticleHead>
      {parts.length === 0 ? (
        <p className={styles.empty}>
          There is nothing here about this yet. Try a search in other words, or one of the links
          below.
        </p>
      ) : (
        <JumpLinks of={parts} />
      )}
      {isWorthSearching && (
        <SearchWithin
          label={`Search within ${term.label}`}
          within={[[vocabulary.param, term.slug]]}
        />
      )}
      <TermParts of={parts} now={now} />
      {neighbours.terms.length > 0 && (
        <RecordPart heading={neighbours.heading}>
          <TermLinks of={neighbours.terms} />
        </RecordPart>
      )}
    </article>
  );
}
