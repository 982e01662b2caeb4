import type { SummarySection } from "../kernel/section.ts";
import type { ResearchProject } from "./research-project.entity.ts";

const parts = [
  ["Context", "context"],
  ["Aims", "aims"],
  ["Method", "method"],
  ["Comparison", "comparison"],
  ["Participants", "participants"],
  ["Findings", "findings"],
  ["Limits", "limits"],
  ["Implications", "implications"],
] as const;

/** The written report under its headings, in the order of a structured abstract; parts not yet written are left out. */
export const reportSections = (project: ResearchProject): SummarySection[] =>
  parts.flatMap(([heading, part]) => {
    const markdown = project[part];
    return markdown ? [{ heading, markdown }] : [];
  });
