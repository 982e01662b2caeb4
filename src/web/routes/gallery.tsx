import type { ReactNode } from "react";
import { data, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { anchorOf } from "../data/paths.ts";
import { areas } from "../gallery/areas.ts";
import type { Area, Specimen } from "../gallery/specimen.ts";
import type { Route } from "./+types/gallery.ts";
import styles from "./gallery.module.css";

const idOf = (area: Area, specimen: Specimen): string => anchorOf(`${area.name} ${specimen.name}`);

const find = (id: string): Specimen | undefined =>
  areas
    .flatMap((area) => area.specimens.map((specimen) => ({ id: idOf(area, specimen), specimen })))
    .find((each) => each.id === id)?.specimen;

/** An unknown specimen is an unknown page. */
export function loader({ params }: Route.LoaderArgs): null {
  if (params.specimen !== undefined && !find(params.specimen)) throw data(null, { status: 404 });
  return null;
}

export const meta: Route.MetaFunction = ({ params }) => [
  { title: `${find(params.specimen ?? "")?.name ?? "Components"} – for developers – Potbank` },
  { name: "description", content: "Every component of the pages in every state." },
  { name: "robots", content: "noindex" },
];

function Framed({ area, specimen }: { area: Area; specimen: Specimen }): ReactNode {
  const id = idOf(area, specimen);
  return (
    <section className={styles.specimen} id={id}>
      <h3>
        <Link to={`/gallery/${id}`}>{specimen.name}</Link>
      </h3>
      {specimen.note !== undefined && <p className={styles.note}>{specimen.note}</p>}
      {specimen.wholePage || specimen.landmark ? (
        <p className={styles.note}>Shown on an address of its own: its name leads there.</p>
      ) : (
        <div className={styles.frame}>{specimen.show}</div>
      )}
    </section>
  );
}

/** Every component in every state, with made-up contents; with a specimen in the address, that one alone. */
export default function Gallery({ params }: Route.ComponentProps): ReactNode {
  const alone = params.specimen === undefined ? undefined : find(params.specimen);
  if (alone)
    return (
      <>
        {!alone.wholePage && <h1 className={styles.name}>{alone.name}</h1>}
        {alone.show}
      </>
    );
  return (
    <>
      <ArticleHead
        kind="For developers"
        title="Components"
        lead="Every component in every state. All contents are made up."
      />
      <nav aria-label="Areas" className={styles.areas}>
        {areas.map(({ name }) => (
          <a key={name} href={`#${anchorOf(name)}`}>
            {name}
          </a>
        ))}
      </nav>
      {areas.map((area) => (
        <section key={area.name} className={styles.area} aria-labelledby={anchorOf(area.name)}>
          <h2 id={anchorOf(area.name)}>{area.name}</h2>
          {area.specimens.map((specimen) => (
            <Framed key={specimen.name} area={area} specimen={specimen} />
          ))}
        </section>
      ))}
    </>
  );
}
