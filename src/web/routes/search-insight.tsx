import type { ReactNode } from "react";
import { Link, redirect } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Notice, Saved } from "../components/form/saved.tsx";
import { AliasForm, AliasList } from "../components/insight/aliases.tsx";
import { AskedTable } from "../components/insight/asked-table.tsx";
import styles from "../components/insight/insight.module.css";
import { formatDay } from "../data/dates.ts";
import { readForm, refusedBy } from "../data/form.server.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { mutate, query } from "../data/query.server.ts";
import { weekOf } from "../data/weeks.ts";
import { inNumbers } from "../data/wording.ts";
import type { Route } from "./+types/search-insight.ts";
import {
  CreateAliasDocument,
  DeleteAliasDocument,
  SearchInsightDocument,
} from "./search-insight.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("What people search for", "Searches that find nothing, and what to do about them.");

const weekIn = (request: Request) =>
  weekOf(new URL(request.url).searchParams.get("week"), new Date());

/** The searches of the week in the address, or of this one. */
export async function loader(args: Route.LoaderArgs) {
  const week = weekIn(args.request);
  const { searchInsight, searchAliases } = await query(args, SearchInsightDocument, {
    from: `${week.monday}T00:00:00.000Z`,
    to: `${week.next}T00:00:00.000Z`,
  });
  return { week, insight: searchInsight, aliases: searchAliases, now: new Date().toISOString() };
}

/** Makes an alias, or takes one away. */
export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request);
  const words = form.line("of") || form.line("words");
  const removes = form.intent === "remove";
  const { refused } = removes
    ? await mutate(args, DeleteAliasDocument, { words })
    : await mutate(args, CreateAliasDocument, { input: { words, means: form.line("means") } });
  if (refused?.code === "NOT_FOUND") return redirect(pathTo(args.request, "removed"));
  if (refused) return refusedBy(refused, form);
  return redirect(pathTo(args.request, removes ? "removed" : "added"));
}

const pathTo = (request: Request, saved: string): string =>
  `/search-insight?${new URLSearchParams({ week: weekIn(request).monday, saved })}`;

const said = {
  added: "Done. From the next half minute on, searches take it into account.",
  removed: "Taken away. Searches forget it within half a minute.",
};

const share = (part: number, of: number): string =>
  of === 0 ? "0 %" : `${Math.round((100 * part) / of)} %`;

/** A week of searches, for publishers: what found nothing, what nobody opened, what is asked most. */
export default function SearchInsight({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { week, insight, aliases, now } = loaderData;
  const { searches, withoutHits, withoutOpened } = insight;
  const isLast = Date.parse(week.next) > Date.parse(now);
  const { summary } = actionData ?? {};
  return (
    <>
      <ArticleHead
        kind="Search"
        title="What people search for"
        lead="The words that were searched for on this site, without who or at what hour. Words that may be an address or a number of somebody are never kept."
      />
      <Saved of={said} />
      {summary !== undefined && actionData?.intent === "alike" && (
        <Notice look="care">
          <p>{summary}</p>
        </Notice>
      )}
      <nav aria-label="Weeks" className={styles.weeks}>
        <Link to={`/search-insight?week=${week.before}`}>Week before</Link>
        <strong>
          {formatDay(week.monday)} to {formatDay(week.sunday)}
        </strong>
        {!isLast && <Link to={`/search-insight?week=${week.next}`}>Week after</Link>}
      </nav>
      {searches === 0 ? (
        <p className={styles.empty}>
          Nobody has searched in this week, or it lies too far back: searches are kept for a while
          only.
        </p>
      ) : (
        <>
          <p>
            {inNumbers(searches)} {searches === 1 ? "search" : "searches"}: {inNumbers(withoutHits)}{" "}
            ({share(withoutHits, searches)}) found nothing, {inNumbers(withoutOpened)} (
            {share(withoutOpened, searches)}) found something of which nothing was opened.
          </p>
          <AskedTable
            title="Found nothing"
            none="Everything that was searched for was found."
            of={insight.findNothing}
            aliases={aliases}
          />
          <AskedTable
            title="Found something, opened nothing"
            none="Of everything that found something, something was opened."
            of={insight.openNothing}
            aliases={aliases}
          />
          <AskedTable title="Asked most" none="" of={insight.popular} aliases={aliases} />
        </>
      )}
      <section aria-labelledby="aliases" className={styles.part}>
        <h2 id="aliases">Other names</h2>
        <p>
          Where people use a word that no text has, say which word of the texts they mean. Searching
          for either then finds both.
        </p>
        <AliasForm outcome={actionData?.intent === "add" ? actionData : undefined} />
        <AliasList of={aliases} />
      </section>
      <p>
        <Link to="/search-index">How the search index is</Link>
      </p>
    </>
  );
}
