import type { Served } from "../support/served.ts";

/** One address of each kind of page, found over GraphQL as a client would. */
export async function addressesOf(site: Served): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${site.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `{
        cpdSessions(first: 1) { nodes { url } }
        past: cpdSessions(first: 1, filter: { endsBefore: "${new Date().toISOString()}" }) { nodes { url } }
        full: cpdSessions(first: 1, filter: { hasPlaces: false }) { nodes { url } }
        researchProjects(first: 1) { nodes { url } }
        selfStudyItems(first: 1) { nodes { url } }
        reflections(first: 1) { nodes { url } }
      }`,
    }),
  });
  const { data } = (await response.json()) as {
    data: Record<
      "cpdSessions" | "past" | "full" | "selfStudyItems" | "researchProjects" | "reflections",
      { nodes: { url: string }[] }
    >;
  };
  const path = (list: keyof typeof data): string => new URL(data[list].nodes[0]!.url).pathname;
  return {
    home: "/",
    search: "/search?q=metacogntion",
    "filtered search": "/search?q=reading&kind=evidence&phase=primary&sort=impact",
    "empty search": "/search?q=zzqxv&phase=primary",
    "search as typed": "/search?q=metacogntion&spelling=exact",
    "search narrowed to nothing": "/search?q=metacognition&kind=self-study&phase=primary",
    "refused search": "/search?q=reading&after=nonsense",
    "all strands": "/evidence",
    "strands by cost-effectiveness": "/evidence?sort=value&padlocks=1&phase=primary",
    "no strand": "/evidence?months=8&cost=1&padlocks=5",
    "four strands compared":
      "/compare?strand=feedback&strand=homework&strand=school-uniform&strand=repeating-a-year",
    "two strands compared":
      "/compare?strand=reading-comprehension-strategies&strand=one-to-one-tuition",
    "one strand, another unknown": "/compare?strand=feedback&strand=no-such-strand",
    "nothing to compare": "/compare",
    "strands not rated in months": "/evidence?rated=no",
    strand: "/evidence/metacognition-and-self-regulation",
    "strand with less progress": "/evidence/repeating-a-year",
    "strand without enough evidence": "/evidence/school-uniform",
    "strand with a list shown whole": "/evidence/metacognition-and-self-regulation?all=sessions",
    "strand asked for what it has not": "/evidence/phonics?findings=nonsense&all=elephants",
    sessions: "/cpd",
    "month of sessions": "/cpd?view=month",
    "month without sessions": `/cpd?view=month&month=${new Date().getFullYear() - 3}-01`,
    "sessions so far": "/cpd?view=past",
    "chosen sessions": "/cpd?phase=primary&mode=online&mechanism=model-technique",
    "no session": "/cpd?subject=no-such-subject&places=left",
    session: path("cpdSessions"),
    "session in the past": path("past"),
    "session that is full": path("full"),
    "self-study": "/cpd/self-study",
    "self-study item": path("selfStudyItems"),
    projects: "/projects",
    "no projects": "/projects?status=planned&topic=phonics",
    project: path("researchProjects"),
    reflections: "/reflections?phase=primary",
    reflection: path("reflections"),
    schools: "/schools",
    "found schools": "/schools?q=academy",
    "no school": "/schools?q=zzqxv",
    school: "/schools/900003",
    topic: "/topics/reading",
    "empty subject": "/subjects/languages",
    phase: "/phases/primary",
    "key stage": "/key-stages/ks2",
    "pupil group": "/pupil-groups/disadvantaged",
    mechanism: "/mechanisms/manage-cognitive-load",
    about: "/about",
    figures: "/figures",
    accessibility: "/accessibility",
    privacy: "/privacy",
    api: "/api",
    "sign in": "/sign-in",
    "second step": "/sign-in/second-factor",
    "sign in by link": "/sign-in/link?sent=yes",
    "sign up": "/sign-up",
    "confirm an address": "/verify",
    "forgotten password": "/reset-password",
    "sign out": "/sign-out",
    gallery: "/gallery",
    "missing page": "/nothing-here",
  };
}
