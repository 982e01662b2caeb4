// Asks a running Potbank what its first user would ask: node scripts/smoke.mjs <address> api|page
// Prints what it found; exits 1 with the reason when the answer is not the one.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";

const [url, what] = process.argv.slice(2);

const question = `{
  search(query: "metacogntion", facets: [KIND, PHASE], first: 5) {
    totalCount correctedQuery engine
    nodes { kind title url ... on EvidenceSummary {
      impactMonths costBand evidenceStrength cpdSessions(first: 3) { nodes { title startsAt } } } }
    facets { field values { value label count } }
  }
}`;

async function api() {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: question }),
    signal: AbortSignal.timeout(15_000),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  const { nodes, facets, correctedQuery, totalCount } = data.search;
  const [first] = nodes;
  assert.match(first?.title ?? "nothing", /metacognition/i, "the first hit is another one");
  assert.equal(typeof first.impactMonths, "number", "the strand has no months");
  assert.ok(first.cpdSessions.nodes.length > 0, "the strand has no sessions");
  for (const { startsAt } of first.cpdSessions.nodes)
    assert.ok(!Number.isNaN(Date.parse(startsAt)), `a session starts at ${startsAt}`);
  assert.match(correctedQuery ?? "nothing", /metacognition/i, "the spelling was not corrected");
  for (const field of ["KIND", "PHASE"]) {
    const facet = facets.find((each) => each.field === field);
    assert.ok(
      facet?.values.some(({ count }) => count > 0),
      `no counts for ${field}`,
    );
  }
  console.log(
    `${totalCount} hits for "${correctedQuery}"; first: ${first.title}, ${first.impactMonths} months, ` +
      `${first.cpdSessions.nodes.length} sessions, next ${first.cpdSessions.nodes[0].startsAt}`,
  );
}

const chromium = () =>
  [
    process.env.CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path && existsSync(path));

async function page() {
  const browser = await (
    await import("playwright-core")
  ).chromium.launch({
    executablePath: chromium(),
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
      // Chromium refuses its sandbox to root.
      process.getuid?.() === 0 ? "--no-sandbox" : "--disable-default-apps",
    ],
  });
  try {
    const tab = await browser.newPage();
    const faults = [];
    tab.on("pageerror", (error) => faults.push(String(error)));
    tab.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    const answer = await tab.goto(`${url}/search?q=metacogntion`, { waitUntil: "networkidle" });
    assert.equal(answer?.status(), 200);
    const links = await tab.locator("main a[href*='/evidence/']").allInnerTexts();
    assert.match(
      links[0] ?? "nothing",
      /metacognition/i,
      "the first strand on the page is another one",
    );
    assert.deepEqual(faults, [], "the browser complained");
    console.log(`${await tab.title()}: first strand "${links[0].trim()}"`);
  } finally {
    await browser.close();
  }
}

try {
  await { api, page }[what]();
} catch (error) {
  console.error(error instanceof assert.AssertionError ? error.message : error);
  process.exitCode = 1;
}
