import { EffectSizeBasis } from "../finding.entity.ts";
import { readEffect } from "./wwc-effect.ts";
import type { FindingRow, ReportRow } from "./wwc-rows.ts";
import type { Staging } from "./wwc-staging.ts";
import { gradeOrder, gradesInWords, gradesOfProtocol } from "./wwc-vocabulary.ts";

/** What is known of one outcome domain of one intervention. */
export interface DomainDigest {
  readonly domain: string;
  readonly reports: ReportRow[];
  findings: number;
  /** How often each improvement index was found, of findings about whole groups whose direction is clear. */
  readonly indices: Map<number, number>;
}

/** All that the rows of one intervention say together, however many they are. */
export interface Digest {
  readonly wwcId: number;
  readonly name: string;
  readonly page: string;
  readonly domains: readonly DomainDigest[];
  readonly reports: readonly ReportRow[];
  readonly protocols: readonly string[];
  /** Grades in order of age, and where they are from. */
  readonly grades: readonly string[];
  readonly gradesFrom: "reports" | "samples" | "protocol" | null;
  readonly findings: number;
  readonly subgroupFindings: number;
  /** Reviews that the findings come from; a review is of one study. */
  readonly reviews: number;
  /** Findings whose direction the export does not say. */
  readonly unclear: number;
  /** Names in the file of studies, where the export itself gives none. */
  readonly otherNames: readonly string[];
}

const isNoName = (name: string) => /^\(?(?:not applicable|n\/a|none|unknown)\)?$/i.test(name);

/** The clearinghouse's name of an intervention, without the marks of trade; null for "(Not applicable)". */
export function nameOf(name: string): string | null {
  const plain = name
    .replace(/[®™©℠]/g, "")
    .replace(/\s+/g, " ")
    .replace(/\s+([,.:;)])/g, "$1")
    .trim();
  return plain === "" || isNoName(plain) ? null : plain;
}

/** Goes through the rows of an intervention once. */
export function digest(staging: Staging, wwcId: number): Digest {
  const reports = [...staging.reports(wwcId)];
  const domains = new Map<string, DomainDigest>();
  const domainOf = (domain: string): DomainDigest => {
    const known = domains.get(domain);
    if (known) return known;
    const fresh: DomainDigest = { domain, reports: [], findings: 0, indices: new Map() };
    domains.set(domain, fresh);
    return fresh;
  };
  for (const report of reports)
    if (report.domain !== "") domainOf(report.domain).reports.push(report);
  const names = new Set(reports.map(({ name }) => name));
  const protocols = new Set(reports.map(({ protocol }) => protocol));
  const inSamples = new Set<string>();
  let findings = 0;
  let subgroupFindings = 0;
  let unclear = 0;
  for (const { finding } of staging.findings(wwcId)) {
    findings += 1;
    if (finding.isSubgroup === true) subgroupFindings += 1;
    const isUnclear = readEffect(finding).basis === EffectSizeBasis.UNCLEAR;
    if (isUnclear) unclear += 1;
    names.add(finding.name);
    protocols.add(finding.protocol);
    for (const grade of gradesInWords(finding.sample)) inSamples.add(grade);
    count(domainOf(finding.domain), finding, isUnclear);
  }
  const named = [...names].filter((name) => nameOf(name) !== null).sort();
  return {
    wwcId,
    // Where the rows give several names, the shortest: the others add what sort of report it is.
    name: named.sort((a, b) => a.length - b.length)[0] ?? "",
    page: reports.map(({ page }) => page).find((page) => page !== "") ?? `/intervention/${wwcId}`,
    domains: [...domains.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1)),
    reports,
    protocols: [...protocols].filter((protocol) => protocol !== "").sort(),
    ...gradesOf(reports, inSamples),
    findings,
    subgroupFindings,
    reviews: staging.reviews(wwcId),
    unclear,
    otherNames: named.length === 0 ? staging.otherNames(wwcId) : [],
  };
}

function count(of: DomainDigest, { index, isSubgroup }: FindingRow, isUnclear: boolean): void {
  of.findings += 1;
  if (index !== null && isSubgroup !== true && !isUnclear)
    of.indices.set(index, (of.indices.get(index) ?? 0) + 1);
}

function gradesOf(
  reports: readonly ReportRow[],
  inSamples: ReadonlySet<string>,
): Pick<Digest, "grades" | "gradesFrom"> {
  const inReports = new Set(reports.flatMap(({ grades }) => grades));
  const ofProtocols = new Set(reports.flatMap(({ protocol }) => gradesOfProtocol(protocol)));
  const inOrder = (grades: ReadonlySet<string>) => gradeOrder.filter((each) => grades.has(each));
  if (inReports.size > 0) return { grades: inOrder(inReports), gradesFrom: "reports" };
  if (inSamples.size > 0) return { grades: inOrder(inSamples), gradesFrom: "samples" };
  return {
    grades: inOrder(ofProtocols),
    gradesFrom: ofProtocols.size > 0 ? "protocol" : null,
  };
}

/** The middle of what was counted, and its ends; null where there is nothing. */
export function spreadOf(
  counted: ReadonlyMap<number, number>,
): { least: number; middle: number; most: number; number: number } | null {
  const values = [...counted.keys()].sort((a, b) => a - b);
  const number = [...counted.values()].reduce((sum, each) => sum + each, 0);
  if (number === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    for (const value of values) {
      passed += counted.get(value)!;
      if (passed > place) return value;
    }
    return values.at(-1)!;
  };
  const middle = (at(Math.floor((number - 1) / 2)) + at(Math.floor(number / 2))) / 2;
  return { least: values[0]!, middle: Math.round(middle), most: values.at(-1)!, number };
}
