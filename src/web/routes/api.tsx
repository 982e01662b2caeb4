import { Code, Example } from "../components/api-example.tsx";
import { WordsPage, WordsTable } from "../components/words-page.tsx";
import { apiExamples } from "../data/api-examples.server.ts";
import { apiRequest, signedInRequest } from "../data/api-requests.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import { optionsContext } from "../data/request-context.ts";
import type { Route } from "./+types/api.ts";

/** The limits as they are enforced, and the examples against this very site. */
export function loader({ context }: Route.LoaderArgs) {
  const { publicUrl, apiLimits } = context.get(optionsContext);
  const today = new Date().toISOString().slice(0, 10);
  return {
    publicUrl,
    limits: apiLimits,
    signedIn: signedInRequest(publicUrl),
    examples: apiExamples(today).map((example) => apiRequest(example, publicUrl)),
  };
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "The API – Potbank",
    description:
      "All that is public on Potbank, over GraphQL, without a key: address, limits, paging, errors, caching, licences, and examples to run.",
  });

/** 100000 as "100,000", the same on server and browser. */
const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const errors = [
  [
    "BAD_USER_INPUT",
    "A value is wrong, or the request asks for too much. extensions.field names the argument.",
  ],
  ["UNAUTHENTICATED", "Only for people who are signed in."],
  ["FORBIDDEN", "The person may not do this. The message says what stands in the way."],
  ["NOT_FOUND", "What is to be changed does not exist, or not for this person."],
  ["CONFLICT", "Somebody was quicker, or it has been done already. Read again, then decide."],
  ["RATE_LIMITED", "Too often in a short time. Wait, then try again."],
  ["GRAPHQL_PARSE_FAILED", "The document is not GraphQL."],
  ["GRAPHQL_VALIDATION_FAILED", "It asks for what the schema does not have, or nests too deeply."],
  ["INTERNAL_SERVER_ERROR", "Our fault. extensions.logId is the number to tell us."],
];

const refusal = `{
  "errors": [{
    "message": "first: 500 is outside 1 to 100; ask for at most 100 and page on with after.",
    "path": ["evidenceSummaries"],
    "extensions": { "code": "BAD_USER_INPUT", "field": "first" }
  }]
}`;

