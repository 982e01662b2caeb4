import { expect, test } from "vitest";
import { services } from "../../src/app/application.ts";
import { searchEngine, type SearchEngine } from "../../src/search/port.ts";
import { testApi } from "../support/api.ts";

const sentence =
  "Search is slower than usual at the moment. Nothing is missing from these results.";

test("results that another engine stood in for say so in one quiet sentence, and others do not", async () => {
  const provided = services();
  const engine = provided.get(searchEngine) as SearchEngine;
  let degraded = true;
  provided.set(searchEngine, {
    search: async (em, request) => ({ ...(await engine.search(em, request)), degraded }),
  } satisfies SearchEngine);
  const api = await testApi({ provided });
  await api.world.summary({ title: "Feedback" });
  await api.world.drain();
  const pageOf = async (query: string) => (await fetch(`${api.url}/search?q=${query}`)).text();
  for (const query of ["feedback", "nothingatall"]) {
    degraded = true;
    expect(await pageOf(query)).toMatch(new RegExp(`<p [^>]*role="status"[^>]*>${sentence}</p>`));
    degraded = false;
    expect(await pageOf(query)).not.toContain("slower than usual");
  }
});
