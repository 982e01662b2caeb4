import { Link } from "react-router";
import { Contact } from "../components/contact.tsx";
import { Aside, WordsPage, WordsTable } from "../components/words-page.tsx";
import { operatorOf } from "../data/operator.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/privacy.ts";

export const loader = operatorOf;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Privacy – Potbank",
    description:
      "Cookies for signing in alone, and nothing from other companies: what Potbank keeps of a visit and of an account, for how long, and how you have it removed.",
  });

/** What the program does with what it learns of its readers, as it is today. */
export default function Privacy({ loaderData: { operator } }: Route.ComponentProps) {
  return (
    <WordsPage
      kind="About"
      title="Privacy"
      lead="Reading needs no account and sets no cookie. Who has an account can see all that is held about them, and remove it."
      parts={[
        {
          id: "reading",
          heading: "When you read",
          words: (
            <ul>
              <li>You need no account, and the site sets no cookie until you sign in.</li>
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
          id: "account",
          heading: "When you have an account",
          words: (
            <>
              <p>We then hold, and show to:</p>
              <ul>
                <li>
                  your name, and if you say so your career stage, subjects, phases and interests:
                  other people who are signed in, and everyone beside what you publish;
                </li>
                <li>your e-mail address: you and the administrators;</li>
                <li>
                  which school you belong or belonged to and which roles you hold or held: you, the
                  leads of that school and the administrators;
                </li>
                <li>
                  your password, not itself but a value that it can be checked against, and the key
                  of your second step: nobody;
                </li>
                <li>
                  where you are signed in, since when, from which network address and with which
                  browser: you;
                </li>
                <li>
                  your reflections: you alone, until you share them with your school or a moderator
                  has accepted them for everyone. Administrators do not read what is private.
                </li>
              </ul>
            </>
          ),
        },
        {
          id: "cookie",
          heading: "Cookies",
          words: (
            <p>
              Signing in sets a cookie that says it is you. It is sent to this site alone, scripts
              cannot read it, and it ends after 14 days or when you sign out. Unless you ask to stay
              signed in, a second one beside it says so, and both go when the browser closes. While
              you sign in with a second step or by another site, a cookie of a few minutes remembers
              where you were. None of them is for anything else, so there is nothing to accept or
              refuse.
            </p>
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
                how long it took. It does not write down your address on the network, your browser,
                your name or your e-mail address.
              </p>
              <p>
                What follows a question mark in an address is left out, and with it the words that
                you search for. If something goes wrong, the program also writes down the fault,
                under the number that it shows you.
              </p>
              <p>
                Apart from that, and from you, it remembers what was searched for: the words, the
                day, how many results there were, and which of them in the list was opened first.
                Not who, not at what hour, nothing that leads from one search to the next. Words
                that may be an e-mail address, a telephone or a pupil number are not kept at all.
                Publishers read it to see what people do not find.
              </p>
              <p>
                Signing in, changing a password, giving a role, sharing and the like also leave a
                line in an audit trail, which administrators read: what was done, on which record,
                when and by whom. Nobody can change these lines. Your name and address stand apart
                from them, and are removed with your account; the lines then name nobody.
              </p>
              <p>
                How long logs are kept, and what the servers and networks in front of the program
                write down, is up to whoever runs the site. The program cannot tell.
              </p>
            </>
          ),
        },
        {
          id: "how-long",
          heading: "How long it is kept",
          words: (
            <>
              <p>
                An account and what belongs to it is kept until you delete it. Every night the
                program removes what is too old. Whoever runs the site may have chosen other times
                than these:
              </p>
              <WordsTable
                caption="How long things are kept"
                columns={["What", "How long"]}
                rows={[
                  ["An account whose e-mail address nobody confirmed", "14 days"],
                  ["Where you were signed in, after that has ended", "7 days"],
                  [
                    "Links to confirm, sign in or choose a password",
                    "until the night after they end",
                  ],
                  ["Messages that could not be sent", "30 days"],
                  ["What was searched for", "90 days"],
                  ["The audit trail", "24 whole months"],
                ]}
              />
              <p>
                Backups hold what there was on their day. How long they are kept is up to whoever
                runs the site.
              </p>
            </>
          ),
        },
        {
          id: "rights",
          heading: "What you can do",
          words: (
            <ul>
              <li>
                See and correct what is held: <Link to="/account">your profile</Link>.
              </li>
              <li>
                Take it away:{" "}
                <Link to="/account/privacy">download everything that is held about you</Link> as one
                file.
              </li>
              <li>
                Have it removed: <Link to="/account/privacy">delete your account</Link>. Name,
                address and all that is not public go at once. What you have published stays by “a
                former teacher”, or goes too, as you choose.
              </li>
            </ul>
          ),
        },
        {
          id: "published",
          heading: "What is published about people",
          words: (
            <p>
              Public school research and reflections carry the names of the teachers who wrote them
              and of their schools. Teachers are asked to clear whatever could tell who a pupil is
              before they share. If something here is about you and you want it changed or taken
              down, ask whoever runs the site.
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
                This page describes what the program does as of 24 November 2026. Whoever runs it
                may have duties of their own under data protection law, and a notice of their own.
              </Aside>
            </>
          ),
        },
      ]}
    />
  );
}
