import type {
  Article,
  BreadcrumbList,
  EducationEvent,
  LearningResource,
  Place,
  Report,
  ScholarlyArticle,
  School,
  VirtualLocation,
  WebSite,
  WithActionConstraints,
  SearchAction,
  WithContext,
} from "schema-dts";
import type { CpdMode, ResearchProjectStatus } from "../generated/graphql.ts";
import { isoInLondon } from "./dates.ts";

// What search engines and reference managers read of a page (JSON-LD, schema.org). Only what is known is said:
// a field that a record does not have is left out, and no date, author or price is made up.

const context = "https://schema.org" as const;
const language = "en-GB";

/** A value as a field, or no field at all. */
const known = <Key extends string, Value>(
  key: Key,
  value: Value | null | undefined,
): { [each in Key]?: NonNullable<Value> } =>
  (value === null || value === undefined || value === "" ? {} : { [key]: value }) as never;

const labels = (terms: readonly { readonly label: string }[]): string[] =>
  terms.map(({ label }) => label);

interface Dates {
  readonly publishedAt?: string | null;
  readonly updatedAt?: string | null;
}

const datesOf = ({ publishedAt, updatedAt }: Dates) => ({
  ...known("datePublished", publishedAt && isoInLondon(publishedAt)),
  ...known("dateModified", updatedAt && isoInLondon(updatedAt)),
});

/** The site, and how to search it. */
export function siteData(publicUrl: string): WithContext<WebSite> {
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${publicUrl}/search?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return {
    "@context": context,
    "@type": "WebSite",
    name: "Potbank",
    url: `${publicUrl}/`,
    inLanguage: language,
    potentialAction: search,
  };
}

/** The way from the first page to this one: each step's name and path, this page last. */
export function trailData(
  publicUrl: string,
  steps: readonly (readonly [name: string, path: string])[],
): WithContext<BreadcrumbList> {
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: ([["Potbank", "/"], ...steps] as const).map(([name, path], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: publicUrl + path,
    })),
  };
}

/** A strand of evidence: an article, with what it cites and what it is about. */
export function strandData(
  of: {
    readonly title: string;
    readonly headline: string;
    readonly url: string;
    readonly terms: readonly { readonly label: string }[];
    readonly references: readonly { readonly text: string }[];
    readonly source: { readonly url?: string | null };
  } & Dates,
): WithContext<ScholarlyArticle> {
  return {
    "@context": context,
    "@type": "ScholarlyArticle",
    headline: of.title,
    name: of.title,
    abstract: of.headline,
    url: of.url,
    mainEntityOfPage: of.url,
    inLanguage: language,
    isAccessibleForFree: true,
    ...datesOf(of),
    ...known("isBasedOn", of.source.url),
    ...(of.terms.length > 0 && { keywords: labels(of.terms) }),
    ...(of.references.length > 0 && { citation: of.references.map(({ text }) => text) }),
  };
}

/** A school's own inquiry: a report, not a piece of peer-reviewed research. */
export function projectData(
  of: {
    readonly title: string;
    readonly question: string;
    readonly url: string;
    readonly status: ResearchProjectStatus;
    readonly terms: readonly { readonly label: string }[];
    readonly lead?: { readonly name: string } | null;
    readonly school?: { readonly name: string } | null;
  } & Dates,
): WithContext<Report> {
  return {
    "@context": context,
    "@type": "Report",
    headline: of.title,
    name: of.title,
    abstract: of.question,
    url: of.url,
    mainEntityOfPage: of.url,
    inLanguage: language,
    isAccessibleForFree: true,
    ...datesOf(of),
    creativeWorkStatus: of.status === "REPORTED" ? "Published" : "Draft",
    ...known("author", of.lead && ({ "@type": "Person", name: of.lead.name } as const)),
    ...known(
      "sourceOrganization",
      of.school && ({ "@type": "School", name: of.school.name } as const),
    ),
    ...(of.terms.length > 0 && { keywords: labels(of.terms) }),
  };
}

