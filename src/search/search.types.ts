import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../kernel/connection.ts";
import { SearchEngineName, SearchFacetField } from "./search.inputs.ts";
import { Searchable } from "./searchable.ts";

@ObjectType({ description: "Where a hit says what was searched for." })
export class SearchSnippet {
  @Field(() => String, {
    description: "The piece it is from: title, headline, or the name of a section.",
  })
  field!: string;

  @Field(() => String, { description: "Escaped text in which <mark> is the only tag." })
  html!: string;
}

@ObjectType({ description: "One hit of a search, with its cursor." })
export class SearchEdge {
  @Field(() => String, { description: "Opaque cursor of this hit, for `after`." })
  cursor!: string;

  @Field(() => Searchable, { description: "The record found." })
  node!: Searchable;

  /** Read when a client asks for them, for all hits of the page at once. */
  snippetsOf!: () => Promise<SearchSnippet[]>;
}

@ObjectType({ description: "One value of a facet." })
export class SearchFacetValue {
  @Field(() => String, {
    description: "Term slug, enum name or number as text: what the filter takes.",
  })
  value!: string;

  @Field(() => String, { description: "What a reader sees." })
  label!: string;

  @Field(() => Int, {
    description: "Hits if this value alone were chosen in this field, other fields' choices kept.",
  })
  count!: number;

  @Field(() => Boolean, { description: "True when the filter has chosen this value." })
  selected!: boolean;
}

@ObjectType({ description: "The hits counted by one field." })
export class SearchFacet {
  @Field(() => SearchFacetField, { description: "The field counted by." })
  field!: SearchFacetField;

  @Field(() => [SearchFacetValue], {
    description: "Its values, most hits first; chosen values are listed even without hits.",
  })
  values!: SearchFacetValue[];
}

@ObjectType({
  description: "A looser search that does find something, for a reader whose own found nothing.",
})
export class LooserSearch {
  @Field(() => String, { description: "What it looks for." })
  query!: string;

  @Field(() => [SearchFacetField], {
    description:
      "Fields whose chosen values it leaves out of the filter; the rest of the filter stays.",
  })
  without!: SearchFacetField[];

  @Field(() => Int, { description: "Number of its hits that the viewer may see, 1 or more." })
  totalCount!: number;
}

@ObjectType({ description: "A page of hits, best first, with what was understood and counted." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "Hits with their cursors and snippets." })
  edges!: SearchEdge[];

  @Field(() => [Searchable], { description: "The records alone." })
  nodes!: Searchable[];

  @Field(() => PageInfo, { description: "Where this page stands among the hits." })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: "Number of hits the viewer may see." })
  totalCount!: number;

  @Field(() => Boolean, { description: "False when totalCount is a lower bound." })
  totalIsExact!: boolean;

  @Field(() => [SearchFacet], { description: "Counts by the fields asked for, in that order." })
  facets!: SearchFacet[];

  @Field(() => String, {
    nullable: true,
    description: "The query as it was understood, when a spelling was corrected; null otherwise.",
  })
  correctedQuery!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Under EXACT, the query that CORRECTED would have looked for, where that is another; null otherwise.",
  })
  suggestedQuery!: string | null;

  /** Made when a client asks for them. */
  looserOf!: () => Promise<LooserSearch[]>;

  @Field(() => ID, {
    nullable: true,
    description:
      "Under `remember`, what searchOpened names this search by; null where it is not remembered.",
  })
  askedId!: string | null;

  @Field(() => SearchEngineName, { description: "The engine that answered." })
  engine!: SearchEngineName;

  @Field(() => Boolean, {
    description: "True when the usual engine could not answer and another did.",
  })
  degraded!: boolean;

  @Field(() => Float, { description: "Time the search took on the server, in milliseconds." })
  tookMs!: number;
}
