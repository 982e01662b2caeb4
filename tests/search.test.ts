import { describe, expect, test } from "vitest";
import type { Em } from "../src/kernel/em.ts";
import { refreshLexicon } from "../src/search/lexicon.ts";
import type { SearchEngine, SearchRequest, SynonymSource } from "../src/search/port.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project, type SearchDraft } from "../src/search/projection.ts";
import { SearchFacetField, type SearchFilter, SearchSort } from "../src/search/search.inputs.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { testDatabase } from "./support/database.ts";

const statements: string[] = [];
const database = await testDatabase((line) => statements.push(line));

const groups = [
  ["Teaching assistants", "TA", "TAs", "teaching assistant", "LSA", "learning support assistant"],
  ["Pupils with SEND", "SEND", "SEN", "special educational needs"],
  ["English as an additional language", "EAL", "EAL learners"],
  ["Disadvantaged pupils", "pupil premium", "PP", "free school meals", "FSM"],
  ["Feedback", "marking", "marking books"],
  ["Key stage 2", "KS2", "Year 4", "Year 5"],
  ["Class size", "smaller classes"],
  ["Behaviour", "behavior", "classroom management"],
  ["ECT", "early career teacher"],
  ["pupil", "student", "learner"],
];
const vocabulary: SynonymSource = async () => groups;

/** Every engine answers the same; where near ties may differ in order, the tests look at sets. */
const engines: readonly (readonly [string, SearchEngine])[] = [
  ["PostgreSQL", postgreSqlEngine(vocabulary)],
];

const draft = (
  id: string,
  title: string,
  text: string,
  more: Partial<SearchDraft> = {},
): SearchDraft => ({
  id,
  kind: ContentKind.EVIDENCE_SUMMARY,
  title,
  parts: [{ field: "What is it", text }],
  audience: ["public"],
  publishedAt: new Date("2026-01-01"),
  updatedAt: new Date("2026-01-01"),
  ...more,
});

const { EVIDENCE_SUMMARY, REFLECTION, RESEARCH_PROJECT, CPD_SESSION } = ContentKind;