/** A teacher's account. */
export function reflectionData(
  of: {
    readonly title: string;
    readonly url: string;
    readonly author?: { readonly name: string } | null;
  } & Dates,
): WithContext<Article> {
  return {
    "@context": context,
    "@type": "Article",
    headline: of.title,
    url: of.url,
    mainEntityOfPage: of.url,
    inLanguage: language,
    isAccessibleForFree: true,
    ...datesOf(of),
    ...known("author", of.author && ({ "@type": "Person", name: of.author.name } as const)),
  };
}

const attendance = {
  IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
  ONLINE: "https://schema.org/OnlineEventAttendanceMode",
  HYBRID: "https://schema.org/MixedEventAttendanceMode",
} as const satisfies Record<CpdMode, string>;

/** A session, by London's clock. Seats are said only where there is a limit. */
export function sessionData(of: {
  readonly title: string;
  readonly url: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: CpdMode;
  readonly venue?: string | null;
  readonly audience?: string | null;
  readonly capacity?: number | null;
  readonly placesLeft?: number | null;
  readonly provider: { readonly name: string; readonly website?: string | null };
  readonly terms: readonly { readonly label: string }[];
}): WithContext<EducationEvent> {
  const places: (Place | VirtualLocation)[] = [];
  if (of.mode !== "ONLINE" && of.venue)
    places.push({ "@type": "Place", name: of.venue, address: of.venue });
  if (of.mode !== "IN_PERSON") places.push({ "@type": "VirtualLocation", url: of.url });
  return {
    "@context": context,
    "@type": "EducationEvent",
    name: of.title,
    url: of.url,
    inLanguage: language,
    startDate: isoInLondon(of.startsAt),
    endDate: isoInLondon(of.endsAt),
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: attendance[of.mode],
    ...(places.length > 0 && { location: places.length === 1 ? places[0]! : places }),
    organizer: {
      "@type": "Organization",
      name: of.provider.name,
      ...known("url", of.provider.website),
    },
    ...known(
      "audience",
      of.audience && ({ "@type": "Audience", audienceType: of.audience } as const),
    ),
    ...known("maximumAttendeeCapacity", of.capacity),
    ...known(
      "remainingAttendeeCapacity",
      typeof of.placesLeft === "number" ? Math.max(of.placesLeft, 0) : null,
    ),
    ...(of.terms.length > 0 && { keywords: labels(of.terms) }),
  };
}

/** A page of a programme, which is the course it is part of. */
export function selfStudyData(of: {
  readonly title: string;
  readonly headline: string;
  readonly url: string;
  readonly programme: string;
  readonly durationMinutes?: number | null;
  readonly provider: { readonly name: string; readonly website?: string | null };
  readonly source: { readonly url?: string | null; readonly licence?: string | null };
  readonly terms: readonly { readonly label: string }[];
}): WithContext<LearningResource> {
  const provider = {
    "@type": "Organization" as const,
    name: of.provider.name,
    ...known("url", of.provider.website),
  };
  return {
    "@context": context,
    "@type": "LearningResource",
    name: of.title,
    description: of.headline,
    url: of.url,
    inLanguage: language,
    isAccessibleForFree: true,
    provider,
    isPartOf: {
      "@type": "Course",
      name: of.programme,
      provider,
    },
    ...(of.durationMinutes && { timeRequired: `PT${of.durationMinutes}M` }),
    ...known("isBasedOn", of.source.url),
    ...known(
      "license",
      of.source.licence && ({ "@type": "CreativeWork", name: of.source.licence } as const),
    ),
    ...(of.terms.length > 0 && { keywords: labels(of.terms) }),
  };
}

/** A school, as the register knows it. */
export function schoolData(
  publicUrl: string,
  of: {
    readonly urn: number;
    readonly name: string;
    readonly town?: string | null;
    readonly postcode?: string | null;
  },
): WithContext<School> {
  return {
    "@context": context,
    "@type": "School",
    name: of.name,
    url: `${publicUrl}/schools/${of.urn}`,
    identifier: { "@type": "PropertyValue", propertyID: "URN", value: String(of.urn) },
    address: {
      "@type": "PostalAddress",
      addressCountry: "GB",
      ...known("addressLocality", of.town),
      ...known("postalCode", of.postcode),
    },
  };
}
