import type {
  ContentKind,
  CpdMode,
  DesignRating,
  ImpactMonthsStatus,
  ResearchProjectStatus,
  SchoolStatus,
  SchoolTerm,
  SelfStudyAudience,
} from "../generated/graphql.ts";

/** A figure in words: short beside its icon, long where there is room to say what it means. */
export interface Wording {
  readonly short: string;
  readonly meaning: string;
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** 6,972 with its comma, alike on server and browser. */
export const inNumbers = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** What the months figure says. Zero and less are said as plainly as more. */
export function monthsInWords(
  months: number | null | undefined,
  status: ImpactMonthsStatus,
): Wording {
  if (status === "NOT_RATED_IN_MONTHS")
    return {
      short: "Not rated in months",
      meaning: "The source measures this in another way, so there is no figure in months.",
    };
  if (status === "INSUFFICIENT_EVIDENCE" || months === null || months === undefined)
    return {
      short: "Not enough evidence",
      meaning:
        "There is too little research to give a figure. That is not the same as having no effect.",
    };
  if (months === 0)
    return {
      short: "No extra progress",
      meaning:
        "On average, pupils made the same progress over a year as similar pupils who did not get this.",
    };
  if (months < 0)
    return {
      short: `${plural(-months, "month")} less progress`,
      meaning: `On average, pupils made ${plural(-months, "month")} less progress over a year than similar pupils who did not get this. They still moved forward, but not as far.`,
    };
  return {
    short: `${plural(months, "month")} more progress`,
    meaning: `On average, pupils made ${plural(months, "month")} more progress over a year than similar pupils who did not get this. It is an average, not a promise.`,
  };
}

const costs: readonly Wording[] = [
  {
    short: "Very low cost",
    meaning: "Up to £2,000 a year for a class of 25, or under £80 a pupil.",
  },
  {
    short: "Low cost",
    meaning: "£2,001 to £5,000 a year for a class of 25, or up to £200 a pupil.",
  },
  {
    short: "Moderate cost",
    meaning: "£5,001 to £18,000 a year for a class of 25, or up to £720 a pupil.",
  },
  {
    short: "High cost",
    meaning: "£18,001 to £30,000 a year for a class of 25, or up to £1,200 a pupil.",
  },
  {
    short: "Very high cost",
    meaning: "Over £30,000 a year for a class of 25, or more than £1,200 a pupil.",
  },
];

/** What the cost band says. */
export function costInWords(band: number | null | undefined): Wording {
  const words = costs[(band ?? 0) - 1];
  if (!words) return { short: "Cost not rated", meaning: "The source gives no cost." };
  return {
    short: words.short,
    meaning: `${words.meaning} This counts extra spending only, not staff or equipment you already have.`,
  };
}

const strengths: readonly Wording[] = [
  { short: "Too little evidence", meaning: "Too few sound studies to rate." },
  { short: "Very limited evidence", meaning: "Little research, or research with serious gaps." },
  { short: "Limited evidence", meaning: "Some research, but its conclusions are weak." },
  { short: "Moderate evidence", meaning: "A fair amount of research with moderate conclusions." },
  { short: "Extensive evidence", meaning: "Many studies that broadly agree." },
  { short: "Very extensive evidence", meaning: "A great many recent studies that agree." },
];

/** What the padlocks say: how far the months can be trusted, not how large they are. */
export function strengthInWords(padlocks: number | null | undefined): Wording {
  const words = typeof padlocks === "number" ? strengths[padlocks] : undefined;
  if (!words) return { short: "Evidence not rated", meaning: "The source gives no padlocks." };
  return {
    short: words.short,
    meaning: `${words.meaning} Padlocks say how sure we can be of the months, not how large they are.`,
  };
}

/** Kinds as a reader calls them; `word` stands in addresses. */
export const kinds: readonly {
  kind: ContentKind;
  word: string;
  one: string;
  many: string;
}[] = [
  {
    kind: "EVIDENCE_SUMMARY",
    word: "evidence",
    one: "Evidence",
    many: "Evidence",
  },
  {
    kind: "CPD_SESSION",
    word: "cpd",
    one: "CPD session",
    many: "CPD sessions",
  },
  {
    kind: "SELF_STUDY",
    word: "self-study",
    one: "Self-study",
    many: "Self-study",
  },
  {
    kind: "RESEARCH_PROJECT",
    word: "projects",
    one: "School research",
    many: "School research",
  },
  {
    kind: "REFLECTION",
    word: "reflections",
    one: "Reflection",
    many: "Reflections",
  },
];

/** How sound its reviewers found a study's design. */
export const designInWords: Record<DesignRating, string> = {
  MEETS_WITHOUT_RESERVATIONS: "Design: standards met",
  MEETS_WITH_RESERVATIONS: "Design: standards met with reservations",
  DOES_NOT_MEET: "Design: standards not met",
};

/** Where a session takes place. */
export const modeInWords: Record<CpdMode, string> = {
  IN_PERSON: "In person",
  ONLINE: "Online",
  HYBRID: "In person and online",
};

/** Whom a self-study item was written for. */
export const selfStudyAudienceInWords: Record<SelfStudyAudience, string> = {
  EARLY_CAREER_TEACHER: "Early career teachers",
  MENTOR: "Mentors",
  INDUCTION_TUTOR: "Induction tutors",
};

/** "Year 1, autumn week 3": where a self-study item stands in its programme; empty where that says nothing. */
export function placeInWords({
  year,
  schoolTerm,
  week,
}: {
  year?: number | null;
  schoolTerm?: SchoolTerm | null;
  week?: number | null;
}): string {
  const term = schoolTerm?.toLowerCase();
  const when =
    typeof week === "number" ? `${term ?? ""} week ${week}`.trim() : term && `${term} term`;
  const words = [typeof year === "number" && `year ${year}`, when].filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title in which "week 6" is not torn apart at the end of a line. */
export const withPlaceTogether = (title: string): string =>
  title.replace(/\b(year|week) (\d)/g, "$1\u00a0$2");

/** How far a school's inquiry has come. */
export const projectStatusInWords: Record<ResearchProjectStatus, string> = {
  PROPOSED: "Planned",
  RUNNING: "Under way",
  REPORTED: "Reported",
  WITHDRAWN: "Withdrawn",
};

/** Whether a school can be visited. */
export const schoolStatusInWords: Record<SchoolStatus, string> = {
  OPEN: "Open",
  PROPOSED_TO_CLOSE: "Open, but proposed to close",
  PROPOSED_TO_OPEN: "Not open yet",
  CLOSED: "Closed",
};

/** What is left of a session's places. */
export function placesInWords(
  capacity: number | null | undefined,
  left: number | null | undefined,
): string {
  if (capacity === null || capacity === undefined || left === null || left === undefined)
    return "No limit on places";
  if (left <= 0) return "Full";
  return `${left} of ${plural(capacity, "place")} left`;
}

const commonStart =
  /^(all|any(one|body)?|arts?|class|early|form|geography|governors?|head(s|teachers?)?|history|leaders?|learning|librarians?|literacy|math(s|ematics)|mentors?|middle|music|new|numeracy|pastoral|phonics|primary|pupil|school|science|secondary|senior|staff|subject|support|teach(ers?|ing)|trainees?|trust)\b/i;

/** For whom a session is: "For teachers of Years 3 to 6"; names such as SENCOs and Year 5 keep their capital. */
export function audienceInWords(audience: string): string {
  return `For ${commonStart.test(audience) ? audience.charAt(0).toLowerCase() + audience.slice(1) : audience}`;
}
