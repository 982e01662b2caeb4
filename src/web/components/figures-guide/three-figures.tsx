import { costInWords, strengthInWords } from "../../data/wording.ts";
import { Figures } from "../figures.tsx";
import { Aside, type WordsPart, WordsTable } from "../words-page.tsx";
import { toolkitSource } from "./toolkit-source.ts";

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

/** What months, cost and padlocks mean, and what they do not. */
export const threeFigures: readonly WordsPart[] = [
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
          Source: <a href={`${toolkitSource}/cost/`}>EEF, about the toolkits: cost</a>. The EEF has
          moved these limits over the years.
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
          <a href={`${toolkitSource}/evidence-strength/`}>
            EEF, about the toolkits: evidence strength
          </a>
          .
        </Aside>
      </>
    ),
  },
];
