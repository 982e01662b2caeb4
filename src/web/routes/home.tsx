import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { CalendarLeaf, SessionFacts } from "../components/cards.tsx";
import { Figures } from "../components/figures.tsx";
import { Browse } from "../components/home/browse.tsx";
import { NewEvidence, TriedLately } from "../components/home/latest.tsx";
import { Row, Rows } from "../components/home/rows.tsx";
import { Ways } from "../components/home/ways.tsx";
import { RecordPart } from "../components/record-part.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { query } from "../data/query.server.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { siteData } from "../data/structured-data.ts";
import type { Route } from "./+types/home.ts";
import { HomeDocument } from "./home.server.ts";
import styles from "./home.module.css";

const examples = [
  "marking",
  "SEND reading year 4",
  "teaching assistants",
  "holding pupils back a year",
];

/** One document for the whole page. */
export async function loader(args: Route.LoaderArgs) {
  const now = new Date();
  const variables = {
    now: now.toISOString(),
    lately: new Date(now.getTime() - 30 * 86_400_000).toISOString(),
  };
  return { now: variables.now, ...(await query(args, HomeDocument, variables)) };
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) =>
  loaderData
    ? pageMeta({
        title: "Potbank – what works in teaching, and who has tried it",
        description:
          "Search evidence on teaching with its months of progress, cost and strength, the CPD that builds on it, and what schools found when they tried it.",
        data: [siteData(publicUrlOf(matches))],
      })
    : [];

/** Three bottle kilns on the horizon. */
function Kilns(): ReactNode {
  const kiln = "M-9-150h18l3 34c26 17 40 48 43 84l4 32H-59l4-32c3-36 17-67 43-84z";
  return (
    <svg viewBox="0 0 420 200" className={styles.kilns} aria-hidden="true">
      <path transform="translate(95 200) scale(0.82)" d={kiln} />
      <path transform="translate(225 200) scale(1.22)" d={kiln} />
      <path transform="translate(345 200) scale(0.68)" d={kiln} />
    </svg>
  );
}

/** The first page: one search box, then ways in for those who do not know what to type. */
export default function Home({ loaderData }: Route.ComponentProps): ReactNode {
  const { strands, latest, cpdSessions, researchProjects, reflections, now } = loaderData;
  const isEmpty = [latest, cpdSessions, researchProjects, reflections].every(
    ({ nodes }) => nodes.length === 0,
  );
  return (
    <>
      <div className={styles.hero}>
        <Kilns />
        <h1>What works, and who has tried it</h1>
        <p className={styles.lead}>
          Evidence on teaching in plain words, the training that builds on it, and what schools
          found.
        </p>
        <Form action="/search" role="search" className={styles.search}>
          <SearchBox
            big
            id="home-search"
            label="Search evidence, CPD, school research and reflections"
            placeholder="What would you like to know?"
          />
        </Form>
        <p className={styles.examples}>
          <span>Try</span>
          {examples.map((example) => (
            <Link key={example} to={`/search?${new URLSearchParams({ q: example })}`}>
              {example}
            </Link>
          ))}
        </p>
      </div>

      <Browse of={loaderData} />
      {isEmpty && <p className={styles.empty}>Nothing has been published here yet.</p>}

      <div className={styles.columns}>
        {cpdSessions.nodes.length > 0 && (
          <RecordPart heading="Next CPD sessions" more={{ to: "/cpd", words: "All CPD sessions" }}>
            <Rows>
              {cpdSessions.nodes.map((session) => (
                <Row
                  key={session.id}
                  title={session.title}
                  url={session.url}
                  before={<CalendarLeaf moment={session.startsAt} />}
                >
                  <SessionFacts of={session} now={now} />
                </Row>
              ))}
            </Rows>
          </RecordPart>
        )}
        <TriedLately of={loaderData} />
        {strands.nodes.length > 0 && (
          <RecordPart
            heading="High impact, on sound evidence"
            intro="Most months of extra progress, with at least three padlocks. Averages, not promises."
          >
            <Rows>
              {strands.nodes.map((strand) => (
                <Row key={strand.id} title={strand.title} url={strand.url}>
                  <Figures of={strand} />
                </Row>
              ))}
            </Rows>
            <p className={styles.more}>
              <Link to="/evidence">All evidence by months</Link>
              <Link to="/figures">How to read the figures</Link>
            </p>
          </RecordPart>
        )}
        <div>
          <NewEvidence of={loaderData} />
          <Ways />
        </div>
      </div>
    </>
  );
}
