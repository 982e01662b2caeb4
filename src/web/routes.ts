import { index, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("search", "routes/search.tsx"),
  route("evidence/:slug", "routes/strand.tsx"),
  route("cpd", "routes/sessions.tsx"),
  route("cpd/self-study", "routes/self-study.tsx"),
  route("cpd/self-study/:slug", "routes/self-study-item.tsx"),
  route("cpd/:slug", "routes/session.tsx"),
  route("projects/:slug", "routes/project.tsx"),
  route("reflections/:id", "routes/reflection.tsx"),
  route("gallery/:specimen?", "routes/gallery.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
