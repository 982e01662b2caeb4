import type { ApiExample } from "./api-examples.server.ts";

/** An example in the forms that a client can copy, and where it runs at once. */
export interface ApiRequest extends Omit<ApiExample, "variables"> {
  /** As JSON; empty where it has none. */
  readonly variables: string;
  readonly curl: string;
  readonly fetch: string;
  /** Answers as JSON, without a script. */
  readonly run: string;
  /** The editor, with the question in it. The part behind # never leaves the browser. */
  readonly edit: string;
}

/** What stands between single quotes in a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The example against the API at an address. */
export function apiRequest(example: ApiExample, publicUrl: string): ApiRequest {
  const { document, variables } = example;
  const given = Object.keys(variables).length > 0;
  const words = given ? JSON.stringify(variables, null, 2) : "";
  const parameters = new URLSearchParams({
    query: document,
    ...(given && { variables: JSON.stringify(variables) }),
  });
  // Blanks and line ends mean nothing in GraphQL, and a shell's history likes one line.
  const body = JSON.stringify({
    query: document.replace(/\s+/g, " "),
    ...(given && { variables }),
  });
  return {
    ...example,
    variables: words,
    curl: `curl -s ${publicUrl}/graphql \\\n  -H 'content-type: application/json' \\\n  --data ${quoted(body)}`,
    fetch: `const query = \`${document}\`;
${given ? `const variables = ${words};\n` : ""}
const response = await fetch("${publicUrl}/graphql", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query${given ? ", variables" : ""} }),
});
const { data, errors } = await response.json();`,
    run: `/graphql?${parameters}`,
    edit: `/graphql#${parameters}`,
  };
}

const ownReflections =
  "{ viewer { person { name } permissions reflections(first: 5) { nodes { title state } } } }";

/** How somebody signs in from a shell and asks as themselves; $EMAIL and $PASSWORD are theirs to set. */
export const signedInRequest = (publicUrl: string): string =>
  `curl -s -o /dev/null -c potbank.cookies ${publicUrl}/sign-in \\
  --data-urlencode "email=$EMAIL" --data-urlencode "password=$PASSWORD"
curl -s -b potbank.cookies ${publicUrl}/graphql \\
  -H 'content-type: application/json' \\
  --data ${quoted(JSON.stringify({ query: ownReflections }))}`;
