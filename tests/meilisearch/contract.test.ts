import { afterAll, describe } from "vitest";
import { masterClient, withServer } from "../support/meilisearch.ts";
import { contractAnswers } from "../support/search-contract/answers.ts";
import { contractFacets } from "../support/search-contract/facets.ts";
import { contractFinds } from "../support/search-contract/finds.ts";
import { recording } from "../support/search-following.ts";
import { openLibrary } from "../support/search-library.ts";

// The same expectations that tests/search*.test.ts have of PostgreSQL, on a real server. With RECORD_MEILISEARCH set, what it
// answers is kept for those who have none.
const contracts = { finds: contractFinds, answers: contractAnswers, facets: contractFacets };

if (withServer) {
  const library = await openLibrary();
  for (const [name, contract] of Object.entries(contracts)) {
    const { engine, save, close } = await recording(masterClient(), library.em(), name);
    contract(engine, library);
    afterAll(async () => {
      if (process.env.RECORD_MEILISEARCH) await save();
      await close();
    });
  }
} else describe.skip("the contract on a real server", () => {});
