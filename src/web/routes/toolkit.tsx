import type { ReactNode } from "react";
import { data, Link, useNavigation } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CardGrid, SummaryCard } from "../components/cards.tsx";
import { ImpactChart } from "../components/impact-chart.tsx";
import { Pager } from "../components/pager.tsx";
import { ToolkitChips, ToolkitFilters } from "../components/toolkit-filters.tsx";
import { ToolkitTable } from "../components/toolkit-table.tsx";
import { listLeftOut } from "../data/left-out.ts";
import { chartLayout, hasPlace } from "../data/impact-chart.ts";
import { BadInput, query } from "../data/query.server.ts";
import {
  changed,
  countLimits,
  readToolkitAddress,
  type ToolkitAddress,
  toSummaryFilter,
  toSummarySort,
  toToolkitAddress,
} from "../data/toolkit-address.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/toolkit.ts";
import { ToolkitDocument } from "./toolkit.server.ts";
import styles from "./toolkit.module.css";

const pageSize = { rated: 100, notRated: 48 };

/** The strands of one page with their chart, or what is wrong with the address, with status 400. */
export async function loader(args: Route.LoaderArgs) {
  const address = readToolkitAddress(new URL(args.request.url).searchParams);
  try {
    const { evidenceSummaries, rated, notRated, phases } = await query(args, ToolkitDocument, {
      filter: toSummaryFilter(address),
      sort: toSummarySort(address),
      first: address.rated ? pageSize.rated : pageSize.notRated,
      after: address.after,
    });
    const used = new Set(rated.nodes.flatMap(({ terms }) => terms.map(({ slug }) => slug)));
    const { nodes } = evidenceSummaries;
    return data({
      address,
      problem: undefined,
      found: {
        strands: evidenceSummaries,
        ofAll: rated.totalCount,
        notRated: notRated.totalCount,
        phases: phases.filter(({ slug }) => used.has(slug) || address.phases.includes(slug)),
        chart: address.rated && {
          wide: chartLayout(nodes, "wide"),
          narrow: chartLayout(nodes, "narrow"),
          without: nodes.filter((strand) => !hasPlace(strand)),
        },
      },
    });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return data({ address, problem: error.message, found: undefined }, { status: 400 });
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const rated = (loaderData as { address?: ToolkitAddress } | undefined)?.address?.rated !== false;
  return pageMeta({
    title: `${rated ? "All strands of evidence" : "Not rated in months"} – Potbank`,
    description: rated
      ? "What research says about approaches to teaching: months of progress, cost and strength of evidence in one table and one chart, to sort, filter and compare."
      : "Summaries of research whose source measures in another way than months of progress.",
  });
};

type Found = NonNullable<Route.ComponentProps["loaderData"]["found"]>;

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

function Total({ found, address }: { found: Found; address: ToolkitAddress }): ReactNode {
  const { totalCount } = found.strands;
  return (
    <p className={styles.total} role="status">
      {address.rated
        ? countLimits(address) > 0
          ? `${totalCount} of ${many(found.ofAll, "strand", "strands")}`
          : many(totalCount, "strand", "strands")
        : many(totalCount, "summary", "summaries")}
    </p>
  );
}

function Empty({ address }: { address: ToolkitAddress }): ReactNode {
  if (countLimits(address) === 0)
    return (
      <div className={styles.empty}>
        <h2>Nothing here yet</h2>
        <p>
          Summaries appear here when they are published. Until then you can{" "}
          <Link to="/search">search what there is</Link>.
        </p>
      </div>
    );
  return (
    <div className={styles.empty}>
      <h2>No strand meets all of this</h2>
      <p>
        Take one of the choices above away, or{" "}
        <Link to={toToolkitAddress({ sort: address.sort, rated: address.rated })}>
          see {address.rated ? "all strands" : "all of them"}
        </Link>
        .
      </p>
      {address.months !== undefined && (
        <p>
          Strands without enough evidence have no months, so a filter by months leaves them out.
        </p>
      )}
    </div>
  );
}

function OrderByValue({ address }: { address: ToolkitAddress }): ReactNode {
  if (address.sort !== "value")
    return (
      <p className={styles.order}>
        <Link to={changed(address, { sort: "value" })} preventScrollReset>
          Sort by cost-effectiveness
        </Link>
      </p>
    );
  return (
    <div className={styles.value}>
      <p>
        <strong>Sorted by cost-effectiveness.</strong> A cost is a range, so this compares limits:
        the most that a month of progress can cost for a pupil, lowest first. Weak evidence comes
        after sound evidence, and what has no gain comes last. It is a rough order, not a price.{" "}
        <Link to="/figures">How to read the figures</Link>
      </p>
      <p>
        <Link to={changed(address, { sort: "months" })} preventScrollReset>
          Sort by months instead
        </Link>
      </p>
    </div>
  );
}

function Pages({ found, address }: { found: Found; address: ToolkitAddress }): ReactNode {
  const { hasNextPage, endCursor } = found.strands.pageInfo;
  return (
    <Pager
      {...(address.after && { first: changed(address, {}) })}
      {...(hasNextPage &&
        endCursor && { next: toToolkitAddress({ ...address, after: endCursor }) })}
    />
  );
}

function Rated({ found, address }: { found: Found; address: ToolkitAddress }): ReactNode {
  const busy = useNavigation().state === "loading";
  const { nodes, totalCount } = found.strands;
  return (
    <div className={styles.results} data-busy={busy ? "" : undefined}>
      <div className={styles.found}>
        <Total found={found} address={address} />
        <ToolkitChips address={address} phases={found.phases} />
      </div>
      {nodes.length === 0 ? (
        <Empty address={address} />
      ) : (
        <>
          {found.chart && <ImpactChart {...found.chart} table="#table" />}
          {totalCount > nodes.length && (
            <p>The chart and the table show {nodes.length} strands at a time.</p>
          )}
          <section aria-labelledby="strands-heading" className={styles.strands}>
            <h2 id="strands-heading">Strands</h2>
            <OrderByValue address={address} />
            <ToolkitTable of={nodes} address={address} />
          </section>
          <Pages found={found} address={address} />
        </>
      )}
      {found.notRated > 0 && (
        <p className={styles.besides}>
          Besides these there {found.notRated === 1 ? "is" : "are"}{" "}
          <Link to="/evidence?rated=no">
            {many(found.notRated, "summary", "summaries")} not rated in months
          </Link>
          : their sources measure in another way, so they cannot stand in this table.
        </p>
      )}
    </div>
  );
}

function NotRated({ found, address }: { found: Found; address: ToolkitAddress }): ReactNode {
  return (
    <div className={styles.results}>
      <div className={styles.found}>
        <Total found={found} address={address} />
        <ToolkitChips address={address} phases={found.phases} />
      </div>
      {found.strands.nodes.length === 0 ? (
        <Empty address={address} />
      ) : (
        <CardGrid width="20rem">
          {found.strands.nodes.map((summary) => (
            <SummaryCard key={summary.id} of={summary} />
          ))}
        </CardGrid>
      )}
      <Pages found={found} address={address} />
    </div>
  );
}

/** All strands with their figures: to filter, to sort, to see at a glance, and to compare. */
export default function ToolkitPage({ loaderData }: Route.ComponentProps): ReactNode {
  const { address, problem, found } = loaderData;
  return (
    <>
      <ArticleHead
        kind="Evidence"
        title={address.rated ? "All strands" : "Not rated in months"}
        lead={
          address.rated
            ? "How much progress, at what cost, and how sure we can be: averages over many studies, not promises."
            : "What research says where the source measures in another way than months of progress."
        }
      >
        <p>
          {address.rated ? (
            <Link to="/figures">How to read the figures</Link>
          ) : (
            <>
              <Link to="/evidence">Back to the strands with months</Link>, or{" "}
              <Link to="/search?kind=evidence">search all the evidence</Link>
            </>
          )}
        </p>
      </ArticleHead>
      {address.ignored.length > 0 && (
        <p className={styles.note}>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
      {problem !== undefined && (
        <div className={styles.problem} role="alert">
          <p>
            <strong>We cannot show that page of the list.</strong>
          </p>
          <p>
            <Link to={changed(address, {})}>Start at the first page</Link>
          </p>
        </div>
      )}
      {found && address.rated && (
        <>
          <ToolkitFilters address={address} phases={found.phases} />
          <Rated found={found} address={address} />
        </>
      )}
      {found && !address.rated && <NotRated found={found} address={address} />}
    </>
  );
}
