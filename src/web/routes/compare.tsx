import type { ReactNode, Ref } from "react";
import { VisuallyHidden } from "@mantine/core";
import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CompareForm } from "../components/compare-form.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { CompareTable } from "../components/compare-table.tsx";
import { listLeftOut } from "../data/left-out.ts";
import { useComparedChange } from "../components/use-compared-change.ts";
import { comparedMax, readCompareAddress, toCompareAddress } from "../data/compare-address.ts";
import { atAGlance, cautions, inRow } from "../data/comparison.ts";
import { optionsContext } from "../data/request-context.ts";
import { query } from "../data/query.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/compare.ts";
import { CompareDocument, CompareStartDocument } from "./compare.server.ts";
import styles from "./compare.module.css";

/** The strands in the order of the address, and which of its names lead to none. */
export async function loader(args: Route.LoaderArgs) {
  const address = readCompareAddress(new URL(args.request.url).searchParams);
  const now = new Date().toISOString();
  const { publicUrl } = args.context.get(optionsContext);
  if (address.slugs.length === 0) {
    const { evidenceSummaries, offered } = await query(args, CompareStartDocument, {});
    return {
      address,
      now,
      publicUrl,
      strands: [],
      missing: [],
      offered: offered.nodes,
      starts: evidenceSummaries.nodes,
    };
  }
  const { evidenceSummaries, offered } = await query(args, CompareDocument, {
    slugs: [...address.slugs],
  });
  const found = address.slugs.flatMap(
    (slug) => evidenceSummaries.nodes.find((strand) => strand.slug === slug) ?? [],
  );
  const strands = found.map((strand) => ({
    ...strand,
    // A citation leads to the list of references, which stands on the strand's own page.
    sections: strand.sections.slice(0, 3).map(({ heading, html }) => ({
      heading,
      html: html.replaceAll('href="#reference-', `href="/evidence/${strand.slug}#reference-`),
    })),
  }));
  return {
    address,
    now,
    publicUrl,
    strands,
    missing: address.slugs.filter((slug) => !found.some((strand) => strand.slug === slug)),
    offered: offered.nodes,
    starts: [],
  };
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const titles = loaderData?.strands.map(({ title }) => title) ?? [];
  return pageMeta({
    title: `${titles.length > 1 ? inRow(titles) : "Compare strands"} – compare – Potbank`,
    description:
      titles.length > 1
        ? `${inRow(titles)} side by side: months of progress, cost, strength of evidence, and what comes next.`
        : "Up to four strands of evidence side by side: months of progress, cost, strength of evidence, and what comes next.",
  });
};

type Data = Route.ComponentProps["loaderData"];

/** What of the address could not be shown, said kindly; the rest stands below. */
function LeftOut({ of: { address, missing } }: { of: Data }): ReactNode {
  if (missing.length + address.tooMany.length + address.ignored.length === 0) return null;
  return (
    <div className={styles.note}>
      {missing.length > 0 && (
        <p>
          There is no strand called {missing.map((slug) => `“${slug.slice(0, 60)}”`).join(" or ")}{" "}
          here. It may have been renamed or withdrawn.
        </p>
      )}
      {address.tooMany.length > 0 && (
        <p>
          Four strands fit side by side. We left out the rest:{" "}
          {listLeftOut(address.tooMany.map((slug) => slug.slice(0, 60)))}.
        </p>
      )}
      {address.ignored.length > 0 && (
        <p>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
    </div>
  );
}

function Start({ of: { starts, offered } }: { of: Data }): ReactNode {
  return (
    <div className={styles.start}>
      <p>
        Choose two strands here; you can add two more afterwards. Or tick them in{" "}
        <Link to="/evidence#table">the table of all strands</Link>.
      </p>
      <CompareForm kept={[]} offered={offered} boxes={2} />
      {starts.length > 0 && (
        <div>
          <h2>Start with one of these</h2>
          <ul role="list" className={styles.starts}>
            {starts.map(({ id, slug, title }) => (
              <li key={id}>
                <Link to={toCompareAddress([slug])}>{title}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function AtAGlance({
  of,
  heading,
}: {
  of: Data["strands"];
  heading: Ref<HTMLHeadingElement>;
}): ReactNode {
  const notes = cautions(of);
  return (
    <section aria-labelledby="glance-heading" className={styles.glance}>
      <h2 id="glance-heading" ref={heading} tabIndex={-1}>
        At a glance
      </h2>
      <ul>
        {atAGlance(of).map(({ which, name, words }) => (
          <li key={which}>
            <strong>{name}:</strong> {words}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <div className={styles.care}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </section>
  );
}

/** Up to four strands side by side, at an address that can be shared. */
export default function ComparePage({ loaderData }: Route.ComponentProps): ReactNode {
  const { strands, offered, now, publicUrl } = loaderData;
  const kept = strands.map(({ slug }) => slug);
  const address = publicUrl + toCompareAddress(kept);
  const { target, change } = useComparedChange(strands);
  return (
    <article>
      <ArticleHead
        kind="Evidence"
        title="Compare strands"
        lead={
          strands.length > 1
            ? "The figures are averages over many studies, not a promise for your school. Look at the padlocks before you look at the months."
            : "Up to four strands of evidence side by side."
        }
      />
      <VisuallyHidden role="status">{change}</VisuallyHidden>
      <LeftOut of={loaderData} />
      {strands.length > 1 && <AtAGlance of={strands} heading={target} />}
      {strands.length === 1 && (
        <h2 className={styles.one} ref={target} tabIndex={-1}>
          Add another strand to see how the two differ
        </h2>
      )}
      {strands.length > 0 && (
        <div className={styles.picker}>
          {strands.length < comparedMax ? (
            <CompareForm kept={kept} offered={offered} />
          ) : (
            <p>Four is the most that fit. Remove one to add another.</p>
          )}
        </div>
      )}
      {strands.length === 0 ? (
        <div ref={target} tabIndex={-1}>
          <Start of={loaderData} />
        </div>
      ) : (
        <>
          <CompareTable of={strands} now={now} />
          <div className={styles.onward}>
            <div className={styles.share}>
              <CopyButton text={address}>Copy the link</CopyButton>
              <p>The address of this page leads back to just this comparison.</p>
            </div>
            <p>
              <Link to="/evidence#table">Choose from the table of all strands</Link>
            </p>
          </div>
        </>
      )}
    </article>
  );
}
