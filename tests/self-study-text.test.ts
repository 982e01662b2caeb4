import { describe, expect, test } from "vitest";
import { firstSentence, readText, statedMinutes } from "../src/cpd/self-study-text.ts";
import { markdownToHtml, markdownToText } from "../src/kernel/markdown.ts";

const read = (markdown: string, linkOf = (address: string): string | null => address) =>
  readText(markdown, { heading: "Theory", isTopic: (heading) => heading === "Routines" }, linkOf);

const html = (markdown: string) =>
  read(markdown)
    .sections.map((section) => markdownToHtml(section.markdown))
    .join("");

describe("a training page's text", () => {
  test("is cut at its highest headings; a text before them is the introduction", () => {
    expect(read("One.\n\n## Plan\n\nTwo.\n\n### Detail\n\nThree.\n\n## Do\n\nFour.")).toMatchObject(
      {
        sections: [
          { heading: "Introduction", markdown: "One." },
          { heading: "Plan", markdown: "Two.\n\n### Detail\n\nThree." },
          { heading: "Do", markdown: "Four." },
        ],
        topHeading: "Plan",
      },
    );
    expect(read("Only text.").sections).toEqual([{ heading: "Theory", markdown: "Only text." }]);
  });

  test("is cut below a single heading over all that names the page, and at it when it does not", () => {
    expect(read("## Routines\n\n### Plan\n\nOne.\n\n### Do\n\nTwo.")).toMatchObject({
      sections: [{ heading: "Plan" }, { heading: "Do" }],
      topHeading: "Routines",
    });
    expect(read("## Session\n\n### Plan\n\nOne.\n\n### Do\n\nTwo.").sections).toEqual([
      { heading: "Session", markdown: "### Plan\n\nOne.\n\n### Do\n\nTwo." },
    ]);
  });

  test("loses no heading, gives no two parts one name, and leaves out no level", () => {
    expect(read("## A\n\n## B\n\nOne.\n\n## b\n\n##### Deep\n\nTwo.\n\n## Last").sections).toEqual([
      { heading: "B", markdown: "**A**\n\nOne." },
      { heading: "b (2)", markdown: "### Deep\n\nTwo.\n\n**Last**" },
    ]);
  });

  test("has links for its videos, and folds their transcripts unless there is nothing else", () => {
    const video = `<iframe width="560"\n src="https://www.youtube.com/embed/abc-1_2?list=x" title="Kilns [1] - YouTube" allowfullscreen></iframe>\n\n{details}\nVideo transcript.\n\n### Intro\n\n- Hello. {/details}`;
    const link = `<a href="https://www.youtube.com/watch?v=abc-1_2">Watch the video: Kilns 1</a>`;
    expect(html(video)).toBe(
      `<p>${link}</p>\n<details open><summary>Video transcript</summary><h3>Intro</h3>\n<ul>\n<li>Hello.</li>\n</ul>\n</details>`,
    );
    expect(html(`${"Much to read. ".repeat(40)}\n\n${video}`)).toContain("<details><summary>");
    expect(markdownToText(read(video).sections[0]!.markdown)).toContain(
      "Video transcript. Intro. Hello.",
    );
  });

  test("says what pictures show, in the place of the picture", () => {
    expect(
      html(
        `<figure>\n  <img url="/assets/a.png"\n    alt="A model\n of memory" />\n  <figcaption>\n    Memory (2009)\n  </figcaption>\n</figure>\n\n![A kiln](/b.png)\n\n<img url="/c.png" alt="" />`,
      ),
    ).toBe(
      "<p><em>Picture: A model of memory</em></p>\n<p><em>Memory (2009)</em></p>\n<p><em>Picture: A kiln</em></p>\n",
    );
  });

  test("keeps no marks of the site it was written for", () => {
    expect(html("$Summary\n\n$EndSummary\n\nOne costs $5.\u00a0Two&nbsp;more.<br\n\n$CTA")).toBe(
      "<p>One costs $5. Two more.</p>\n",
    );
  });

  test("keeps words in one piece that are set apart over several lines", () => {
    expect(html("Coe, R. (2013).\n<i>\n\n    Improving\n  education.\n\n</i>\nDurham.")).toBe(
      "<p>Coe, R. (2013).\n<em>Improving education.</em>\nDurham.</p>\n",
    );
  });

  test("has its links followed, and the words alone where there is nothing to follow", () => {
    const { sections, links } = read(
      `[one](/a) <a href="about:blank">two</a> [three](about:blank) _[no link]_ <a href="http://x.example/ y">four</a>`,
      (address) =>
        address.startsWith("about:")
          ? null
          : `https://here.example${address.replace(/^.*\//, "/").replace(" ", "")}`,
    );
    expect(sections[0]!.markdown).toBe(
      "[one](https://here.example/a) two three _[no link]_ [four](https://here.example/y)",
    );
    expect(links).toEqual(["https://here.example/a", "https://here.example/y"]);
  });

  test("runs no script and has no other site in it", () => {
    const out = html(
      `<script>alert(1)</script><iframe src="javascript:alert(1)"></iframe>[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n{details}\n<b onclick=x>T</b>.\n\nBody{/details}`,
    );
    expect(out).not.toMatch(/<script|href|onerror|onclick|<iframe/);
  });

  test("is summed up by its first full sentence that is not on every page", () => {
    const of = (markdown: string) => firstSentence(read(markdown).sections);
    expect(
      of("## Plan\n\nWatch the video.\n\n- short\n- know how a routine helps every pupil settle"),
    ).toBe("Know how a routine helps every pupil settle.");
    expect(
      of("{details}\nTranscript.\n\nEvery pupil learns best when the room is calm.{/details}"),
    ).toBe("Every pupil learns best when the room is calm.");
    expect(of("Too short.")).toBeNull();
  });

  test.each([
    ["Duration: 90 minutes.", 90],
    ["This session will take approximately 45 minutes to complete.", 45],
    ["Duration: 2 hours", 120],
    ["Review: 10 mins", null],
    ["A short (approximately 15 minute) observation", null],
  ])("%s says that it takes %s minutes", (text, minutes) => {
    expect(statedMinutes(text)).toBe(minutes);
  });
});
