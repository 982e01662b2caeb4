import { type ReactNode } from "react";
import { Form, Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { Pager } from "../components/pager.tsx";
import { SelfStudyModule } from "../components/self-study-module.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import {
  audienceWords,
  readSelfStudyAddress,
  type SelfStudyAddress,
  toSelfStudyAddress,
  toSelfStudyFilter,
} from "../data/self-study-address.ts";
import { selfStudyAudienceInWords } from "../data/wording.ts";
import type { Route } from "./+types/self-study.ts";
import styles from "./self-study.module.css";
import { SelfStudyDocument } from "./self-study.server.ts";

/** The items that the address asks for, module by module. */
export async function loader(args: Route.LoaderArgs) {
  const address = readSelfStudyAddress(new URL(args.request.url).searchParams);
  const found = await findOr404(
    query(args, SelfStudyDocument, {
      after: address.after ?? null,
      filter: toSelfStudyFilter(address),
    }),
  );
  return { ...found, address };
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Self-study – CPD – Potbank",
    description: "Pages of training programmes for teachers and mentors, to read at any time.",
  });

interface ChoiceProps {
  readonly name: "audience" | "phase" | "subject";
  readonly label: string;
  readonly address: SelfStudyAddress;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, address, options }: ChoiceProps): ReactNode {
  const chosen = address[name] ?? "";
  return (
    <label className={styles.choice}>
      {label}
      <select key={chosen} name={name} defaultValue={chosen}>
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

const optionsOf = (terms: readonly { slug: string; label: string }[]) =>
  terms.map(({ slug, label }) => ({ value: slug, label }));

const audiences = Object.entries(audienceWords).map(([value, audience]) => ({
  value,
  label: selfStudyAudienceInWords[audience],
}));

/** The items under their modules, each in the order in which it is worked through. */
export default function SelfStudy({ loaderData }: Route.ComponentProps): ReactNode {
  const { selfStudyItems, phases, subjects, address } = loaderData;
  const { totalCount, nodes, pageInfo } = selfStudyItems;
  const modules = Map.groupBy(nodes, ({ moduleSlug, provider }) => `${moduleSlug}-${provider.id}`);
  const { after, ...choices } = address;
  const narrowed = Object.keys(choices).length > 0;
  return (
    <>
      <ArticleHead
        kind="Professional development"
        title="Self-study"
        lead="Pages of training programmes, to read at any time."
      >
        <p>
          Would you rather meet others? See the <Link to="/cpd">sessions that are coming up</Link>.
        </p>
      </ArticleHead>
      <Form action="/cpd/self-study" className={styles.choices}>
        {address.module !== undefined && (
          <input type="hidden" name="module" value={address.module} />
        )}
        <Choice name="audience" label="For" address={address} options={audiences} />
        <Choice name="phase" label="Phase" address={address} options={optionsOf(phases)} />
        <Choice name="subject" label="Subject" address={address} options={optionsOf(subjects)} />
        <button type="submit">Show</button>
      </Form>
      <p className={styles.total} role="status">
        {totalCount === 0
          ? narrowed
            ? "Nothing here fits these choices."
            : "There is no self-study here yet."
          : `${totalCount.toLocaleString("en-GB")} ${totalCount === 1 ? "page" : "pages"}`}{" "}
        {narrowed && <Link to="/cpd/self-study">All self-study</Link>}
      </p>
      {[...modules].map(([key, items]) => (
        <SelfStudyModule key={key} id={key} items={items} />
      ))}
      <Pager
        first={after === undefined ? undefined : toSelfStudyAddress(choices)}
        next={
          pageInfo.hasNextPage && pageInfo.endCursor
            ? toSelfStudyAddress({ ...choices, after: pageInfo.endCursor })
            : undefined
        }
      />
    </>
  );
}
