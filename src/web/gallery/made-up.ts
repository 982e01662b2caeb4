import type {
  FiguresFragment,
  ProjectCardFragment,
  ReflectionCardFragment,
  SelfStudyCardFragment,
  SessionCardFragment,
  SummaryCardFragment,
} from "../generated/graphql.ts";

/** "Now" for every specimen, so that past and coming stay what they are. */
export const now = "2026-11-23T12:00:00Z";

/** A title as long as the longest the schema allows people to read with patience. */
export const longTitle =
  "Helping pupils who struggle to understand what they read in mixed-attainment classes across the humanities, with structured talk, read-aloud modelling and short weekly quizzes over two terms of one school";

/** A rated strand; each specimen says what differs. */
export const figuresOf = (differs: Partial<FiguresFragment> = {}): FiguresFragment => ({
  impactMonths: 4,
  impactMonthsStatus: "RATED",
  costBand: 2,
  evidenceStrength: 3,
  ...differs,
});

const provider = { id: "provider_1", name: "Kiln Lane Research School (example)" };
const school = { id: "school_1", urn: 900001, name: "Bottle Bank Primary School (example)" };

/** A strand as its card asks for it. */
export const summary = (differs: Partial<SummaryCardFragment> = {}): SummaryCardFragment => ({
  id: "summary_1",
  title: "Reading aloud together",
  url: "/evidence/feedback",
  headline:
    "Pupils who hear a text read well, and talk about it as they go, tend to understand more of what they read alone.",
  ...figuresOf(),
  ...differs,
});

/** A session three days from now. */
export const session = (differs: Partial<SessionCardFragment> = {}): SessionCardFragment => ({
  id: "session_1",
  title: "Talk that helps pupils think",
  url: "/cpd",
  startsAt: "2026-11-26T15:45:00Z",
  endsAt: "2026-11-26T17:00:00Z",
  audience: "Teachers of Years 3 to 6",
  mode: "IN_PERSON",
  venue: "Kiln Lane Hub",
  capacity: 24,
  placesLeft: 7,
  provider,
  ...differs,
});

/** A self-study item. */
export const selfStudyItem = (
  differs: Partial<SelfStudyCardFragment> = {},
): SelfStudyCardFragment => ({
  id: "selfstudy_1",
  title: "Year 1, autumn week 2: routines that save time",
  url: "/cpd/self-study",
  headline: "How a routine that is taught and practised leaves more of the lesson for learning.",
  programme: "First years of teaching (example)",
  module: "Settling a class",
  writtenFor: "EARLY_CAREER_TEACHER",
  durationMinutes: 45,
  provider,
  ...differs,
});

/** A school's inquiry. */
export const project = (differs: Partial<ProjectCardFragment> = {}): ProjectCardFragment => ({
  id: "project_1",
  title: "Quizzing at the start of the lesson",
  url: "/projects/quizzing",
  question: "Do five questions at the start of each lesson help our Year 8 remember more science?",
  status: "REPORTED",
  publishedAt: "2026-07-03T09:00:00Z",
  school,
  ...differs,
});

/** A teacher's account. */
export const reflection = (
  differs: Partial<ReflectionCardFragment> = {},
): ReflectionCardFragment => ({
  id: "reflection_1",
  title: "Fewer comments, better conversations",
  url: "/reflections/reflection_1",
  tried:
    "I stopped writing on every book and read the set in one sitting instead, noting *three* things to reteach. The next lesson began with those.",
  createdAt: "2026-10-09T18:30:00Z",
  publishedAt: "2026-10-12T07:00:00Z",
  author: { id: "person_1", name: "A. Wedgwood (example)" },
  school,
  ...differs,
});
