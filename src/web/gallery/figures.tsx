import { FigureInCell, Figures } from "../components/figures.tsx";
import type { FiguresFragment } from "../generated/graphql.ts";
import { figuresOf } from "./made-up.ts";
import type { Area, Specimen } from "./specimen.ts";

const cases: readonly (readonly [name: string, of: FiguresFragment, note?: string])[] = [
  ["8 months more", figuresOf({ impactMonths: 8, costBand: 1, evidenceStrength: 4 })],
  ["1 month more", figuresOf({ impactMonths: 1, costBand: 3, evidenceStrength: 2 })],
  [
    "No extra progress",
    figuresOf({ impactMonths: 0, costBand: 3, evidenceStrength: 3 }),
    "Zero is a finding, and reads as one.",
  ],
  ["2 months less", figuresOf({ impactMonths: -2, costBand: 5, evidenceStrength: 4 })],
  [
    "Large on limited evidence",
    figuresOf({ impactMonths: 6, costBand: 4, evidenceStrength: 2 }),
    "Marked: the number is large, what it rests on is not.",
  ],
  [
    "Large on very limited evidence",
    figuresOf({ impactMonths: 5, costBand: 1, evidenceStrength: 1 }),
  ],
  [
    "Not enough evidence",
    figuresOf({
      impactMonths: null,
      impactMonthsStatus: "INSUFFICIENT_EVIDENCE",
      costBand: 1,
      evidenceStrength: 0,
    }),
  ],
  [
    "Not rated in months, with cost and padlocks",
    figuresOf({ impactMonths: null, impactMonthsStatus: "NOT_RATED_IN_MONTHS" }),
  ],
  [
    "Not rated in months, padlocks only",
    figuresOf({ impactMonths: null, impactMonthsStatus: "NOT_RATED_IN_MONTHS", costBand: null }),
  ],
  [
    "Not rated at all",
    figuresOf({
      impactMonths: null,
      impactMonthsStatus: "NOT_RATED_IN_MONTHS",
      costBand: null,
      evidenceStrength: null,
    }),
    "One sentence instead of three empty pictures.",
  ],
  [
    "No padlocks, cost missing",
    figuresOf({ costBand: null, evidenceStrength: 0 }),
    "No closed padlock is a rating; a missing cost is none, and looks different.",
  ],
  ["Five padlocks, very high cost", figuresOf({ costBand: 5, evidenceStrength: 5 })],
  [
    "Rated, cost and padlocks missing",
    figuresOf({ costBand: null, evidenceStrength: null }),
    "An import may know the months alone.",
  ],
];

const inForm = (form: string, full: boolean): readonly Specimen[] =>
  cases.map(([name, of, note]) => ({
    name: `${name}, ${form}`,
    ...(note === undefined ? {} : { note }),
    show: <Figures of={of} full={full} />,
  }));

/** Months, cost and padlocks in each state and each form. */
export const figures: Area = {
  name: "Figures",
  specimens: [
    ...inForm("compact", false),
    ...inForm("full", true),
    {
      name: "In the cells of a table",
      show: (
        <table>
          <caption>The figures in columns (specimen)</caption>
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">Progress</th>
              <th scope="col">Cost</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(([name, of]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <FigureInCell of={of} which="months" />
                </td>
                <td>
                  <FigureInCell of={of} which="cost" />
                </td>
                <td>
                  <FigureInCell of={of} which="padlocks" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ),
    },
  ],
};
