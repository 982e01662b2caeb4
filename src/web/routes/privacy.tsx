import { Contact } from "../components/contact.tsx";
import { Aside, WordsPage } from "../components/words-page.tsx";
import { operatorOf } from "../data/operator.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/privacy.ts";

export const loader = operatorOf;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Privacy – Potbank",
    description:
      "No accounts, no cookies, nothing from other companies: what Potbank keeps of a visit, what it does not, and who decides for how long.",
  });

/** What the program does with what it learns of its readers, as it is today. */
export default function Privacy({ loaderData: { operator } }: Route.ComponentProps) {
  return (
    <WordsPage
      kind="About"
      title="Privacy"
      lead="No accounts, no cookies, and nothing that is loaded from other companies."
      parts={[
        {
          id: "reading",
          heading: "When you read",
          words: (
            <ul>
              <li>You do not sign in. There are no accounts.</li>
              <li>The site sets no cookies, so there is nothing to accept or refuse.</li>
              <li>
                Pages, pictures, type and scripts all come from this site. Nothing is loaded from
                other companies, and no analytics run.
              </li>
              <li>
                With JavaScript, your browser remembers how far down a page you had scrolled until
                you close the tab. That stays in your browser.
              </li>
              <li>
                If you switch off <a href="/accessibility#key">the shortcut key</a>, your browser
                keeps that until you switch it on again. It is not sent to us.
              </li>
              <li>
                The query editor for developers, GraphiQL, keeps your queries in your browser. They
                stay there too, until you clear them.
              </li>
            </ul>
          ),
        },
        {
          id: "logs",
          heading: "What the server writes down",
          words: (
            <>
              <p>
                For each request the program writes one line to its log: the time, a number made up
                for that request, the method, the path of the page, the status of the answer, and
                how long it took. It does not write down your address on the network or your
                browser.
              </p>
              <p>
                What follows a question mark in an address is left out, and with it the words that
                you search for. They are not kept anywhere. If something goes wrong, the program
                also writes down the fault, under the number that it shows you.
              </p>
              <p>
                How long logs are kept, and what the servers and networks in front of the program
                write down, is up to whoever runs the site. The program cannot tell.
              </p>
            </>
          ),
        },
        {
          id: "published",
          heading: "What is published about people",
          words: (
            <p>
              Public school research and reflections carry the names of the teachers who wrote them
              and of their schools. Nothing can be written on this site so far: what is on it was
              put there by whoever runs it. If it is about you and you want it changed or taken
              down, ask them.
            </p>
          ),
        },
        {
          id: "links",
          heading: "Links to other sites",
          words: (
            <p>
              Sources and providers have sites of their own, with rules of their own. When you
              follow a link there, your browser does not tell them which page you came from.
            </p>
          ),
        },
        {
          id: "questions",
          heading: "Questions",
          words: (
            <>
              <Contact of={operator} />
              <Aside>
                This page describes what the program does as of 23 November 2026. Whoever runs it
                may have duties of their own under data protection law, and a notice of their own.
              </Aside>
            </>
          ),
        },
      ]}
    />
  );
}
