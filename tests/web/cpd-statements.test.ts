import { describe, expect } from "vitest";
import {
  SelfStudyDocument,
  SessionDocument,
  SessionMonthDocument,
  SessionsCalendarDocument,
  SessionsDocument,
} from "../../src/web/generated/graphql.ts";
import { TermScheme } from "../../src/terms/term.entity.ts";
import { test, type World } from "../support/world.ts";

const now = new Date().toISOString();
const span = { endsAfter: now, startsBefore: new Date(Date.now() + 40 * 86_400_000).toISOString() };

/** What each page of CPD asks, in its own words, and what that may cost in statements. */
const pages = {
  list: {
    document: SessionsDocument,
    variables: { filter: { endsAfter: now }, others: { endsBefore: now }, sort: "EARLIEST" },
    cost: 11,
  },
  month: {
    document: SessionMonthDocument,
    variables: {
      filter: span,
      earlier: { startsBefore: span.endsAfter },
      later: { startsAfter: span.startsBefore },
    },
    cost: 11,
  },
  calendar: {
    document: SessionsCalendarDocument,
    variables: { filter: { endsAfter: now } },
    cost: 2,
  },
  session: { document: SessionDocument, variables: { slug: "s-0", now }, cost: 8 },
  "self-study": { document: SelfStudyDocument, variables: {}, cost: 5 },
} as const;

async function announce(world: World, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at++) {
    const { slug } = at === 0 ? await world.summary({ slug: "e-0" }) : { slug: "e-0" };
    const topic = await world.term(TermScheme.TOPIC);
    const startsAt = new Date(Date.now() + (at + 1) * 3_600_000);
    const session = await world.session({
      slug: `s-${at}`,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      terms: { TOPIC: [topic.slug] },
      evidence: [slug],
    });
    await world.selfStudy({ evidence: [slug], terms: [topic] });
    await world.reflection({ sessionId: session.id });
  }
}

describe("a page of CPD costs the same number of statements", () => {
  test("for three sessions and for thirty", async ({ world }) => {
    const cost = async () => {
      const costs: Record<string, number> = {};
      for (const [page, { document, variables }] of Object.entries(pages)) {
        const { errors, statements } = await world.ask(document.toString(), variables);
        expect(errors, page).toBeUndefined();
        costs[page] = statements.length;
      }
      return costs;
    };
    await announce(world, 0, 3);
    const few = await cost();
    await announce(world, 3, 30);
    expect(await cost()).toEqual(few);
    // On a server two readers that wait for each other on the embedded database may ask for a relation one by one.
    for (const [page, { cost: most }] of Object.entries(pages))
      expect(few[page], page).toBeLessThanOrEqual(most + 1);
  });
});
