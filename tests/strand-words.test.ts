import { describe, expect, test } from "vitest";
import { caveatsOf, scopeInWords } from "../src/web/data/caveats.ts";
import { printedOf } from "../src/web/data/paper.ts";
import { linkBack } from "../src/web/data/reference-links.ts";
import { readStrandAddress, toStrandAddress } from "../src/web/data/strand-address.ts";
import type { TermScheme } from "../src/web/generated/graphql.ts";

const term = (scheme: TermScheme, label: string) => ({ scheme, label });
const rated = {
  impactMonths: 5,
  impactMonthsStatus: "RATED",
  costBand: 1,
  evidenceStrength: 4,
} as const;
const names = (of: Parameters<typeof caveatsOf>[0]) => caveatsOf(of, []).map(({ name }) => name);

describe("what figures do not mean", () => {
  test("says which ages, subjects and pupils a strand is about, and what is not named", () => {
    expect(
      scopeInWords([
        term("PHASE", "Primary"),
        term("PHASE", "Secondary"),
        term("KEY_STAGE", "Key stage 2"),
        term("KEY_STAGE", "Key stage 3"),
        term("SUBJECT", "English"),
        term("SUBJECT", "Mathematics"),
        term("PUPIL_GROUP", "Disadvantaged pupils"),
      ]),
    ).toBe(
      "It is about primary and secondary (key stages 2 and 3). Subjects named: English and Mathematics. Pupils named: disadvantaged pupils.",
    );
    expect(scopeInWords([])).toBe("No ages are named. No subject is named, so yours may differ.");
    const stages = [1, 2, 3, 4].map((stage) => term("KEY_STAGE", `Key stage ${stage}`));
    expect(scopeInWords(stages)).toContain("about key stages 1 to 4.");
  });

  test("an average is no promise, little evidence may change, and the cost is not the whole price", () => {
    expect(names(rated)).toEqual([
      "Not a promise",
      "Not a sum",
      "Not for every class",
      "Not the whole price",
    ]);
    expect(names({ ...rated, evidenceStrength: 2 })).toContain("Not settled");
    expect(names({ ...rated, costBand: null })).not.toContain("Not the whole price");
  });

  test("too little evidence is not zero, and what is not measured in months is not months", () => {
    const none = { impactMonths: null, costBand: null, evidenceStrength: null };
    expect(names({ ...none, impactMonthsStatus: "INSUFFICIENT_EVIDENCE" })[0]).toBe("Not zero");
    expect(names({ ...none, impactMonthsStatus: "NOT_RATED_IN_MONTHS" })).toEqual([
      "Not months",
      "Not for every class",
    ]);
  });
});

describe("the text of a strand", () => {
  test("every publication leads back to the first place in each section that cites it", () => {
    const link = '<a href="#reference-a-2018">A, 2018</a>';
    const { sections, citedIn } = linkBack([
      { heading: "One", html: `<p>${link} and ${link}</p>` },
      { heading: "Two", html: "<p>None</p>" },
      { heading: "Three", html: link },
    ]);
    expect(citedIn).toEqual({
      "a-2018": [
        { anchor: "cited-a-2018-1", heading: "One" },
        { anchor: "cited-a-2018-3", heading: "Three" },
      ],
    });
    expect(sections[0]!.html.match(/id="cited-a-2018-1"/g)).toHaveLength(1);
    expect(sections[1]!.html).toBe("<p>None</p>");
  });

  test("paper takes sections in their order as long as there is room, and leaves out one too long", () => {
    const printed = printedOf([
      { heading: "Short", html: "<p>Few words.</p>" },
      { heading: "Endless", html: `<p>${"word ".repeat(2_000)}</p>` },
      { heading: "Last", html: "<p>Few words.</p>" },
    ]);
    expect([...printed]).toEqual(["Short", "Last"]);
  });
});

describe("the address of a strand", () => {
  const lists = ["sessions", "projects"] as const;

  test("holds the way through the findings, and the list to show whole", () => {
    const read = readStrandAddress(
      new URLSearchParams("findings=a&findings=&findings=b&all=projects"),
      lists,
    );
    expect(read).toEqual({ findings: ["a", "b"], all: "projects", ignored: [] });
    expect(toStrandAddress("x", ["a", "b"], "f")).toBe("/evidence/x?findings=a&findings=b#f");
    expect(toStrandAddress("x", [], "f")).toBe("/evidence/x#f");
  });

  test("names what it cannot use", () => {
    expect(readStrandAddress(new URLSearchParams("all=elephants"), lists).ignored).toEqual([
      "all=elephants",
    ]);
  });
});
