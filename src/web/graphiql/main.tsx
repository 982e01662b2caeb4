import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";

const example = `# Potbank over GraphQL. Press the play button, or Ctrl and Enter, to run this.
# The book on the left describes every field. Spelling is forgiven: try "metacogntion".

query FindEvidence {
  search(query: "metacogntion", facets: [KIND, PHASE], first: 5) {
    totalCount
    correctedQuery
    nodes {
      kind
      title
      url
      ... on EvidenceSummary {
        impactMonths
        costBand
        evidenceStrength
        cpdSessions(first: 3) {
          nodes {
            title
            startsAt
          }
        }
      }
    }
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
}
`;

const ask = async (question: object): Promise<object> => {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
  });
  return (await answer.json()) as object;
};

/** What an address brings with it: /graphql#query=…&variables=… The part behind # is not sent to anyone. */
const asked = new URLSearchParams(location.hash.slice(1));
const query = asked.get("query");
const variables = asked.get("variables");

const place = document.getElementById("graphiql");
if (place)
  createRoot(place).render(
    <GraphiQL
      fetcher={ask}
      defaultQuery={example}
      // Beside what the editor remembers from before: a question that is brought gets a tab of its own.
      {...(query !== null && { query, variables: variables ?? "" })}
    />,
  );
