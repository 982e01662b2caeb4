import type { ReactNode } from "react";
import { Form, Link, useNavigation, useRouteLoaderData } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CardGrid, SessionCard } from "../components/cards.tsx";
import { Pager } from "../components/pager.tsx";
import { MonthNavigation, NoSessionsInMonth } from "../components/session-month-navigation.tsx";
import { MonthTable } from "../components/session-month.tsx";
import { optionsOf, SessionFilters, type SessionOptions } from "../components/session-filters.tsx";
import { NoSessions, SessionChips, Subscribe, Views } from "../components/session-list-parts.tsx";
import { listLeftOut } from "../data/left-out.ts";
import { useChoiceForm } from "../components/use-choice-form.ts";
import { BadInput } from "../data/query.server.ts";
import {
  changed,
  choicesOf,
  readSessionAddress,
  type SessionAddress,
  toSessionAddress,
  withoutCursor,
} from "../data/session-address.ts";
import { sessionList, sessionMonth } from "../data/session-pages.server.ts";
import type { loader as rootLoader } from "../root.tsx";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/sessions.ts";
import styles from "./sessions.module.css";

/** One view of the sessions, and the moment that parts the coming from the past, once for server and browser. */
export async function loader(args: Route.LoaderArgs) {
  const now = new Date().toISOString();
  const address = readSessionAddress(new URL(args.request.url).searchParams, now);
  if (address.view === "month")
    return { now, address, list: undefined, month: await sessionMonth(args, address, now) };
  try {
    return { now, address, list: await sessionList(args, address, now), month: undefined };
  } catch (error) {
    // A cursor that somebody shortened or made up: the list from its start, and a word about it.
    if (!(error instanceof BadInput)) throw error;
    const start = withoutCursor(address);
    return { now, address: start, list: await sessionList(args, start, now), month: undefined };
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const month = loaderData?.month?.name.replace("\u00a0", " ");
  const which = month ? ` in ${month}` : loaderData?.address.view === "past" ? " so far" : "";
  return pageMeta({
    title: `CPD sessions${which} – Potbank`,
    description: month
      ? `CPD sessions for teachers in ${month}, day by day: training that builds on evidence.`
      : "CPD sessions for teachers that build on evidence, soonest first, with places left, phase and subject.",
  });
};

interface ResultsProps {
  readonly address: SessionAddress;
  readonly now: string;
  readonly options: SessionOptions;
}

type List = NonNullable<Route.ComponentProps["loaderData"]["list"]>;
type Month = NonNullable<Route.ComponentProps["loaderData"]["month"]>;

function ListResults({ list, address, now, options }: ResultsProps & { list: List }): ReactNode {
  const past = address.view === "past";
  const onward = (cursors: Partial<SessionAddress>) => changed(address, cursors);
  return (
    <>
      <div role="status">
        <h2 className={styles.count}>
          {past ? "Already taken place" : "Coming up"}: {list.total.toLocaleString("en-GB")}{" "}
          {list.total === 1 ? "session" : "sessions"}
        </h2>
      </div>
      <SessionChips address={address} options={options} />
      {list.total === 0 && <NoSessions address={address} options={options} others={list.others} />}
      {list.nodes.length > 0 && (
        <CardGrid width="20rem">
          {list.nodes.map((session) => (
            <SessionCard key={session.id} of={session} now={now} />
          ))}
        </CardGrid>
      )}
      <div className={styles.pager}>
        <Pager
          first={address.after || address.before ? onward({}) : undefined}
          previous={list.previous && onward({ before: list.previous })}
          next={list.next && onward({ after: list.next })}
        />
      </div>
    </>
  );
}

function MonthResults({
  month,
  address,
  options,
}: Omit<ResultsProps, "now"> & { month: Month }): ReactNode {
  return (
    <>
      <div role="status">
        <h2 className={styles.count}>
          {month.name}
          <span className={styles.total}>
            {month.total} {month.total === 1 ? "session" : "sessions"}
          </span>
        </h2>
      </div>
      <MonthNavigation of={month} address={address} />
      <SessionChips address={address} options={options} />
      {month.total === 0 && <NoSessionsInMonth of={month} address={address} />}
      {month.shown < month.total && (
        <p className={styles.note}>
          Only the first {month.shown} are shown. Choose some filters to see the rest.
        </p>
      )}
      <MonthTable of={month} />
    </>
  );
}

/** The sessions as a list or as a month, with what narrows them beside. */
export default function Sessions({ loaderData }: Route.ComponentProps): ReactNode {
  const { now, address, list, month } = loaderData;
  const facets = (month ?? list).facets;
  const options = optionsOf(facets);
  const form = useChoiceForm({
    address,
    read: (params) => readSessionAddress(params, now),
    toAddress: toSessionAddress,
  });
  const publicUrl = useRouteLoaderData<typeof rootLoader>("root")?.publicUrl ?? "";
  const busy = useNavigation().state === "loading";
  return (
    <>
      <ArticleHead
        kind="Professional development"
        title="CPD sessions"
        lead="Training that builds on the evidence."
      >
        <p>
          No time on these days? <Link to="/cpd/self-study">Self-study</Link> is there to read at
          any time.
        </p>
      </ArticleHead>
      {address.ignored.length > 0 && (
        <p className={styles.note}>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
      <Views address={address} />
      <Form action="/cpd" {...form} className={styles.columns} data-view={address.view}>
        {address.view !== "coming" && <input type="hidden" name="view" value={address.view} />}
        {address.view === "month" && address.month && (
          <input type="hidden" name="month" value={address.month} />
        )}
        <SessionFilters
          options={options}
          withPlaces={facets.withPlaces}
          address={address}
          count={choicesOf(address).length}
          total={(month ?? list).total}
        />
        <div id="results" className={styles.results} data-busy={busy ? "" : undefined}>
          {month && <MonthResults month={month} address={address} options={options} />}
          {list && <ListResults list={list} address={address} now={now} options={options} />}
          <Subscribe address={address} publicUrl={publicUrl} />
        </div>
      </Form>
    </>
  );
}
