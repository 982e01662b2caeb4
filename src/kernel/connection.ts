import {
  ArgsType,
  type ClassType,
  Field,
  Int,
  ObjectType,
  Root,
  Resolver,
  FieldResolver,
} from "type-graphql";
import { checkFirst, type Page, type PageRequest } from "./paging.ts";

@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "True when there are rows after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "True when this page began after a cursor." })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the first row; null on an empty page.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last row, for `after`; null on an empty page.",
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "How many rows, 1 to 100." })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Opaque cursor: rows after this one. Take endCursor of the page before, under the same filter and sort.",
  })
  after?: string | null;
}

/** The arguments as a checked request. */
export const pageRequest = ({ first, after }: PageArgs): PageRequest => ({
  first: checkFirst(first),
  after: after ?? null,
});

/**
 * The Relay connection of a type: `connectionOf("School", () => School)` makes SchoolConnection and SchoolEdge.
 * `totalCount` runs its statement only when a client asks for it.
 */
export function connectionOf<T extends object>(name: string, type: () => ClassType<T> | object) {
  @ObjectType(`${name}Edge`, { description: `One row of a ${name}Connection, with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque cursor of this row, for `after`." })
    cursor!: string;

    @Field(type as () => ClassType<T>, { description: "The row itself." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows, in a stable order.` })
  class Connection {
    @Field(() => [Edge], { description: "Rows with their cursors." })
    edges!: Edge[];

    @Field(() => [type() as ClassType<T>], {
      description: "The rows alone, for clients that need no cursors.",
    })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;
  }

  @Resolver(() => Connection)
  class ConnectionResolver {
    @FieldResolver(() => Int, {
      description: "Rows in the whole list that the viewer may see; counted only when asked for.",
    })
    totalCount(@Root() page: Page<T>): Promise<number> {
      return page.count();
    }
  }

  return {
    Connection: Connection as unknown as ClassType<Page<T>>,
    Edge,
    resolver: ConnectionResolver,
  };
}