/** For those who build on it. */
export default function Api({
  loaderData: { publicUrl, limits, signedIn, examples },
}: Route.ComponentProps) {
  return (
    <WordsPage
      kind="For developers"
      title="The API"
      lead="All that is public here, over GraphQL, without a key."
      parts={[
        {
          id: "address",
          heading: "Address",
          words: (
            <>
              <Code label="Address of the API">{`${publicUrl}/graphql`}</Code>
              <p>
                Send a POST with <code>query</code> and <code>variables</code> as JSON, or a GET
                with the same as parameters. Opened in a browser, the address is an editor with the
                documentation of every field: <a href="/graphql">GraphiQL</a>. The whole contract is
                one file, <a href="/schema.graphql">schema.graphql</a>.
              </p>
              <p>
                Evidence summaries with their findings, CPD sessions, self-study, school research,
                reflections, schools and the vocabulary are public. What is somebody’s own, and
                every change, needs a <a href="#signed-in">person who is signed in</a>.
              </p>
              <p>
                For new and changed summaries alone there is an <a href="/feed.atom">Atom feed</a>.
              </p>
            </>
          ),
        },
        {
          id: "examples",
          heading: "Examples",
          words: (
            <>
              <p>Each of these runs as it stands.</p>
              {examples.map((example) => (
                <Example key={example.id} of={example} />
              ))}
            </>
          ),
        },
        {
          id: "signed-in",
          heading: "Signed in",
          words: (
            <>
              <p>
                There are no keys for programs: the API knows people, by the cookie that signing in
                gives. With it you read what the person may read, such as their own reflections and
                what their school shares, and change what they may change: every mutation is in the
                schema, with whom it refuses. <code>viewer</code> says who asks and what they may
                do.
              </p>
              <p>
                The cookie is made for these pages, and a program of your own can keep it too.
                Signing in is an ordinary form: send it, keep the cookies, and send them with each
                question.
              </p>
              <Code label="Signing in, and a question of one’s own">{signedIn}</Code>
              <p>
                It holds for 14 days, or until the person signs out: on the page{" "}
                <a href="/account/security">Signing in</a> they see each place and can end it. Keep
                it rather than sign in before every question: ten wrong passwords lock an account
                for a quarter of an hour. An account with a second step asks for its code next, so
                it is of no use to a program. Pages of other sites cannot ask as somebody: their
                questions count as signed out.
              </p>
            </>
          ),
        },
        {
          id: "paging",
          heading: "Lists and pages",
          words: (
            <>
              <p>
                Lists take <code>first</code>, from 1 to {limits.rows}, and <code>after</code>. Give{" "}
                <code>pageInfo.endCursor</code> of one page as <code>after</code> of the next, under
                the same filter and order, while <code>hasNextPage</code> is true. A cursor means
                nothing by itself and is not for keeping. What is added or taken away while you page
                makes you neither miss a row nor see one twice, unless that row itself has moved.
              </p>
              <p>
                <code>totalCount</code> is counted only if you ask for it. Of one search, the first{" "}
                {counted(limits.hits)} hits can be paged through.
              </p>
            </>
          ),
        },
        {
          id: "ids",
          heading: "Ids",
          words: (
            <p>
              Every record has an <code>id</code> that begins with its kind and never changes.{" "}
              <code>node(id:)</code> gives one record, <code>nodes(ids:)</code> up to {limits.ids}{" "}
              in the order asked for, with null for what does not exist. Addresses use slugs, and
              schools their URN. A record that was withdrawn stays at its id and slug, with{" "}
              <code>withdrawal</code> set and without its figures: take it down where you show it.
            </p>
          ),
        },
        {
          id: "months",
          heading: "Figures",
          words: (
            <p>
              <code>impactMonths</code> may be 0 or negative. Where it is null,{" "}
              <code>impactMonthsStatus</code> says why; never show null as 0. Show months, cost and
              padlocks together, with <code>notices</code> and the source.{" "}
              <a href="/figures">How to read the figures</a>
            </p>
          ),
        },
        {
          id: "limits",
          heading: "Limits",
          words: (
            <>
              <WordsTable
                caption="What one request may ask for"
                columns={["Limit", "At most"]}
                rows={[
                  ["Fields in the answer, if every page were full", counted(limits.fields)],
                  ["Levels of fields", limits.depth],
                  ["Aliases", limits.aliases],
                  ["Words and signs in the document", counted(limits.tokens)],
                  ["Bytes in the body", counted(limits.bodyBytes)],
                  ["Rows of one page of a list", limits.rows],
                  ["Ids in one look-up", limits.ids],
                ]}
              />
              <p>
                A search counts {counted(limits.searchFields)} fields before its rows, because it
                looks at everything. A request over a limit is refused with a message that says
                which.
              </p>
            </>
          ),
        },
        {
          id: "errors",
          heading: "Errors",
          words: (
            <>
              <p>
                A fault stands in <code>errors</code>, with a code in <code>extensions.code</code>:
              </p>
              <WordsTable caption="Codes" columns={["Code", "Meaning"]} rows={errors} />
              <Code label="A refusal">{refusal}</Code>
              <p>
                Every answer has a header <code>x-request-id</code>; send your own, and it comes
                back. What does not exist is null, not an error.
              </p>
            </>
          ),
        },
        {
          id: "caching",
          heading: "Caching, and use from a browser",
          words: (
            <>
              <p>
                Answers to GET carry an <code>ETag</code>. Send it back as{" "}
                <code>If-None-Match</code>, and you get 304 without a body while nothing has
                changed. Answers to POST are not kept.
              </p>
              <p>Pages of any other site may ask (CORS is open), without cookies or credentials.</p>
            </>
          ),
        },
        {
          id: "degraded",
          heading: "Search while a server is away",
          words: (
            <p>
              <code>search</code> says which <code>engine</code> answered. Where{" "}
              <code>degraded</code> is true, the usual one could not: hits and counts are the same,
              and it may take longer. Cursors go on from one to the other. <code>searchToken</code>{" "}
              lets a client search the index itself, on sites that allow it.
            </p>
          ),
        },
        {
          id: "versions",
          heading: "Changes",
          words: (
            <p>
              There is one version. What a client can see change is written down, with its date, in{" "}
              <code>schema/CHANGELOG.md</code> beside the program.
            </p>
          ),
        },
        {
          id: "licence",
          heading: "Licence of the data",
          words: (
            <p>
              Each summary and each self-study item names its <code>source</code> with its licence
              and, where asked for, the words to show. Months, cost and padlocks are the Education
              Endowment Foundation’s; show them with its name. Facts about schools are under the{" "}
              <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
                Open Government Licence v3.0
              </a>
              ; a school’s <code>attribution</code> has the words. Names that end in “(example)” are
              invented: leave them out of anything you count.
            </p>
          ),
        },
      ]}
    />
  );
}
