import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("search", "routes/search.tsx"),
  route("evidence", "routes/toolkit.tsx"),
  route("compare", "routes/compare.tsx"),
  route("evidence/:slug", "routes/strand.tsx"),
  route("evidence/:slug/citation.bib", "routes/strand-citation.ts", { id: "citation-bib" }),
  route("evidence/:slug/citation.json", "routes/strand-citation.ts", { id: "citation-json" }),
  route("cpd", "routes/sessions.tsx"),
  route("cpd/self-study", "routes/self-study.tsx"),
  route("cpd/self-study/:slug", "routes/self-study-item.tsx"),
  route("cpd/:slug", "routes/session.tsx"),
  route("projects/:slug", "routes/project.tsx"),
  route("reflections/:id", "routes/reflection.tsx"),
  // One page for every vocabulary: see data/terms.ts.
  route("topics/:slug", "routes/term.tsx", { id: "topics" }),
  route("subjects/:slug", "routes/term.tsx", { id: "subjects" }),
  route("phases/:slug", "routes/term.tsx", { id: "phases" }),
  route("key-stages/:slug", "routes/term.tsx", { id: "key-stages" }),
  route("pupil-groups/:slug", "routes/term.tsx", { id: "pupil-groups" }),
  route("mechanisms/:slug", "routes/term.tsx", { id: "mechanisms" }),
  route("gallery/:specimen?", "routes/gallery.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