const library: readonly SearchDraft[] = [
  draft(
    "metacognition",
    "Metacognition and self-regulation",
    "Pupils learn to plan, monitor and evaluate how they learn. Teachers model their thinking aloud.",
    {
      headline: "Teaching pupils to think about their own learning.",
      topics: ["metacognition"],
      phases: ["primary", "secondary"],
      costBand: 1,
      evidenceStrength: 4,
      impactMonths: 7,
      publishedAt: new Date("2026-02-01"),
    },
  ),
  draft(
    "feedback",
    "Feedback",
    "Information given to the learner about the task, in speech or in books. It redirects effort towards a goal.",
    {
      keywords: ["Feedback", "marking"],
      topics: ["feedback"],
      phases: ["primary"],
      costBand: 1,
      evidenceStrength: 4,
      impactMonths: 6,
      publishedAt: new Date("2026-02-02"),
    },
  ),
  draft(
    "reading",
    "Reading comprehension strategies",
    "Inferring meaning from context, summarising, and asking questions of a text.",
    {
      topics: ["reading"],
      subjects: ["english"],
      phases: ["primary"],
      keyStages: ["ks2"],
      costBand: 2,
      evidenceStrength: 3,
      impactMonths: 6,
      publishedAt: new Date("2026-02-03"),
    },
  ),
  draft(
    "assistants",
    "Teaching assistant interventions",
    "A TA delivers a structured programme to a small group. TAs need training and time to prepare.",
    {
      topics: ["teaching-assistants"],
      phases: ["primary", "secondary"],
      pupilGroups: ["send"],
      costBand: 3,
      evidenceStrength: 3,
      impactMonths: 4,
    },
  ),
  draft(
    "class-size",
    "Reducing class size",
    "Fewer pupils in each room, so that teachers can change how they teach.",
    {
      keywords: ["Class size", "smaller classes"],
      topics: ["class-size"],
      phases: ["primary"],
      costBand: 5,
      evidenceStrength: 2,
      impactMonths: 2,
    },
  ),
  draft(
    "repeating",
    "Repeating a year",
    "Holding pupils back a year while classmates move on. It tends to do harm.",
    {
      costBand: 5,
      evidenceStrength: 3,
      impactMonths: -2,
      phases: ["secondary"],
    },
  ),
  draft("uniform", "School uniform", "There is too little evidence to rate it in months.", {
    costBand: 1,
    evidenceStrength: 0,
    impactMonths: null,
  }),
  draft(
    "send-reading",
    "Phonics for pupils with SEND",
    "What our SEND team changed in Year 4: shorter sessions and more practice.",
    {
      kind: REFLECTION,
      topics: ["phonics"],
      pupilGroups: ["send"],
      keyStages: ["ks2"],
      phases: ["primary"],
    },
  ),
  draft(
    "letters",
    "Letters home that parents read",
    "We send letters home every Friday. Sending them by text message doubled replies.",
    {
      kind: RESEARCH_PROJECT,
      topics: ["parental-engagement"],
      phases: ["secondary"],
      publishedAt: new Date("2026-03-01"),
    },
  ),
  draft(
    "lookalikes",
    "A deal about tasks",
    "Every task has an effect, and the app is a good deal. Please send nothing.",
    {
      kind: CPD_SESSION,
      publishedAt: new Date("2026-03-02"),
    },
  ),
  draft(
    "session",
    "Live marking in practice",
    "A twilight session on verbal feedback during lessons, with examples from history & <b>science</b>.",
    {
      kind: CPD_SESSION,
      topics: ["feedback"],
      subjects: ["history", "science"],
      phases: ["secondary"],
      publishedAt: null,
    },
  ),
  draft(
    "private",
    "My zorblification diary",
    "Nobody else should know that I tried zorblification with my feedback.",
    {
      kind: REFLECTION,
      topics: ["secret-topic"],
      audience: ["person:ada", "school:hill"],
    },
  ),
];

const em = (): Em => database.em.fork();
await em().transactional((tx) => project(tx, library));
await refreshLexicon(em());

