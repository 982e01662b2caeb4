import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CardGrid, SelfStudyCard } from "../components/cards.tsx";
import { Pager } from "../components/pager.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/self-study.ts";
import styles from "./sessions.module.css";
import { SelfStudyDocument } from "./self-study.server.ts";

/** All items, or those of the module that the address names. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const [after, module] = [searchParams.get("after"), searchParams.get("module")];
  const { selfStudyItems } = await findOr404(
    query(args, SelfStudyDocument, { after, filter: module === null ? null : { module } }),
  );
  return { selfStudyItems, first: after === null, module };
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Self-study – CPD – Potbank",
    description: "Pages of training programmes for teachers and mentors, to read at any time.",
  });

/** The items under their modules, each in the order in which it is worked through. */
export default function SelfStudy({ loaderData }: Route.ComponentProps) {
  const { selfStudyItems, first, module } = loaderData;
  const { hasNextPage, endCursor } = selfStudyItems.pageInfo;
  const groups = Map.groupBy(
    selfStudyItems.nodes,
    ({ moduleSlug, provider }) => `${moduleSlug}-${provider.id}`,
  );
  const address = (cursor?: string) => {
    const params = new URLSearchParams();
    if (module !== null) params.set("module", module);
    if (cursor !== undefined) params.set("after", cursor);
    return `/cpd/self-study${params.size > 0 ? `?${params}` : ""}`;
  };
  return (
    <>
      <ArticleHead
        kind="Professional development"
        title="Self-study"
        lead="Pages of training programmes, to read at any time."
      >
        <p>
          {module === null ? (
            <Link to="/search?kind=self-study">Filter by phase, subject or topic</Link>
          ) : (
            <Link to="/cpd/self-study">All self-study</Link>
          )}
        </p>
      </ArticleHead>
      {groups.size === 0 && <p>There is no self-study here yet.</p>}
      {[...groups].map(([key, items]) => (
        <section key={key} aria-labelledby={key} className={styles.part}>
          <h2 id={key}>
            {items[0]!.module}, {items[0]!.provider.name}
          </h2>
          <CardGrid width="20rem">
            {items.map((item) => (
              <SelfStudyCard key={item.id} of={item} />
            ))}
          </CardGrid>
        </section>
      ))}
      <Pager
        first={first ? undefined : address()}
        next={hasNextPage && endCursor ? address(endCursor) : undefined}
      />
    </>
  );
}
