import { Link } from "react-router";
import { Contact } from "../components/contact.tsx";
import { WordsPage } from "../components/words-page.tsx";
import { operatorOf } from "../data/operator.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/about.ts";

export const loader = operatorOf;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "About Potbank",
    description:
      "Who Potbank is for, where its evidence and figures come from, what in it is invented, who reviews it, and how mistakes are put right.",
  });

/** What the site is, and what is true of it. */
export default function About({ loaderData: { operator } }: Route.ComponentProps) {
  return (
    <WordsPage
      kind="About"
      title="About Potbank"
      lead="Evidence on teaching, the training that builds on it, and what schools found when they tried it, in one place."
      parts={[
        {
          id: "for-whom",
          heading: "Who it is for",
          words: (
            <>
              <p>
                Teachers, first of all: to look something up at the end of a long day, see how far
                it can be trusted, and find the next session on it. Nobody needs an account to read.
              </p>
              <p>
                Research Schools, who write evidence summaries and run training. And trusts,
                universities and others who want the same facts in their own tools, through the{" "}
                <Link to="/api">API</Link>.
              </p>
              <p>
                A potbank is what people in Stoke-on-Trent call a pottery works. That is where this
                site was first at home.
              </p>
            </>
          ),
        },
        {
          id: "account",
          heading: "What an account is for",
          words: (
            <>
              <p>With one, you can:</p>
              <ul>
                <li>
                  write <strong>reflections</strong> on what you tried: saved while you type,
                  private until you share them with your school or ask for them to be published
                </li>
                <li>
                  join your <strong>school</strong>, and read and find what colleagues share there
                </li>
                <li>
                  as a school’s lead, decide who belongs to it and invite colleagues; as a reviewer,
                  publisher or administrator, do what that takes
                </li>
              </ul>
              <p>
                You sign in with a password, by a link that is mailed to you, or by another site
                where this one offers it. All that is held about you, you can{" "}
                <Link to="/privacy">see, take away and remove</Link>.{" "}
                <Link to="/sign-up">Make an account</Link>
              </p>
            </>
          ),
        },
        {
          id: "sources",
          heading: "Where things come from",
          words: (
            <>
              <ul>
                <li>
                  <strong>Months, cost and padlocks</strong> are the Education Endowment
                  Foundation’s, as published in its Teaching and Learning Toolkit. The words around
                  them are our own. Every summary names its source and the day the figures were
                  read. <Link to="/figures">How to read the figures</Link>
                </li>
                <li>
                  <strong>Summaries that are not rated in months</strong>, where there are any, are
                  made from the findings of the What Works Clearinghouse of the US Department of
                  Education, which are in the public domain.
                </li>
                <li>
                  <strong>Facts about schools</strong> are the Department for Education’s, under the{" "}
                  <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
                    Open Government Licence v3.0
                  </a>
                  . A school’s page says as of which day.
                </li>
                <li>
                  <strong>Self-study</strong> belongs to whoever wrote it. Each page names them, the
                  licence, and where it was published.
                </li>
                <li>
                  <strong>School research and reflections</strong> are by the schools and teachers
                  named on them. They show what happened in one place, and prove nothing about
                  others.
                </li>
              </ul>
            </>
          ),
        },
        {
          id: "invented",
          heading: "What is invented",
          words: (
            <p>
              Potbank comes with a demonstration: sessions, self-study, school research and
              reflections that nobody gave or wrote. Everything invented belongs to a school, person
              or organisation whose name ends in “(example)”, and its numbers are made up too. None
              of it is attached to a real school.
            </p>
          ),
        },
        {
          id: "review",
          heading: "Who reviews it",
          words: (
            <>
              <p>
                A summary that nobody has reviewed says so at its head: it was drafted from
                published figures, and no Research School has checked it yet. Where that notice is
                missing, a reviewer is on record.
              </p>
              <p>
                Reflections are private to their author until they are shared, and public only after
                a moderator has accepted them.
              </p>
            </>
          ),
        },
        {
          id: "corrections",
          heading: "How mistakes are put right",
          words: (
            <>
              <p>
                A summary that was changed shows the day of its last change, and moves to the top of
                the <a href="/feed.atom">feed of new and changed evidence</a>. One that cannot stand
                is withdrawn: its address then shows the reason and the date in place of its text,
                and it leaves the lists and the search.
              </p>
              <p>Found a mistake?</p>
              <Contact of={operator} />
            </>
          ),
        },
        {
          id: "software",
          heading: "The software",
          words: (
            <p>
              Potbank is a free program under the MIT licence, which any Research School may run.
              Whoever runs it answers for what is published on it. See also{" "}
              <Link to="/accessibility">accessibility</Link> and <Link to="/privacy">privacy</Link>.
            </p>
          ),
        },
      ]}
    />
  );
}
