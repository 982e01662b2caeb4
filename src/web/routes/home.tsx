import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { CardGrid, ProjectCard, SessionCard, SummaryCard } from "../components/cards.tsx";
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
  const now = new Date().toISOString();
  return { now, ...(await query(args, HomeDocument, { now })) };
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

function Part({
  heading,
  more,
  intro,
  children,
}: {
  heading: string;
  more?: { to: string; words: string };
  intro?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section}>
      <div className={styles.heading}>
        <h2>{heading}</h2>
        {more && <Link to={more.to}>{more.words}</Link>}
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children}
    </section>
  );
}

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
  const { terms, strands, cpdSessions, researchProjects, now } = loaderData;
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

      {strands.nodes.length > 0 && (
        <Part
          heading="High impact, on sound evidence"
          more={{ to: "/search?kind=evidence&sort=impact", words: "All evidence by impact" }}
          intro="The strands with the most months of extra progress and at least three padlocks. Averages, not promises."
        >
          <CardGrid width="26rem">
            {strands.nodes.map((strand) => (
              <SummaryCard key={strand.id} of={strand} />
            ))}
          </CardGrid>
        </Part>
      )}

      {terms.length > 0 && (
        <Part heading="Browse by topic">
          <ul role="list" className={styles.topics}>
            {terms.map(({ id, slug, label }) => (
              <li key={id}>
                <Link to={`/search?topic=${slug}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Part>
      )}

      {cpdSessions.nodes.length > 0 && (
        <Part heading="Next CPD sessions" more={{ to: "/cpd", words: "All CPD sessions" }}>
          <CardGrid width="20rem">
            {cpdSessions.nodes.map((session) => (
              <SessionCard key={session.id} of={session} now={now} />
            ))}
          </CardGrid>
        </Part>
      )}

      {researchProjects.nodes.length > 0 && (
        <Part
          heading="Newest school research"
          more={{ to: "/search?kind=projects", words: "All school research" }}
        >
          <CardGrid width="20rem">
            {researchProjects.nodes.map((project) => (
              <ProjectCard key={project.id} of={project} />
            ))}
          </CardGrid>
        </Part>
      )}
    </>
  );
}
