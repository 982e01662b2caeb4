import { Caveats } from "../components/caveats.tsx";
import { Findings, type FindingPage } from "../components/findings.tsx";
import { NextSession } from "../components/next-session.tsx";
import { Pager } from "../components/pager.tsx";
import { References } from "../components/references.tsx";
import { StrandActions } from "../components/strand-actions.tsx";
import { SourceNotices } from "../components/strand-notices.tsx";
import { caveatsOf } from "../data/caveats.ts";
import { figuresOf, longTitle, now, session } from "./made-up.ts";
import type { Area } from "./specimen.ts";

type Finding = FindingPage["nodes"][number];

const study = {
  id: "study_1",
  title: "A trial in twelve schools",
  year: 2024,
  design: "Randomised controlled trial",
  url: "https://doi.org/10.0000/example",
};

/** A finding with groups of 120 and 118 pupils, each allotted alone. */
const finding = (id: string, differs: Partial<Finding> = {}): Finding => ({
  id,
  outcome: "Reading comprehension",
  outcomeDomain: "Comprehension",
  period: "1 year",
  comparison: "Lessons as usual",
  sampleDescription: "Year 5",
  sampleSize: 238,
  interventionSampleSize: 120,
  comparisonSampleSize: 118,
  interventionClusters: null,
  comparisonClusters: null,
  isSubgroup: false,
  effectSize: 0.31,
  effectSizeBasis: "AS_PUBLISHED",
  effectSizeAsPublished: 0.31,
  improvementIndex: 12,
  designRating: "MEETS_WITHOUT_RESERVATIONS",
  study,
  ...differs,
});

const page = (...nodes: Finding[]): FindingPage => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  nodes,
});

const every = page(
  finding("1"),
  finding("2", { outcome: "Spelling", effectSize: -0.42, sampleSize: 60 }),
  finding("3", {
    outcome: "Whole classes were allotted",
    effectSize: 0.22,
    sampleSize: 1_900,
    interventionClusters: 12,
    comparisonClusters: 11,
  }),
  finding("4", { outcome: "No effect", effectSize: 0 }),
  finding("5", {
    outcome: "Beyond the scale",
    effectSize: 2.8,
    sampleSize: 24,
    interventionSampleSize: 12,
    comparisonSampleSize: 12,
  }),
  finding("6", {
    outcome: "A small study, whose interval goes beyond the scale",
    effectSize: 1.1,
    sampleSize: 8,
    interventionSampleSize: 4,
    comparisonSampleSize: 4,
  }),
  finding("7", {
    outcome: "Numbers not given",
    sampleSize: null,
    interventionSampleSize: null,
    comparisonSampleSize: null,
  }),
  finding("8", { outcome: "The study’s own figure", effectSizeBasis: "STUDY_REPORTED" }),
  finding("9", {
    outcome: "Not clear whom it favours",
    effectSize: null,
    effectSizeBasis: "UNCLEAR",
  }),
  finding("10", { outcome: longTitle, study: { ...study, title: longTitle } }),
);

const unstated = { effectSize: null, effectSizeBasis: null, effectSizeAsPublished: null };

/** What the page of a strand is made of, besides text and cards. */
export const strand: Area = {
  name: "Strand",
  specimens: [
    {
      name: "What this does not mean, rated",
      show: (
        <Caveats
          of={caveatsOf(figuresOf({ impactMonths: 5, evidenceStrength: 2 }), [
            { scheme: "PHASE", label: "Primary" },
            { scheme: "KEY_STAGE", label: "Key stage 1" },
            { scheme: "KEY_STAGE", label: "Key stage 2" },
            { scheme: "SUBJECT", label: "English" },
          ])}
        />
      ),
    },
    {
      name: "What this does not mean, too little evidence",
      landmark: true,
      show: (
        <Caveats
          of={caveatsOf(
            figuresOf({ impactMonths: null, impactMonthsStatus: "INSUFFICIENT_EVIDENCE" }),
            [],
          )}
        />
      ),
    },
    {
      name: "What this does not mean, not in months",
      landmark: true,
      show: (
        <Caveats
          of={caveatsOf(
            figuresOf({
              impactMonths: null,
              impactMonthsStatus: "NOT_RATED_IN_MONTHS",
              costBand: null,
              evidenceStrength: null,
            }),
            [],
          )}
          more={{ anchor: "more" }}
        />
      ),
    },
    {
      name: "Next session",
      show: <NextSession of={[session()]} total={1} all="#cpd" now={now} />,
    },
    {
      name: "Next session, full, and the next with places",
      landmark: true,
      show: (
        <NextSession
          of={[session({ placesLeft: 0, title: longTitle }), session({ id: "session_2" })]}
          total={2}
          all="#cpd"
          now={now}
        />
      ),
    },
    {
      name: "Actions",
      note: "Compare, Cite, Share, Print; the folds open without a script.",
      show: (
        <StrandActions
          slug="feedback"
          title="Reading aloud together"
          url="https://potbank.example/evidence/feedback"
          citation={{
            text: "Potbank (2026) Reading aloud together. Available at: https://potbank.example/evidence/feedback (Accessed: 23 November 2026).",
            html: "Potbank (2026) <i>Reading aloud together</i>. Available at: https://potbank.example/evidence/feedback (Accessed: 23 November 2026).",
            figures: "Figures: A foundation (example), as they stood on 1 September 2026.",
          }}
        />
      ),
    },
    {
      name: "Findings, every case",
      note: "Both sides of zero, zero, whole classes, beyond the scale, a cut interval, unknown numbers, a figure of the study's own, an unclear one, long names.",
      show: <Findings of={every} />,
    },
    { name: "Findings, one", show: <Findings of={page(finding("1"))} /> },
    {
      name: "Findings without effect sizes",
      show: (
        <Findings
          of={page(
            finding("1", { ...unstated, improvementIndex: null, study: null, designRating: null }),
          )}
        />
      ),
    },
    {
      name: "A page of findings in the middle",
      landmark: true,
      show: (
        <>
          <Findings of={{ ...page(finding("1"), finding("2")), totalCount: 348 }} from={41} />
          <Pager first="#first" previous="#previous" next="#next" />
        </>
      ),
    },
    {
      name: "References",
      show: (
        <References
          of={[
            {
              key: "a",
              short: "A, 2020",
              text: "A, B. (2020). On reading aloud.",
              url: "https://doi.org/10.0000/example",
            },
            { key: "b", short: "B, 2021", text: "B, C. (2021). Never cited.", url: null },
          ]}
          citedIn={{ a: [{ anchor: "cited-a-1", heading: "Key findings" }] }}
        />
      ),
    },
    {
      name: "Source of the figures",
      show: (
        <SourceNotices
          of={{
            notices: ["Not yet reviewed.", "Check the source."],
            source: {
              name: "A foundation (example)",
              url: "https://foundation.example/",
              licence: "© A foundation (example)",
              retrievedOn: "2026-09-01",
              note: "Check the source.",
            },
          }}
        />
      ),
    },
  ],
};
