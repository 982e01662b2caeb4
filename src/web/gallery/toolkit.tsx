import { CompareForm } from "../components/compare-form.tsx";
import { CompareTable, type ComparedColumn } from "../components/compare-table.tsx";
import { ImpactChart } from "../components/impact-chart.tsx";
import { ToolkitTable, type ToolkitStrand } from "../components/toolkit-table.tsx";
import { chartLayout, hasPlace } from "../data/impact-chart.ts";
import { readToolkitAddress } from "../data/toolkit-address.ts";
import type { FiguresFragment } from "../generated/graphql.ts";
import { figuresOf, longTitle, now, summary } from "./made-up.ts";
import type { Area } from "./specimen.ts";

const phases = [
  { id: "term_1", slug: "primary", label: "Primary" },
  { id: "term_2", slug: "secondary", label: "Secondary" },
];

const strand = (
  title: string,
  figures: Partial<FiguresFragment>,
  group: ToolkitStrand["costEffectivenessGroup"],
): ToolkitStrand => ({
  ...summary({ id: `summary_${title}`, title, ...figuresOf(figures) }),
  slug: title.toLowerCase().replaceAll(/[^a-z]+/g, "-"),
  costEffectivenessGroup: group,
  terms: group === "NOT_COMPARABLE" ? [] : phases,
});

const strands: readonly ToolkitStrand[] = [
  strand("Reading aloud together", { impactMonths: 6, costBand: 1, evidenceStrength: 4 }, "GAIN"),
  strand(longTitle, { impactMonths: 4, costBand: 3, evidenceStrength: 3 }, "GAIN"),
  strand(
    "Coloured folders",
    { impactMonths: 6, costBand: 1, evidenceStrength: 1 },
    "GAIN_ON_WEAK_EVIDENCE",
  ),
  strand("Longer lunches", { impactMonths: 0, costBand: 2, evidenceStrength: 3 }, "NO_GAIN"),
  strand("Fewer lessons", { impactMonths: -2, costBand: 5, evidenceStrength: 2 }, "NO_GAIN"),
  strand(
    "Green chairs",
    {
      impactMonths: null,
      impactMonthsStatus: "INSUFFICIENT_EVIDENCE",
      costBand: 1,
      evidenceStrength: 0,
    },
    "NOT_COMPARABLE",
  ),
];

/** Six of equal figures in one cell, besides the others. */
const crowd = [
  ...strands,
  ..."ABCDEF"
    .split("")
    .map((letter, at) =>
      strand(
        `Programme ${letter}`,
        { impactMonths: 6, costBand: 1, evidenceStrength: at },
        at < 3 ? "GAIN_ON_WEAK_EVIDENCE" : "GAIN",
      ),
    ),
];

const chart = (of: readonly ToolkitStrand[]) => (
  <ImpactChart
    wide={chartLayout(of, "wide")}
    narrow={chartLayout(of, "narrow")}
    without={of.filter((each) => !hasPlace(each))}
    table="#table"
  />
);

const compared = (of: ToolkitStrand, differs: Partial<ComparedColumn> = {}): ComparedColumn => ({
  ...of,
  notices: ["Check the source."],
  updatedAt: now,
  source: { name: "A source", url: "https://source.example/", retrievedOn: "2026-04-02" },
  terms: of.terms.map((term) => ({ ...term, scheme: "PHASE" })),
  sections: [{ heading: "Key findings", html: "<p>Pupils read more.</p>" }],
  cpdSessions: {
    nodes: [
      {
        id: "session_1",
        title: "Talk that helps pupils think",
        url: "/cpd",
        startsAt: "2026-11-26T15:45:00Z",
        endsAt: "2026-11-26T17:00:00Z",
        audience: "Teachers of Years 3 to 6",
        capacity: 24,
        placesLeft: 8,
      },
    ],
  },
  researchProjects: { totalCount: 1 },
  reflections: { totalCount: 3 },
  ...differs,
});

const bare = { cpdSessions: { nodes: [] }, sections: [], researchProjects: { totalCount: 0 } };
const columns = [
  compared(strands[0]!),
  compared(strands[2]!, { terms: [{ ...phases[0]!, scheme: "PHASE" }] }),
  compared(strands[1]!),
  compared(strands[5]!, bare),
];

/** All strands at once, and a few side by side. */
export const toolkit: Area = {
  name: "Strands compared",
  specimens: [
    { name: "Impact against cost", show: chart(strands) },
    {
      name: "Many of equal figures",
      note: "Marks stand beside each other; names give way where there is no room.",
      show: chart(crowd),
    },
    {
      name: "Table by months",
      show: <ToolkitTable of={strands} address={readToolkitAddress(new URLSearchParams())} />,
    },
    {
      name: "Table by cost-effectiveness",
      note: "Weak evidence, no gain and no figure each under a heading of their own.",
      show: (
        <ToolkitTable
          of={strands}
          address={readToolkitAddress(new URLSearchParams("sort=value"))}
        />
      ),
    },
    { name: "Two side by side", show: <CompareTable of={columns.slice(0, 2)} now={now} /> },
    {
      name: "Four side by side",
      note: "A long title, weak evidence, and one without months, text and sessions.",
      show: <CompareTable of={columns} now={now} />,
    },
    {
      name: "Add another",
      show: <CompareForm kept={["reading-aloud-together"]} offered={strands} />,
    },
  ],
};
