/** Of every account of the demonstration. */
const password = "nine-herons-on-a-stove";

/** Signs an account of the demonstration in by the form; `ask` speaks GraphQL as its person. */
export async function signInto(site: string, account: string) {
  const answer = await fetch(`${site}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email: `${account}@potbank.example`, password }),
    redirect: "manual",
  });
  const cookies = answer.headers.getSetCookie().map((line) => {
    const [pair = ""] = line.split(";");
    return { name: pair.slice(0, pair.indexOf("=")), value: pair.slice(pair.indexOf("=") + 1) };
  });
  if (cookies.length === 0) throw new Error(`${account} could not sign in: ${answer.status}`);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  // oxlint-disable-next-line no-explicit-any -- it reads whatever it asked for
  async function ask(query: string, variables: object = {}): Promise<any> {
    const response = await fetch(`${site}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
  return { cookies, ask };
}
