import { Link } from "react-router";
import { Figures } from "../components/figures.tsx";
import { Aside, WordsPage, type WordsPart, WordsTable } from "../components/words-page.tsx";
import { pageMeta } from "../data/page-meta.ts";
import { costInWords, strengthInWords } from "../data/wording.ts";
import type { Route } from "./+types/figures.ts";

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "How to read the figures – Potbank",
    description:
      "What months of progress, cost and padlocks mean, what they do not mean, and how effect sizes and forest plots are read.",
  });

const toolkit = "http://educationendowmentfoundation.org.uk/evidence-summaries/about-the-toolkits";

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

const costs = [1, 2, 3, 4, 5].map((band) => [
  `${band}, ${costInWords(band).short.toLowerCase()}`,
  ...[
    ["Up to £2,000", "Under £80"],
    ["£2,001 to £5,000", "Up to £200"],
    ["£5,001 to £18,000", "Up to £720"],
    ["£18,001 to £30,000", "Up to £1,200"],
    ["Over £30,000", "Over £1,200"],
  ][band - 1]!,
]);

const padlocks = [
  "Too few sound studies. No months are given.",
  "Single studies only, and no review of them.",
  "At least one review that looks at outcomes of the right kind, with weak conclusions.",
  "Two reviews or more, with moderate conclusions.",
  "Three reviews or more on highly relevant outcomes, with strong conclusions that broadly agree.",
  "Five recent reviews or more, with strong conclusions that agree.",
].map((words, count) => [`${count}, ${strengthInWords(count).short.toLowerCase()}`, words]);

const parts: readonly WordsPart[] = [
  {
    id: "three",
    heading: "Three figures, read together",
    words: (
      <>
        <p>
          Each strand of evidence has three figures: how much progress pupils made, what it costs,
          and how far the research can be trusted. None of them is much use without the other two.
          This is what they look like:
        </p>
        <Figures
          of={{ impactMonths: 6, impactMonthsStatus: "RATED", costBand: 1, evidenceStrength: 4 }}
          full
        />
        <p>
          The figures are the Education Endowment Foundation’s (EEF), as it published them. Potbank
          does not work them out or change them. Each strand links to its source, with the day on
          which the figures were read.
        </p>
      </>
    ),
  },
  {
    id: "months",
    heading: "Months of progress",
    words: (
      <>
        <p>
          The months compare two groups of pupils over a school year: those who got the approach,
          and similar pupils who did not. “6 months more progress” means that the first group ended
          the year, on average, about six months of learning ahead of the second.
        </p>
        <ul>
          <li>
            <strong>Nought</strong> means that both groups made the same progress. It is a finding,
            not a gap.
          </li>
          <li>
            <strong>A minus</strong> means less progress than the other group. These pupils still
            learned; they did not go backwards.
          </li>
        </ul>
        <h3>What months do not say</h3>
        <ul>
          <li>They are an average of many studies. Some schools saw more, some saw nothing.</li>
          <li>They are not a promise for your class, and not a target for a pupil.</li>
          <li>
            Two approaches of four months each do not add up to eight. Nobody has measured that.
          </li>
          <li>
            They are about attainment in tests. Attendance, wellbeing and joy are not in them.
          </li>
          <li>A difference of one month between two strands is too small to choose by.</li>
        </ul>
      </>
    ),
  },
  {
    id: "not-rated",
    heading: "Not enough evidence, and not rated in months",
    words: (
      <>
        <p>These two look alike and mean different things. Neither is a nought.</p>
        <ul>
          <li>
            <strong>Not enough evidence:</strong> somebody looked, and found too little sound
            research to give a figure. The approach may help, do nothing, or do harm.
          </li>
          <li>
            <strong>Not rated in months:</strong> the source measures in another way. Summaries of
            the What Works Clearinghouse (WWC) in the United States are of this kind. Their findings
            carry effect sizes, which are explained below.
          </li>
        </ul>
        <Figures
          of={{
            impactMonths: null,
            impactMonthsStatus: "INSUFFICIENT_EVIDENCE",
            costBand: 2,
            evidenceStrength: 0,
          }}
        />
        <p>When strands are sorted by months, both come last.</p>
      </>
    ),
  },
  {
    id: "cost",
    heading: "Cost",
    words: (
      <>
        <p>
          Cost is a band from 1 to 5: what it takes to run the approach for a class of 25 for a
          year.
        </p>
        <WordsTable
          caption="Cost bands, for a year"
          columns={["Band", "Class of 25", "Each pupil"]}
          rows={costs}
        />
        <p>
          Only extra spending counts: training, books, materials, extra staff. Staff and equipment
          that a school already has are left out, and so is teachers’ time. An approach at very low
          cost can still ask a great deal of the people who do it.
        </p>
        <h3>Most months for the money</h3>
        <p>
          The table of strands can be sorted by months for their cost. Take that order as a start of
          a conversation. A band is wide: of two strands in one band, one may cost twice as much as
          the other. And a cheap approach with few padlocks may turn out to do nothing, which is why
          those with fewer than three are marked as weak evidence.
        </p>
        <Aside>
          Source: <a href={`${toolkit}/cost/`}>EEF, about the toolkits: cost</a>. The EEF has moved
          these limits over the years.
        </Aside>
      </>
    ),
  },
  {
    id: "padlocks",
    heading: "Padlocks",
    words: (
      <>
        <p>
          Padlocks, from 0 to 5, say how sure we can be of the months. They are not about how large
          the months are.
        </p>
        <WordsTable
          caption="What stood behind each number of padlocks until about 2021"
          columns={["Padlocks", "Behind them"]}
          rows={padlocks}
        />
        <p>
          Since 2021 the EEF starts from the number of studies and takes padlocks away, for example
          where few of them are recent or independent, where they disagree, or where the tests were
          made for the study rather than taken from what pupils have to learn.
        </p>
        <h3>What padlocks do not say</h3>
        <ul>
          <li>
            Five padlocks do not mean that it works. Much sound research can find very little.
          </li>
          <li>One padlock does not mean that it fails. It means that we do not know yet.</li>
          <li>
            They are about the whole strand. The research on your subject or age group may be much
            thinner; “Behind the average” on a strand’s page says so where it is known.
          </li>
        </ul>
        <p>
          Where a large figure rests on two padlocks or fewer, this site says so next to it. Such
          figures often shrink when more studies come in.
        </p>
        <Figures
          of={{ impactMonths: 5, impactMonthsStatus: "RATED", costBand: 1, evidenceStrength: 1 }}
          full
        />
        <Aside>
          Source:{" "}
          <a href={`${toolkit}/evidence-strength/`}>EEF, about the toolkits: evidence strength</a>.
        </Aside>
      </>
    ),
  },
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
          Source: <a href={`${toolkit}/attainment/`}>EEF, about the toolkits: attainment</a>.
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

/** How to read the figures. Its anchors are linked to from wherever a figure stands. */
export default function FiguresPage() {
  return (
    <>
      <WordsPage
        kind="Help"
        title="How to read the figures"
        lead="What months, cost and padlocks mean, and what they do not."
        parts={parts}
      />
      <p>
        <Link to="/evidence">See all the strands</Link>
      </p>
    </>
  );
}
