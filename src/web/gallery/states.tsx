import { Form } from "react-router";
import { ErrorPage } from "../components/error-page.tsx";
import { NoResults } from "../components/no-results.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { readAddress } from "../data/search-address.ts";
import type { Area } from "./specimen.ts";

/** Nothing there, not yet there, gone wrong; and the ways on. */
export const states: Area = {
  name: "States and ways on",
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
    { name: "Pager, first page", show: <Pager next="#next" /> },
    { name: "Pager, in the middle", show: <Pager first="#first" next="#next" /> },
    { name: "Pager, last page", show: <Pager first="#first" /> },
    {
      name: "Nothing found",
      show: (
        <NoResults
          address={readAddress(new URLSearchParams("q=zzqxv phonemes&phase=primary"))}
          topics={[{ id: "1", slug: "feedback", label: "Feedback" }]}
        />
      ),
    },
    { name: "Page not found", wholePage: true, show: <ErrorPage status={404} /> },
    { name: "Our fault", wholePage: true, show: <ErrorPage status={500} logId="01k9examplelog" /> },
  ],
};
