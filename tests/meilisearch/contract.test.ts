import { afterAll, describe, expect, test } from "vitest";
import { masterClient, withServer } from "../support/meilisearch.ts";
import { contractAnswers } from "../support/search-contract/answers.ts";
import { contractFacets } from "../support/search-contract/facets.ts";
import { contractFinds } from "../support/search-contract/finds.ts";
import { recording } from "../support/search-following.ts";
import { openLibrary } from "../support/search-library.ts";

// The same expectations that tests/search*.test.ts have of PostgreSQL, on a real server. With RECORD_MEILISEARCH set, what it
// answers is kept for those who have none.
const contracts = withServer
  ? Object.entries({ finds: contractFinds, answers: contractAnswers, facets: contractFacets })
  : [];
const library = await openLibrary();

describe.each(contracts)("the contract on a real server: %s", async (name, contract) => {
  const { engine, save, close } = await recording(masterClient(), library.em(), name);
  contract(engine, library);
  afterAll(async () => {
    if (process.env.RECORD_MEILISEARCH) await save();
    await close();
  });
});

test.skipIf(!withServer)("the server answers under the master key", async () => {
  expect(await masterClient().isHealthy()).toBe(true);
});
