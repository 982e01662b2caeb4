import { Link } from "react-router";
import { researchFigures } from "../components/figures-guide/research-figures.tsx";
import { threeFigures } from "../components/figures-guide/three-figures.tsx";
import { WordsPage } from "../components/words-page.tsx";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/figures.ts";

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "How to read the figures – Potbank",
    description:
      "What months of progress, cost and padlocks mean, what they do not mean, and how effect sizes and forest plots are read.",
  });

/** How to read the figures. Its anchors are linked to from wherever a figure stands. */
export default function FiguresPage() {
  return (
    <>
      <WordsPage
        kind="Help"
        title="How to read the figures"
        lead="What months, cost and padlocks mean, and what they do not."
        parts={[...threeFigures, ...researchFigures]}
      />
      <p>
        <Link to="/evidence">See all the strands</Link>
      </p>
    </>
  );
}
