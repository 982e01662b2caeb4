import { GraphQLDateTime } from "graphql-scalars";
import { Field, InterfaceType, registerEnumType } from "type-graphql";
import { Node, typeNameOf } from "../kernel/node.ts";

/** The kinds of record that the one search box finds. */
export enum ContentKind {
  EVIDENCE_SUMMARY = "EVIDENCE_SUMMARY",
  REFLECTION = "REFLECTION",
  RESEARCH_PROJECT = "RESEARCH_PROJECT",
  CPD_SESSION = "CPD_SESSION",
  SELF_STUDY = "SELF_STUDY",
}
registerEnumType(ContentKind, {
  name: "ContentKind",
  description: "The kinds of record that the one search box finds.",
  valuesConfig: {
    EVIDENCE_SUMMARY: { description: "What research says about an approach." },
    REFLECTION: { description: "A teacher's account of trying something." },
    RESEARCH_PROJECT: { description: "A school's own inquiry." },
    CPD_SESSION: { description: "A dated session of professional development." },
    SELF_STUDY: { description: "A page of a training programme, to read at any time." },
  },
});

@InterfaceType("Searchable", {
  implements: Node,
  description: "Anything the one search box can find.",
  resolveType: typeNameOf,
})
export abstract class Searchable implements Node {
  id!: string;

  @Field(() => ContentKind, { description: "Which kind of record it is." })
  kind!: ContentKind;

  @Field(() => String, { description: "Title, as plain text." })
  title!: string;

  @Field(() => String, { description: "Absolute address of its page (PUBLIC_URL and path)." })
  url!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was first published; null before.",
  })
  publishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  updatedAt!: Date;
}
