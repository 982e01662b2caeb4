import type { ReactNode } from "react";
import { Form } from "react-router";
import { NoResults } from "../components/no-results.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { SearchChips } from "../components/search-chips.tsx";
import { SearchFacet } from "../components/search-facet.tsx";
import { SearchSuggestions } from "../components/search-suggestions.tsx";
import { SearchTabs } from "../components/search-tabs.tsx";
import { SearchDegraded, SearchUnderstood } from "../components/search-understood.tsx";
import { readAddress } from "../data/search-address.ts";
import { siteSuggestions } from "../data/suggestions.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import { longTitle } from "./made-up.ts";
import type { Area } from "./specimen.ts";

type Search = SearchQuery["search"];
type Value = Search["facets"][number]["values"][number];

const address = (text: string) => readAddress(new URLSearchParams(text));

const value = (name: string, count: number): Value => ({
  value: name.toLowerCase().replaceAll(" ", "-"),
  label: name,
  count,
  selected: false,
});

const topics = Array.from({ length: 200 }, (_, at) => value(`Topic ${at + 1}`, 200 - at));

const kindFacet: Search["facets"][number] = {
  field: "KIND",
  values: [
    { value: "EVIDENCE_SUMMARY", label: "Evidence", count: 12, selected: false },
    { value: "CPD_SESSION", label: "CPD sessions", count: 1204, selected: false },
    { value: "REFLECTION", label: "Reflections", count: 9, selected: false },
  ],
};

const nothing: Search = {
  askedId: null,
  totalCount: 0,
  totalIsExact: true,
  degraded: false,
  correctedQuery: null,
  suggestedQuery: null,
  looser: [
    { query: "phonemes", without: ["PHASE"], totalCount: 12 },
    { query: "phonemes", without: ["KIND"], totalCount: 1 },
    { query: "phonemes", without: ["KIND", "PHASE"], totalCount: 31 },
    { query: "phonics", without: [], totalCount: 3 },
  ],
  pageInfo: { hasNextPage: false, endCursor: null },
  facets: [{ field: "PHASE", values: [value("Primary", 0)] }],
  edges: [],
};

/** The list lies over what follows: it is given its room. */
function OpenList({ children }: { children: ReactNode }): ReactNode {
  return (
    <div style={{ paddingBottom: "24rem" }}>
      <div style={{ position: "relative" }}>{children}</div>
    </div>
  );
}

const figures = "8 months more progress, very low cost, extensive evidence";

/** Asking, narrowing, and what comes of it. */
export const search: Area = {
  name: "Search",
  specimens: [
    {
      name: "Search box",
      show: (
        <Form action="/search">
          <SearchBox id="gallery-search" label="Search (specimen)" placeholder="Search Potbank" />
        </Form>
      ),
    },
    {
      name: "Search box, big",
      show: (
        <Form action="/search">
          <SearchBox
            id="gallery-big"
            label="Search (big specimen)"
            big
            placeholder="What would you like to know?"
          />
        </Form>
      ),
    },
    {
      name: "Suggestions, the second walked to",
      note: "One title is as long as titles get.",
      show: (
        <OpenList>
          <SearchSuggestions
            id="gallery-list"
            of={{
              total: 23,
              suggestions: [
                {
                  title: "Metacognition and self-regulation",
                  path: "/evidence/metacognition-and-self-regulation",
                  kind: "Evidence",
                  detail: figures,
                },
                {
                  title: "Metacognition: first steps in any classroom",
                  path: "/cpd",
                  kind: "CPD session",
                  detail: "Friday 4 December 2026",
                },
                { title: longTitle, path: "/projects", kind: "School research" },
              ],
            }}
            source={siteSuggestions}
            text="metac"
            active={1}
            onFollow={() => undefined}
            onAll={() => undefined}
          />
        </OpenList>
      ),
    },
    {
      name: "Kinds as tabs, one chosen, two without results",
      show: <SearchTabs of={[kindFacet]} address={address("q=reading&kind=evidence")} />,
    },
    {
      name: "Facet of 200 values",
      show: (
        <form>
          <SearchFacet
            param="topic"
            name="Topic"
            values={topics}
            address={address("topic=topic-2&topic=topic-40")}
          />
        </form>
      ),
    },
    {
      name: "Chips",
      show: (
        <SearchChips
          of={[]}
          address={address("phase=primary&cost=1&strength=4&topic=a-topic-with-a-rather-long-name")}
        />
      ),
    },
    {
      name: "Corrected spelling",
      show: (
        <SearchUnderstood
          of={{ correctedQuery: "metacognition", suggestedQuery: null }}
          address={address("q=metacogntion")}
        />
      ),
    },
    {
      name: "Slower than usual",
      show: <SearchDegraded of={{ degraded: true }} />,
    },
    {
      name: "Words as typed",
      show: (
        <SearchUnderstood
          of={{ correctedQuery: null, suggestedQuery: "metacognition" }}
          address={address("q=metacogntion&spelling=exact")}
        />
      ),
    },
    {
      name: "Nothing found, with ways on",
      show: (
        <NoResults
          of={nothing}
          address={address("q=phonemes phonics&phase=primary&kind=cpd")}
          topics={[{ id: "1", slug: "feedback", label: "Feedback" }]}
        />
      ),
    },
    {
      name: "Nothing found at all",
      show: (
        <NoResults
          of={{ ...nothing, looser: [] }}
          address={address("q=zzqxv")}
          topics={[{ id: "1", slug: "feedback", label: "Feedback" }]}
        />
      ),
    },
  ],
};
