import { ArticleHead, PlainText, Tombstone } from "../components/article.tsx";
import { Contents } from "../components/contents.tsx";
import notice from "../components/notice.module.css";
import { Terms } from "../components/term-links.tsx";
import { longTitle } from "./made-up.ts";
import type { Area } from "./specimen.ts";

/** The parts of a page one reads. */
export const reading: Area = {
  name: "Reading",
  specimens: [
    {
      name: "Head of a page",
      wholePage: true,
      show: (
        <ArticleHead
          kind="Evidence"
          up="/evidence"
          title="Reading aloud together"
          lead="Pupils who hear a text read well tend to understand more of what they read alone."
        />
      ),
    },
    {
      name: "Head of a page, long title",
      wholePage: true,
      show: <ArticleHead kind="School research" title={longTitle} />,
    },
    {
      name: "Plain text",
      show: (
        <PlainText>
          {
            "The first paragraph stresses one *word*.\n\nThe second stands apart from it. Its lines are as long as one reads with ease, and no longer, however wide the window is."
          }
        </PlainText>
      ),
    },
    {
      name: "Table of contents",
      show: <Contents headings={["What it is", "How well it works"]} practice={["CPD"]} />,
    },
    {
      name: "Terms",
      show: (
        <Terms
          of={[
            { id: "1", scheme: "TOPIC", slug: "feedback", label: "Feedback" },
            { id: "2", scheme: "PHASE", slug: "primary", label: "Primary" },
          ]}
        />
      ),
    },
    {
      name: "Notice",
      show: (
        <div className={notice.notice}>
          <p>Figures from a register (example), as they stood on 1 September 2026.</p>
        </div>
      ),
    },
    {
      name: "Strong notice",
      show: (
        <p className={`${notice.notice} ${notice.strong}`}>
          <strong>This session has taken place.</strong>
        </p>
      ),
    },
    {
      name: "Withdrawn record",
      wholePage: true,
      show: (
        <Tombstone
          kind="Evidence"
          title="Brain training"
          withdrawal={{
            reason: "Its main study was retracted.",
            withdrawnAt: "2026-03-29T10:00:00Z",
          }}
        />
      ),
    },
  ],
};
