import { Contact } from "../components/contact.tsx";
import { SlashSwitch } from "../components/slash-switch.tsx";
import { WordsPage } from "../components/words-page.tsx";
import { operatorOf } from "../data/operator.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/accessibility.ts";

export const loader = operatorOf;

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Accessibility statement – Potbank",
    description:
      "How accessible Potbank is, what has been tested and what has not, which parts do not meet the guidelines, and how to report a problem.",
  });

/** In the form that public bodies use; it claims what tests have shown. */
export default function Accessibility({ loaderData: { operator } }: Route.ComponentProps) {
  return (
    <WordsPage
      kind="About"
      title="Accessibility statement for Potbank"
      lead="We want as many people as possible to be able to use this site. This is how far it has come."
      parts={[
        {
          id: "use",
          heading: "How accessible this site is",
          words: (
            <>
              <p>You should be able to:</p>
              <ul>
                <li>read every page and use every form without JavaScript</li>
                <li>reach everything with a keyboard, and see where you are</li>
                <li>read on a screen 390 pixels wide without scrolling sideways</li>
                <li>zoom in, and have light or dark colours as your device asks for</li>
                <li>
                  sign in without remembering or copying anything: password managers fill in every
                  field, codes can be pasted, and a link by mail needs no password
                </li>
                <li>
                  read beside a field what is wrong with it, and find again what you typed,
                  passwords aside
                </li>
                <li>do without movement, if your device asks for that</li>
                <li>
                  get every figure as words and numbers: no meaning rests on colour or on a picture
                  alone
                </li>
              </ul>
              <p>
                <a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your
                device easier to use.
              </p>
            </>
          ),
        },
        {
          id: "key",
          heading: "The shortcut key",
          words: (
            <>
              <p>
                With JavaScript, the key <kbd>/</kbd> puts the cursor into the search box, unless
                you are typing in another field. It is the only shortcut of a single key. If it gets
                in your way, for example because you speak to your device, switch it off. Your
                browser remembers that.
              </p>
              <SlashSwitch />
            </>
          ),
        },
        {
          id: "contact",
          heading: "Feedback and contact",
          words: (
            <>
              <p>
                If you cannot use a part of this site, or need something from it in another form,
                say which page it is and what you use to read it.
              </p>
              <Contact of={operator} />
            </>
          ),
        },
        {
          id: "enforcement",
          heading: "Enforcement procedure",
          words: (
            <p>
              Where the site is run by a public sector body, the Equality and Human Rights
              Commission enforces the accessibility regulations of 2018. If you are not happy with
              how a complaint was answered, contact the{" "}
              <a href="https://www.equalityadvisoryservice.com/">
                Equality Advisory and Support Service
              </a>
              .
            </p>
          ),
        },
        {
          id: "compliance",
          heading: "Compliance status",
          words: (
            <>
              <p>
                This site is partially compliant with the{" "}
                <a href="https://www.w3.org/TR/WCAG22/">
                  Web Content Accessibility Guidelines version 2.2
                </a>
                , level AA. The tests below find no fault, but they cannot show that there is none,
                and the exceptions that follow are known.
              </p>
              <h3>Non-accessible content</h3>
              <ul>
                <li>
                  GraphiQL, the query editor for developers, is somebody else’s work and has not
                  been tested here. The <a href="/api">API page</a> has every example as text and as
                  an ordinary link.
                </li>
                <li>
                  Self-study pages that were brought in from other publishers keep their wording,
                  headings and links. Some links may not say where they lead.
                </li>
                <li>
                  Documents and pages of other sites that we link to are outside our hands. Some are
                  PDF files.
                </li>
              </ul>
            </>
          ),
        },
        {
          id: "testing",
          heading: "How it was tested",
          words: (
            <>
              <p>With every change, in a Chromium browser:</p>
              <ul>
                <li>
                  axe checks each kind of page against WCAG 2.2 A and AA, at 390 and 1280 pixels, in
                  light and in dark colours; pages behind signing in as whom they are for
                </li>
                <li>the main journeys are made with JavaScript switched off</li>
                <li>
                  searching, comparing, mending a form and acting on members are done with the
                  keyboard alone
                </li>
              </ul>
              <p>
                What has <strong>not</strong> been done: no disabled person has tested the site for
                us, it has not been read through with screen readers such as NVDA, JAWS or
                VoiceOver, and no independent audit has been made.
              </p>
            </>
          ),
        },
        {
          id: "prepared",
          heading: "Preparation of this statement",
          words: (
            <p>
              This statement was prepared on 24 November 2026, by those who write the software. The
              site was last tested on the same day.
            </p>
          ),
        },
      ]}
    />
  );
}