describe.each(engines)("search on %s", (_, engine) => {
  const ask = (query: string, more: Partial<SearchRequest> = {}) =>
    engine.search(em(), {
      query,
      filter: {},
      facets: [],
      sort: SearchSort.RELEVANCE,
      first: 20,
      offset: 0,
      audience: ["public"],
      ...more,
    });
  const ids = async (query: string, more: Partial<SearchRequest> = {}) =>
    (await ask(query, more)).hits.map(({ id }) => id);
  const ada = { audience: ["public", "person:ada"] };
  const all = Object.values(SearchFacetField);

  test("all kinds come in one ranked list, titles above bodies", async () => {
    const { hits, total } = await ask("feedback ");
    expect(hits[0]?.id).toBe("feedback");
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set([EVIDENCE_SUMMARY, CPD_SESSION]));
    expect(total).toBe(hits.length);
  });

  test("a title that is the query stands first, whatever its case and punctuation", async () => {
    expect((await ids("SCHOOL UNIFORM!"))[0]).toBe("uniform");
    expect((await ids("reading comprehension strategies"))[0]).toBe("reading");
  });

  test("a question of more than ten words finds what it is about", async () => {
    const question =
      "how can I best help the older pupils in my school to plan and monitor and evaluate what they learn?";
    expect((await ids(question))[0]).toBe("metacognition");
  });

  test("wrong letters are corrected, and the answer says so", async () => {
    const answer = await ask("metacogntion");
    expect(answer.hits[0]?.id).toBe("metacognition");
    expect(answer.correctedQuery).toBe("metacognition");
    expect((await ask("Uniforn rules ")).correctedQuery).toBe("Uniform rules ");
    expect((await ask("comprehesnoin ")).correctedQuery).toBe("comprehension ");
    expect((await ask("feedback ")).correctedQuery).toBeNull();
    expect((await ask("xqzwvbnm")).correctedQuery).toBeNull();
  });

  test("a synonym finds what only says it otherwise", async () => {
    expect((await ids("smaller classes"))[0]).toBe("class-size");
    expect(await ids("learning support assistant ")).toContain("assistants");
    expect(await ids("student ")).toContain("metacognition");
    expect(await ids("marking")).toContain("feedback");
  });

  test.each(["TA", "ta", "TAs"])(
    "an acronym typed %s finds what it stands for and no word that looks like it",
    async (query) => {
      expect(await ids(query)).toEqual(["assistants"]);
    },
  );

  test("SEND in any case is not the verb, and EAL, PP and ECT are no parts of words", async () => {
    for (const query of ["SEND", "send", "Send "]) {
      const found = await ids(query);
      expect(found).toContain("send-reading");
      expect(found).not.toContain("letters");
      expect(found).not.toContain("lookalikes");
    }
    for (const query of ["EAL", "pp", "ect"]) expect(await ids(query)).not.toContain("lookalikes");
  });

  test("an acronym's letters used as a word still find the word's documents", async () => {
    expect((await ids("send letters home to parents"))[0]).toBe("letters");
  });

  test("a word does not find what only has the acronym that looks like its stem", async () => {
    const found = await ids("sending ");
    expect(found).toEqual(expect.arrayContaining(["letters", "lookalikes"]));
    expect(found).not.toContain("send-reading");
  });

  test("an acronym that no vocabulary has is found in any case", async () => {
    const fork = em();
    await fork.begin();
    try {
      await project(fork, [draft("dna", "Genes in Year 10", "Extracting DNA from strawberries.")]);
      const request = {
        filter: {},
        facets: [],
        sort: SearchSort.RELEVANCE,
        first: 5,
        offset: 0,
        audience: ["public"],
      };
      for (const query of ["DNA", "dna", "dna strawberries"])
        expect((await engine.search(fork, { query, ...request })).hits[0]?.id, query).toBe("dna");
    } finally {
      await fork.rollback();
    }
  });

  test("one rare word does not shut out what has all the others", async () => {
    const fork = em();
    await fork.begin();
    try {
      const filler = Array.from({ length: 40 }, (_, n) =>
        draft(`f${n}`, `Fractions ${n}`, n % 2 ? "Fractions in Year 6." : "A Year 6 class."),
      );
      await project(fork, [...filler, draft("cat", "On the mat", "The inspector sat down.")]);
      await refreshLexicon(fork);
      const request = {
        filter: {},
        facets: [],
        sort: SearchSort.RELEVANCE,
        first: 50,
        offset: 0,
        audience: ["public"],
      };
      const { hits } = await engine.search(fork, { query: "class fractions sat ", ...request });
      expect(hits.map(({ id }) => id)).toEqual(expect.arrayContaining(["f0", "cat"]));
    } finally {
      await fork.rollback();
    }
  });

  test("of equal texts, the summary leads the sessions and reflections that hang on it", async () => {
    const fork = em();
    await fork.begin();
    try {
      const text = "Oracy circles in every lesson.";
      await project(fork, [
        draft("a", "Oracy circles in Year 3", text, { kind: CPD_SESSION }),
        draft("b", "Oracy circles in Year 4", text, { kind: REFLECTION }),
        draft("z", "Oracy circles in Year 5", text),
      ]);
      const request = {
        filter: {},
        facets: [],
        sort: SearchSort.RELEVANCE,
        first: 5,
        offset: 0,
        audience: ["public"],
      };
      const { hits } = await engine.search(fork, { query: "oracy circles", ...request });
      expect(hits[0]?.id).toBe("z");
    } finally {
      await fork.rollback();
    }
  });

  test("an acronym beside other words leads to what has all of them", async () => {
    expect((await ids("SEND reading year 4 "))[0]).toBe("send-reading");
  });

  test("the last word matches what it begins, until a space says it is finished", async () => {
    expect((await ids("metacog"))[0]).toBe("metacognition");
    expect((await ids("reading compreh"))[0]).toBe("reading");
    expect(await ids("unif")).toEqual(["uniform"]);
    expect(await ids("unif ")).toEqual([]);
  });

  test("a document is found at once, although the lexicon has not seen its words", async () => {
    const fork = em();
    await fork.begin();
    try {
      await project(fork, [draft("fresh", "Quizzicality in lessons", "Quizzes and quizzicality.")]);
      const request = {
        query: "quizzicality",
        filter: {},
        facets: [],
        sort: SearchSort.RELEVANCE,
        first: 5,
        offset: 0,
        audience: ["public"],
      };
      const answer = await engine.search(fork, request);
      expect(answer.hits.map(({ id }) => id)).toEqual(["fresh"]);
      expect(answer.correctedQuery).toBeNull();
    } finally {
      await fork.rollback();
    }
  });

  test("a document for one person is in no stranger's hits, totals, facets, snippets or spelling", async () => {
    for (const query of ["zorblification", "zorblificatoin", "feedback", ""]) {
      const answer = await ask(query, { facets: all });
      expect(JSON.stringify(answer)).not.toMatch(/zorblification|private|secret-topic/);
    }
    expect((await ask("")).total).toBe(library.length - 1);
    expect(await ids("zorblification", ada)).toEqual(["private"]);
    expect((await ask("feedback", ada)).total).toBe((await ask("feedback")).total + 1);
    expect(await ids("zorblification", { audience: ["public", "school:hill"] })).toEqual([
      "private",
    ]);
    expect(await ids("zorblification", { audience: ["public", "school:dale"] })).toEqual([]);
  });

  test("values of one field are alternatives, different fields must all hold", async () => {
    const filter = { topics: ["feedback", "reading"], phases: ["primary"] };
    expect(new Set(await ids("", { filter }))).toEqual(new Set(["feedback", "reading"]));
    expect(await ids("", { filter: { kinds: [REFLECTION], pupilGroups: ["send"] } })).toEqual([
      "send-reading",
    ]);
    expect(await ids("", { filter: { topics: [], kinds: null } })).toHaveLength(library.length - 1);
  });

  test("a record without the figure never matches a filter on it", async () => {
    expect(await ids("", { filter: { impactMonthsMin: -12 } })).not.toContain("uniform");
    expect(await ids("", { filter: { evidenceStrengthMin: 0 } })).not.toContain("letters");
    expect(new Set(await ids("", { filter: { costBandMax: 1 } }))).toEqual(
      new Set(["metacognition", "feedback", "uniform"]),
    );
    expect(await ids("", { filter: { costBands: [2, 3] } })).toHaveLength(2);
    expect(await ids("", { filter: { evidenceStrengths: [0] } })).toEqual(["uniform"]);
  });

  test("dates are inclusive from, exclusive up to", async () => {
    const day = (text: string) => new Date(text);
    expect(
      await ids("", {
        filter: { publishedAfter: day("2026-02-02"), publishedBefore: day("2026-02-03") },
      }),
    ).toEqual(["feedback"]);
    expect(await ids("", { filter: { updatedAfter: day("2026-01-02") } })).toEqual([]);
  });

  test("sorts have nulls last, and an empty query is newest first", async () => {
    const { IMPACT, COST, NEWEST, EVIDENCE_STRENGTH } = SearchSort;
    const filter = { kinds: [EVIDENCE_SUMMARY] };
    expect((await ids("", { sort: IMPACT, filter })).at(-1)).toBe("uniform");
    expect((await ids("", { sort: IMPACT, filter }))[0]).toBe("metacognition");
    expect((await ids("", { sort: COST }))[0]).toMatch(/metacognition|feedback|uniform/);
    expect((await ids("", { sort: EVIDENCE_STRENGTH, filter })).at(-1)).toBe("uniform");
    expect(await ids("")).toEqual(await ids("", { sort: NEWEST }));
    expect((await ids(""))[0]).toBe("lookalikes");
    expect((await ids("")).at(-1)).toBe("session");
  });

  test("pages follow one another without gap or repetition", async () => {
    for (const query of ["pupils", ""]) {
      const whole = await ids(query);
      const pieces = await Promise.all(
        whole.map((_each, offset) => ids(query, { first: 1, offset })),
      );
      expect(pieces.flat()).toEqual(whole);
    }
  });

  test("snippets are escaped text in which mark is the only tag", async () => {
    const fork = em();
    await fork.begin();
    try {
      const evil = `<script>alert("x")</script> a & b \uE000phonics\uE001 <mark>fake</mark> phonics <img src=x onerror=1> it's`;
      await project(fork, [
        draft("evil", `<i>Phonics</i> & \uE000more\uE001`, evil, { headline: evil }),
      ]);
      const { hits } = await engine.search(fork, {
        query: "phonics ",
        filter: {},
        facets: [],
        sort: SearchSort.RELEVANCE,
        first: 5,
        offset: 0,
        audience: ["public"],
      });
      const snippets = hits.find(({ id }) => id === "evil")!.snippets;
      expect(snippets.length).toBeGreaterThan(1);
      for (const { html } of snippets) {
        expect(html).toMatch(/<mark>phonics<\/mark>/i);
        expect(html.replace(/<mark>[^<>]*<\/mark>/g, "")).not.toMatch(/[<>"\uE000\uE001]/);
      }
    } finally {
      await fork.rollback();
    }
  });

  test("at most three snippets a hit, each with a mark and the name of its piece", async () => {
    const { hits } = await ask("pupils plan thinking learning ");
    const { snippets } = hits.find(({ id }) => id === "metacognition")!;
    expect(snippets.length).toBeLessThanOrEqual(3);
    for (const { field, html } of snippets) {
      expect(["title", "headline", "What is it"]).toContain(field);
      expect(html).toContain("<mark>");
    }
    const letters = (await ask("SEND letters home ")).hits.find(({ id }) => id === "letters")!;
    const html = letters.snippets.map((each) => each.html).join();
    expect(html).toContain("<mark>Letters</mark>");
    expect(html).not.toMatch(/<mark>send/i);
  });

  test.each([
    "x".repeat(500),
    "a ".repeat(250),
    "'",
    "''",
    "\\",
    "& | ! <-> : *",
    "pupil:* & !feedback",
    "'feedback' | (",
    "feedback:ABCD",
    "\u0000\u0001\u001f",
    "feedback\u0000",
    "😀",
    "👩‍🏫 feedback",
    "<script>alert(1)</script>",
    `" or 1=1 --`,
    "; drop table search_document",
    "?",
    "??",
    "$1",
    "%",
    "_",
    "the",
    "what is it",
    "-",
    "é",
    "ﬁ",
    "مرحبا",
    "日本語",
    "\ud800",
    "a&b&c",
    "co-operative-self-regulation",
    "'=TA'",
  ])("%j neither fails nor injects", async (query) => {
    const answer = await ask(query, { facets: all });
    expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
  });

  test("a page costs a fixed number of statements, however long it is", async () => {
    const cost = async (first: number, query: string) => {
      const before = statements.length;
      await ask(query, { first, facets: all });
      return statements.length - before;
    };
    expect(await cost(1, "pupils ")).toBe(3);
    expect(await cost(100, "pupils ")).toBe(3);
    expect(await cost(100, "metacogntion ")).toBe(5);
    expect(await cost(100, "")).toBe(1);
  });
});

describe.each(engines)("facets on %s", (_, engine) => {
  const slugs = (name: string, n: number) =>
    Array.from({ length: n }, (_each, at) => `${name}-${at}`);
  const words = ["feedback", "phonics", "reading", "homework", "pupils", "teachers"];
  /** The same sequence every time: a failure can be looked at. */
  function dice(seed: number) {
    let state = seed;
    return (n: number) => (state = (state * 48271) % 2147483647) % n;
  }

  test("a facet's count is the number of hits one gets by choosing that value alone", async () => {
    const fork = em();
    await fork.begin();
    try {
      const roll = dice(7);
      const some = (from: readonly string[]) => from.filter(() => roll(3) === 0);
      const kinds = Object.values(ContentKind);
      await project(
        fork,
        Array.from({ length: 60 }, (_each, at) =>
          draft(`random-${at}`, `On ${words[roll(6)]}`, some(words).join(" "), {
            kind: kinds[roll(4)]!,
            topics: some(slugs("t", 4)),
            subjects: some(slugs("s", 3)),
            phases: some(slugs("p", 3)),
            keyStages: some(slugs("k", 3)),
            pupilGroups: some(slugs("g", 3)),
            costBand: roll(3) === 0 ? null : 1 + roll(5),
            evidenceStrength: roll(3) === 0 ? null : roll(6),
            impactMonths: roll(3) === 0 ? null : roll(9) - 2,
            audience: roll(4) === 0 ? ["person:ada"] : ["public"],
          }),
        ),
      );
      const choices = (): SearchFilter => ({
        ...(roll(2) && { kinds: kinds.filter(() => roll(2)) }),
        ...(roll(2) && { topics: some(slugs("t", 4)) }),
        ...(roll(2) && { phases: some(slugs("p", 3)) }),
        ...(roll(3) === 0 && { costBands: [1 + roll(5), 1 + roll(5)] }),
        ...(roll(3) === 0 && { evidenceStrengths: [roll(6)] }),
        ...(roll(3) === 0 && { costBandMax: 1 + roll(5) }),
        ...(roll(3) === 0 && { impactMonthsMin: roll(5) - 2 }),
      });
      for (let round = 0; round < 12; round++) {
        const query = ["", "feedback ", "phonics reading ", "homewrok pupils "][roll(4)]!;
        const filter = choices();
        const audience = ["public"];
        const facets = (
          await engine.search(fork, {
            query,
            filter,
            facets: Object.values(SearchFacetField),
            sort: SearchSort.RELEVANCE,
            first: 1,
            offset: 0,
            audience,
          })
        ).facets;
        for (const { field, values } of facets)
          for (const { value, count, selected } of values.slice(0, 4)) {
            const alone = { ...filter, ...chosen(field, value) };
            const { total } = await engine.search(fork, {
              query,
              filter: alone,
              facets: [],
              sort: SearchSort.RELEVANCE,
              first: 1,
              offset: 0,
              audience,
            });
            expect({ query, filter, field, value, count: total }).toEqual({
              query,
              filter,
              field,
              value,
              count,
            });
            expect(selected).toBe(isChosen(filter, field, value));
          }
      }
    } finally {
      await fork.rollback();
    }
  });

  test("a chosen value is listed even when nothing has it", async () => {
    const { facets } = await engine.search(em(), {
      query: "feedback ",
      filter: { topics: ["no-such-topic"] },
      facets: [SearchFacetField.TOPIC],
      sort: SearchSort.RELEVANCE,
      first: 5,
      offset: 0,
      audience: ["public"],
    });
    expect(facets[0]?.values).toContainEqual({ value: "no-such-topic", count: 0, selected: true });
    expect(facets[0]?.values).toContainEqual({ value: "feedback", count: 2, selected: false });
  });
});

const filterFields = {
  KIND: "kinds",
  TOPIC: "topics",
  SUBJECT: "subjects",
  PHASE: "phases",
  KEY_STAGE: "keyStages",
  PUPIL_GROUP: "pupilGroups",
  COST_BAND: "costBands",
  EVIDENCE_STRENGTH: "evidenceStrengths",
} as const;

const chosen = (field: SearchFacetField, value: string): SearchFilter => ({
  [filterFields[field]]: [/^\d+$/.test(value) ? Number(value) : value],
});

const isChosen = (filter: SearchFilter, field: SearchFacetField, value: string): boolean =>
  (filter[filterFields[field]] ?? []).map(String).includes(value);
