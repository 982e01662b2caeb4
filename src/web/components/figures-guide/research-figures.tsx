import { Aside, type WordsPart, WordsTable } from "../words-page.tsx";
import { toolkitSource } from "./toolkit-source.ts";

/** The EEF's table: months, smallest and largest effect size, word. */
const effectSizes: readonly (readonly [months: number, from: string, to: string, word: string])[] =
  [
    [0, "−0.01", "0.01", "Very low or none"],
    [1, "0.02", "0.09", "Low"],
    [2, "0.10", "0.18", "Low"],
    [3, "0.19", "0.26", "Moderate"],
    [4, "0.27", "0.35", "Moderate"],
    [5, "0.36", "0.44", "Moderate"],
    [6, "0.45", "0.52", "High"],
    [7, "0.53", "0.61", "High"],
    [8, "0.62", "0.69", "High"],
    [9, "0.70", "0.78", "Very high"],
    [10, "0.79", "0.87", "Very high"],
    [11, "0.88", "0.95", "Very high"],
    [12, "0.96", "1.00", "Very high"],
  ];

/** How the figures of single studies are read. */
export const researchFigures: readonly WordsPart[] = [
  {
    id: "effect-sizes",
    heading: "Effect sizes",
    words: (
      <>
        <p>
          Studies use different tests, so researchers put their results on one scale. An effect size
          (Hedges’ g) is the difference between the two groups, counted in standard deviations: in
          how widely pupils’ scores are spread. On this site, above nought always favours the
          approach, also where less is better, as with absences.
        </p>
        <p>This is how the EEF turns effect sizes into months for the toolkit:</p>
        <WordsTable
          caption="Effect sizes and months of progress"
          columns={["Months", "Effect size from", "to", "In words"]}
          rows={effectSizes}
        />
        <p>
          Below nought the same months apply, with a minus. Nothing is laid down above 1.00. For its
          own trials the EEF uses a table that differs a little. The months of a strand come from
          the whole strand, so do not turn the effect size of a single study into months and expect
          to meet the strand’s figure.
        </p>
        <Aside>
          Source: <a href={`${toolkitSource}/attainment/`}>EEF, about the toolkits: attainment</a>.
        </Aside>
      </>
    ),
  },
  {
    id: "forest-plot",
    heading: "Forest plots",
    words: (
      <>
        <p>
          Where studies give effect sizes, a strand’s page draws them one under another. Each mark
          is one finding. The upright line is nought: to its right pupils with the approach did
          better, to its left those without it.
        </p>
        <ul>
          <li>
            A line through a mark shows how far chance alone could have moved it, where the source
            gives enough to work that out. A line that crosses nought means that the study cannot
            rule out that the approach made no difference.
          </li>
          <li>
            Marks that lie far apart mean that the approach works differently in different places.
          </li>
          <li>
            The findings are those that a summary names. They are not always every study there is,
            and this site does not average them.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "improvement-index",
    heading: "The improvement index",
    words: (
      <>
        <p>
          Findings of the What Works Clearinghouse come with an improvement index. Take a pupil in
          the middle of the group without the approach, better than half of it. An index of +10 says
          that with the approach such a pupil would be expected to be better than 60 in 100 of that
          group. It runs from −50 to +50.
        </p>
        <p>
          The Clearinghouse also rates the design of each study: standards met, met with
          reservations, or not met. That is another scale than padlocks, about one study rather than
          all of the research.
        </p>
      </>
    ),
  },
];
