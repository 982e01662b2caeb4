import { CardGrid, ProjectCard, ReflectionCard } from "../components/cards.tsx";
import { Row, Rows } from "../components/home/rows.tsx";
import { ListChips, ListFilters } from "../components/list-filters.tsx";
import { RecordList } from "../components/record-list.tsx";
import { RecordPart } from "../components/record-part.tsx";
import { SchoolFacts, type SchoolOfRegister, SchoolSource } from "../components/school-facts.tsx";
import { TermLinks } from "../components/term-links.tsx";
import type { ListAddress } from "../data/list-address.ts";
import { longTitle, project, reflection } from "./made-up.ts";
import type { Area } from "./specimen.ts";

const school = (differs: Partial<SchoolOfRegister> = {}): SchoolOfRegister => ({
  urn: 900001,
  name: "Bottle Bank Primary School (example)",
  town: "Potters Green",
  postcode: "ZZ1 1ZZ",
  localAuthority: "Potters Green",
  establishmentType: "Community school",
  phase: { id: "1", scheme: "PHASE", slug: "primary", label: "Primary" },
  pupils: 1404,
  pupilsYear: 2026,
  pupilsSource: "School census, January 2026",
  pupilPremiumPercent: 29.2,
  status: "OPEN",
  closedOn: null,
  asOf: "2026-09-01",
  attribution: "A register (example).",
  ...differs,
});

const bare = school({
  town: null,
  postcode: null,
  localAuthority: null,
  establishmentType: null,
  phase: null,
  pupils: null,
  pupilPremiumPercent: null,
  asOf: null,
  attribution: null,
});

const address = (differs: Partial<ListAddress> = {}): ListAddress => ({
  path: "/projects",
  chosen: {},
  after: undefined,
  ignored: [],
  ...differs,
});

const list = { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null } };

/** Lists of records, schools, and the parts of pages about them. */
export const records: Area = {
  name: "Records",
  specimens: [
    {
      name: "Part of a page",
      show: (
        <RecordPart
          heading="School research, some"
          count={6972}
          more={{ to: "/projects", words: "All 6,972 projects" }}
          intro="This school’s own inquiries."
        >
          <CardGrid width="20rem">
            <ProjectCard of={project()} />
          </CardGrid>
        </RecordPart>
      ),
    },
    {
      name: "Rows",
      show: (
        <Rows>
          <Row title="Fewer comments, better conversations" url="/reflections">
            <p>A. Wedgwood (example)</p>
          </Row>
          <Row title={longTitle} url="/projects" />
        </Rows>
      ),
    },
    {
      name: "Filters, none chosen",
      show: (
        <ListFilters
          address={address()}
          offers={[
            { param: "filter-a", name: "Phase", options: [{ value: "a", label: "Primary" }] },
            { param: "filter-b", name: "Topic", options: [{ value: "b", label: longTitle }] },
          ]}
        />
      ),
    },
    {
      name: "Chosen filters",
      note: "One value that is long, and parameters that mean nothing.",
      show: (
        <ListChips
          address={address({
            chosen: { phase: "primary", topic: "long" },
            ignored: ["status=finished"],
          })}
          labelOf={(_, value) => (value === "long" ? longTitle : "Primary")}
        />
      ),
    },
    {
      name: "List with one record",
      show: (
        <RecordList
          of={list}
          address={address()}
          one="reflection"
          many="reflections"
          cards={[<ReflectionCard key="1" of={reflection({ title: longTitle, author: null })} />]}
          empty={null}
        />
      ),
    },
    {
      name: "List of many",
      show: (
        <RecordList
          of={{ ...list, totalCount: 6972 }}
          address={address()}
          one="project"
          many="projects"
          cards={[<ProjectCard key="1" of={project({ school: null, publishedAt: null })} />]}
          empty={null}
        />
      ),
    },
    {
      name: "List without any",
      show: (
        <RecordList
          of={{ ...list, totalCount: 0 }}
          address={address()}
          one="project"
          many="projects"
          cards={[]}
          empty={<p>No school research matches this.</p>}
        />
      ),
    },
    {
      name: "School of a register",
      show: (
        <>
          <SchoolFacts of={school()} />
          <SchoolSource of={school()} />
        </>
      ),
    },
    {
      name: "School that has closed",
      show: <SchoolFacts of={school({ status: "CLOSED", closedOn: "2025-08-31" })} />,
    },
    {
      name: "School of which little is known",
      show: (
        <>
          <SchoolFacts of={bare} />
          <SchoolSource of={bare} />
        </>
      ),
    },
    {
      name: "Links to terms",
      show: (
        <TermLinks
          of={[
            { id: "1", scheme: "TOPIC", slug: "feedback", label: "Feedback" },
            { id: "2", scheme: "PD_MECHANISM", slug: "model-technique", label: longTitle },
          ]}
        />
      ),
    },
  ],
};
