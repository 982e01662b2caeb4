import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { seed } from "../src/app/seed.ts";
import { hedgesG } from "../src/evidence/wwc/wwc-effect.ts";
import { testDatabase } from "./support/database.ts";
import { imported } from "./support/wwc.ts";
import { World } from "./support/world.ts";

const folder = "../shared/data/wwc";

interface Group {
  size: number;
  mean: number;
  sd: number;
}

const document = `query ($after: String, $more: String, $slug: String!, $list: Boolean!) {
  evidenceSummaries(first: 100, after: $after) @include(if: $list) {
    nodes { slug }
    pageInfo { hasNextPage endCursor }
  }
  evidenceSummary(slug: $slug) @skip(if: $list) {
    findings(first: 100, after: $more) {
      nodes {
        sourceReference effectSize effectSizeAsPublished improvementIndex
        interventionSampleSize comparisonSampleSize interventionMean comparisonMean
        interventionStandardDeviation comparisonStandardDeviation
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** Not the importer's way of reading: the whole file at once, by column, nothing cleaned. */
const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(`${folder}/${name}`), {
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
  });

describe.runIf(existsSync(folder))("the export of April 2020", async () => {
  const database = await testDatabase();
  const world = new World(database.em.fork());

  const ask = async (variables: Record<string, unknown>) => {
    const { data, errors } = await world.ask(document, { slug: "none", list: false, ...variables });
    expect(errors).toBeUndefined();
    return data;
  };

  async function slugs(): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { evidenceSummaries } = await ask({ after, list: true });
      found.push(...evidenceSummaries.nodes.map(({ slug }: { slug: string }) => slug));
      after = evidenceSummaries.pageInfo.endCursor;
      if (!evidenceSummaries.pageInfo.hasNextPage)
        return found.filter((slug) => slug.startsWith("wwc-"));
    }
  }

  async function findingsOf(slug: string) {
    const found = [];
    for (let more: string | null = null; ;) {
      const { evidenceSummary } = await ask({ slug, more });
      found.push(...evidenceSummary.findings.nodes);
      more = evidenceSummary.findings.pageInfo.endCursor;
      if (!evidenceSummary.findings.pageInfo.hasNextPage) return found;
    }
  }

  test("is imported whole, and its effect sizes can be computed again from what the API says", async () => {
    await seed(database.em.fork(), { demonstration: false, now: new Date() });
    const { counts, skips } = await imported(database, folder);
    const findings = rowsOf("wwc_Findings.csv");
    const reports = rowsOf("wwc_InterventionReports.csv");
    const studies = rowsOf("wolf_wp_meta_v2.csv");
    const interventions = new Set([...findings, ...reports].map((row) => row.InterventionID));
    const known = new Set(findings.map(({ FindingID }) => FindingID));
    const matched = studies.filter(({ f_findingid }) => known.has(f_findingid));
    expect(counts.findings).toMatchObject({ read: findings.length, created: findings.length });
    expect(counts["report rows"]).toMatchObject({ read: reports.length, created: reports.length });
    expect(counts.summaries).toMatchObject({ created: interventions.size });
    expect(counts["study rows"]).toMatchObject({ read: studies.length, created: matched.length });
    expect(skips).toHaveLength(studies.length - matched.length);

    const addresses = await slugs();
    expect(addresses).toHaveLength(interventions.size);
    const published = new Map(
      findings.map(({ FindingID, Effect_Size_WWC }) => [FindingID!, Effect_Size_WWC!]),
    );
    let seen = 0;
    let computable = 0;
    let agreeing = 0;
    for (const address of addresses)
      for (const finding of await findingsOf(address)) {
        seen += 1;
        const cell = published.get(finding.sourceReference.slice("wwc/".length));
        expect(finding.effectSizeAsPublished).toBe(cell === "" ? null : Number(cell));
        // Positive favours the intervention, as the index does.
        expect((finding.effectSize ?? 0) * (finding.improvementIndex ?? 0)).toBeGreaterThanOrEqual(
          0,
        );
        const g = recomputed(finding);
        if (g === null || finding.effectSizeAsPublished === null) continue;
        computable += 1;
        if (Math.abs(g - finding.effectSizeAsPublished) <= 0.015) agreeing += 1;
      }
    expect(seen).toBe(findings.length);
    expect(computable).toBeGreaterThan(1900);
    expect(agreeing / computable).toBeGreaterThanOrEqual(0.98);
  }, 300_000);
});

function recomputed(finding: Record<string, number | null>): number | null {
  const group = (size: unknown, mean: unknown, sd: unknown): Group | null =>
    typeof size === "number" && typeof mean === "number" && typeof sd === "number"
      ? { size, mean, sd }
      : null;
  const intervention = group(
    finding.interventionSampleSize,
    finding.interventionMean,
    finding.interventionStandardDeviation,
  );
  const comparison = group(
    finding.comparisonSampleSize,
    finding.comparisonMean,
    finding.comparisonStandardDeviation,
  );
  return intervention && comparison ? hedgesG(intervention, comparison) : null;
}
