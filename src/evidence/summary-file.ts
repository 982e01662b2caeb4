import { createHash } from "node:crypto";
import { parse } from "yaml";
import { z } from "zod";
import { ImportError } from "../kernel/import-error.ts";
import { type TermScheme } from "../terms/term.entity.ts";
import { termSlugs } from "../terms/term-slugs.ts";
import { ImpactMonthsStatus } from "./summary-revision.entity.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const text = z.string().trim().min(1);

const frontMatter = z
  .strictObject({
    slug,
    title: text,
    headline: text.max(200),
    impactMonths: z.int().min(-12).max(12).nullish(),
    impactMonthsStatus: z.enum(ImpactMonthsStatus).optional(),
    costBand: z.int().min(1).max(5).nullish(),
    evidenceStrength: z.int().min(0).max(5).nullish(),
    source: z.strictObject({
      name: text,
      url: z.url().nullish(),
      licence: text.nullish(),
      retrievedOn: z.iso.date().nullish(),
      note: text.nullish(),
    }),
    terms: termSlugs,
    related: z.array(slug).default([]),
    guidance: z.array(slug).default([]),
    references: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z0-9-]+$/),
          short: text,
          text,
          url: z.url().nullish(),
        }),
      )
      .default([]),
    studies: z
      .array(
        z.strictObject({
          reference: z.string(),
          title: text,
          year: z.int().nullish(),
          design: text.nullish(),
          findings: z.array(
            z.strictObject({
              outcome: text,
              comparison: text.nullish(),
              sampleDescription: text.nullish(),
              sampleSize: z.int().positive().nullish(),
              effectSize: z.number().nullish(),
              statisticallySignificant: z.boolean().nullish(),
            }),
          ),
        }),
      )
      .default([]),
  })
  .refine(
    (front) => (front.impactMonths ?? null) !== null || front.impactMonthsStatus !== undefined,
    {
      path: ["impactMonths"],
      message:
        "is missing; give a number, or impactMonthsStatus INSUFFICIENT_EVIDENCE or NOT_RATED_IN_MONTHS",
    },
  );

/** A summary as its author wrote it down: figures, terms and sources, then headed sections. */
export type SummaryDraft = z.infer<typeof frontMatter> & {
  readonly impactMonthsStatus: ImpactMonthsStatus;
  readonly terms: Partial<Record<TermScheme, string[]>>;
  readonly sections: { heading: string; markdown: string }[];
  /** SHA-256 of the file's text. */
  readonly contentHash: string;
};

/** A file that cannot be used: names the file, and every field with what is wrong. */
export class SummaryFileError extends ImportError {
  constructor(name: string, faults: readonly string[]) {
    super(`${name} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

/**
 * Reads one Markdown file with front matter. Citations `[@key]` become links to the page's
 * reference list, reading as the reference's short form.
 */
export function readSummaryFile(name: string, content: string): SummaryDraft {
  const file = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content.replace(/^\uFEFF/, ""));
  if (!file) throw new SummaryFileError(name, ["it has no front matter between two lines of ---"]);
  let yaml: unknown;
  try {
    yaml = parse(file[1]!);
  } catch (error) {
    throw new SummaryFileError(name, [`its front matter is not YAML: ${(error as Error).message}`]);
  }
  const checked = frontMatter.safeParse(yaml);
  if (!checked.success)
    throw new SummaryFileError(
      name,
      checked.error.issues.map(
        (issue) => `${issue.path.join(".") || "front matter"}: ${issue.message}`,
      ),
    );
  const front = checked.data;
  const faults: string[] = [];
  const references = new Map(front.references.map((reference) => [reference.key, reference]));
  for (const study of front.studies)
    if (!references.has(study.reference))
      faults.push(`studies: "${study.reference}" is not among the references`);
  const cite = (markdown: string) =>
    markdown.replace(/\[@([^\]]+)\]/g, (_all, keys: string) => {
      const links = keys.split(/;\s*@?/).map((key) => {
        const reference = references.get(key.trim());
        if (!reference) faults.push(`the text cites "${key}", which is not among the references`);
        return `[${reference?.short ?? key}](#reference-${key.trim()})`;
      });
      return `(${links.join("; ")})`;
    });
  const sections = file[2]!
    .split(/^## +/m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      return { heading: heading.trim(), markdown: cite(lines.join("\n").trim()) };
    });
  if (sections.length === 0) faults.push("it has no section: begin each with a line ## Heading");
  for (const { heading, markdown } of sections)
    if (!heading || !markdown)
      faults.push(`the section "${heading}" is empty: leave it out instead`);
  if (faults.length > 0) throw new SummaryFileError(name, faults);
  return {
    ...front,
    impactMonthsStatus: front.impactMonthsStatus ?? ImpactMonthsStatus.RATED,
    sections,
    contentHash: createHash("sha256").update(content).digest("hex"),
  };
}
