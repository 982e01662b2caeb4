import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { markdownToHtml } from "./markdown.ts";

@ObjectType({ description: "A headed piece of a page." })
export class SummarySection {
  @Field(() => String, { description: "Heading, as plain text." })
  heading!: string;

  @Field(() => String, { description: "The text as it was written, in Markdown." })
  markdown!: string;
}

@Resolver(() => SummarySection)
export class SummarySectionResolver {
  @FieldResolver(() => String, {
    description:
      "The text as sanitised HTML: headings from h3, lists, tables, links and emphasis only.",
  })
  html(@Root() section: SummarySection): string {
    return markdownToHtml(section.markdown);
  }
}
