import { graphql } from "../generated/gql.ts";
import { query } from "./query.server.ts";
import type { Reader } from "./reader.ts";

const ReaderDocument = graphql(`
  query Reader {
    viewer {
      permissions
      person {
        id
        name
      }
    }
  }
`);

/** Who reads; null when their session is over. */
export async function readerOf(args: Parameters<typeof query>[0]): Promise<Reader | null> {
  const { person, permissions } = (await query(args, ReaderDocument, {})).viewer;
  return person ? { id: person.id, name: person.name, permissions } : null;
}
