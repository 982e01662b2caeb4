import type { ReactNode } from "react";
import { data, Link } from "react-router";
import styles from "../components/article.module.css";
import { ArticleHead, Practice, Sections } from "../components/article.tsx";
import { SummaryCard } from "../components/cards.tsx";
import { Contents } from "../components/contents.tsx";
import { FactList } from "../components/fact-list.tsx";
import notice from "../components/notice.module.css";
import { Terms } from "../components/term-links.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { placeInWords, selfStudyAudienceInWords, withPlaceTogether } from "../data/wording.ts";
import type { SelfStudyItemQuery } from "../generated/graphql.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { selfStudyData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/self-study-item.ts";
import { SelfStudyItemDocument } from "./self-study-item.server.ts";

type Item = NonNullable<SelfStudyItemQuery["selfStudyItem"]>;

/** The item, or 404. */
export async function loader(args: Route.LoaderArgs) {
  const { selfStudyItem: item } = await findOr404(
    query(args, SelfStudyItemDocument, { slug: args.params.slug }),
  );
  if (!item) throw data(null, { status: 404 });
  return { item };
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { item } = loaderData;
  return pageMeta({
    title: `${item.title} – self-study – Potbank`,
    description: item.headline,
    more: `Self-study from ${item.provider.name}: ${item.programme}.`,
    data: [
      selfStudyData(item),
      trailData(publicUrlOf(matches), [
        ["CPD sessions", "/cpd"],
        ["Self-study", "/cpd/self-study"],
        [item.title, `/cpd/self-study/${item.slug}`],
      ]),
    ],
  });
};

function Facts({ of }: { of: Item }): ReactNode {
  const { name, website } = of.provider;
  const facts: Record<string, ReactNode> = {
    From: website ? <a href={website}>{name}</a> : name,
    In: (
      <>
        {of.programme}: <Link to={`/cpd/self-study?module=${of.moduleSlug}`}>{of.module}</Link>
      </>
    ),
    When: placeInWords(of),
    For: of.writtenFor && selfStudyAudienceInWords[of.writtenFor],
    Takes: of.durationMinutes && `${of.durationMinutes} minutes`,
  };
  return <FactList of={facts} />;
}

const licences: Readonly<Record<string, string>> = {
  "Open Government Licence v3.0":
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
};

/** Who wrote it, under which licence, and where it stands as it was published. */
function Origin({ of: { source } }: { of: Item }): ReactNode {
  const licence = source.licence && licences[source.licence];
  return (
    <footer className={notice.notice}>
      <p>
        {source.name}. {source.url && <a href={source.url}>Read the page as it was published</a>}
        {source.url && "."}
      </p>
      {source.attribution ? (
        <p>
          {source.attribution} {licence && <a href={licence}>Read the licence</a>}
          {licence && "."} Links, headings and pictures have been brought to the form of this site.
        </p>
      ) : (
        source.licence && <p>{source.licence}.</p>
      )}
      {source.note && <p>{source.note}</p>}
    </footer>
  );
}

/** An item: where it stands in its programme beside its text, then what it points to. */
export default function SelfStudyItemPage({
  loaderData: { item },
}: Route.ComponentProps): ReactNode {
  return (
    <article>
      <ArticleHead kind="Self-study" up="/cpd/self-study" title={withPlaceTogether(item.title)} />
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <Facts of={item} />
          <Contents headings={item.sections.map(({ heading }) => heading)} />
        </aside>
        <div className={styles.body}>
          <Sections of={item.sections} />
          <Origin of={item} />
        </div>
      </div>
      {item.evidence.nodes.length + item.terms.length > 0 && (
        <div className={styles.practice}>
          <Practice
            heading="Learn more about the evidence"
            cards={item.evidence.nodes.map((strand) => (
              <SummaryCard key={strand.id} of={strand} />
            ))}
          />
          <Terms of={item.terms} />
        </div>
      )}
    </article>
  );
}
