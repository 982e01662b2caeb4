import type { Em } from "../../kernel/em.ts";
import { raw, sql } from "@mikro-orm/core";
import type { Sql } from "../postgresql-fields.ts";
import { comparable } from "../postgresql-rank.ts";
import type { ContentKind } from "../searchable.ts";
import { lexemesOf, pairsOf, vectorOf } from "./document-vector.ts";
import { impactsOf, weightsOf } from "./document-weights.ts";
import { hubOf } from "./score.ts";
import { audienceTokens, titleToken } from "./tokens.ts";

/** A document as the index holds it. Moments are milliseconds since 1970. */
export interface IndexDocument {
  /** The record's id, and the index's primary key. */
  readonly id: string;
  readonly kind: ContentKind;
  readonly title: string;
  readonly headline: string;
  readonly keywords: string;
  readonly body: string;
  readonly topics: readonly string[];
  readonly subjects: readonly string[];
  readonly phases: readonly string[];
  readonly keyStages: readonly string[];
  readonly pupilGroups: readonly string[];
  readonly costBand: number | null;
  readonly evidenceStrength: number | null;
  readonly impactMonths: number | null;
  readonly publishedAt: number | null;
  readonly updatedAt: number;
  /** Who may find it, as `audienceTokens` writes it. */
  readonly audience: readonly string[];
  /** What PostgreSQL's analysis made of the text: every lexeme once. */
  readonly lexemes: readonly string[];
  /** Lexemes near one another, for phrases. */
  readonly pairs: readonly string[];
  /** What each lexeme counts in rank, as `weightsOf` writes it. */
  readonly weights: string;
  /** The same in steps, for filters. */
  readonly impacts: readonly string[];
  /** The title as queries are compared with it. */
  readonly plainTitle: string;
  /** The same from each of its words to the end. */
  readonly titleEnds: readonly string[];
  /** Of the row that it was made of. */
  readonly version: number;
  readonly contentHash: string;
  /** 0 to 255 by the id, so that a comparison with the rows may go by parts. */
  readonly bucket: number;
}

/** The bucket of a row of `search_document`, as its document in the index carries it. */
export const bucketColumn = "get_byte(decode(md5(id), 'hex'), 0)";

/** The documents of these records that are alive, in order of id; one statement. */
export const documentsOf = (em: Em, ids: readonly string[]): Promise<IndexDocument[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read(
        em,
        sql`d.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) order by d.id`,
      );

/** The living documents after an id (empty for the first ones), in order of id; one statement. */
export const documentsAfter = (em: Em, afterId: string, limit: number): Promise<IndexDocument[]> =>
  read(em, sql`d.id > ${afterId} order by d.id limit ${limit}`);

type Row = Omit<
  IndexDocument,
  "lexemes" | "pairs" | "weights" | "impacts" | "titleEnds" | "version" | "plainTitle"
> & { readonly version: string; readonly plainTitle: string; readonly tsv: string };

// Microseconds that the database may hold stay, as a fraction: ranges and order are then the same.
const milliseconds = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

const columns = raw(`
  d.id, d.kind, d.title, d.headline, d.keywords, d.body, d.topics, d.subjects, d.phases,
  d.key_stages as "keyStages", d.pupil_groups as "pupilGroups", d.cost_band as "costBand",
  d.evidence_strength as "evidenceStrength", d.impact_months as "impactMonths",
  ${milliseconds("d.published_at")} as "publishedAt", ${milliseconds("d.updated_at")} as "updatedAt",
  d.audience, d.version::text as version, d.content_hash as "contentHash",
  ${bucketColumn.replace("(id)", "(d.id)")} as bucket, d.tsv::text as tsv`);

async function read(em: Em, which: Sql): Promise<IndexDocument[]> {
  const rows = await em.execute<Row[]>(sql`
    select ${columns}, ${comparable("d.title")} as "plainTitle"
    from search_document d where d.deleted_at is null and ${which}`);
  return rows.map(documentOf);
}

function documentOf({ tsv, plainTitle, ...row }: Row): IndexDocument {
  const vector = vectorOf(tsv);
  return {
    ...row,
    version: Number(row.version),
    audience: audienceTokens(row.audience),
    lexemes: lexemesOf(vector),
    pairs: pairsOf(vector),
    weights: weightsOf(vector),
    impacts: impactsOf(vector, hubOf(row.kind, row.evidenceStrength)),
    plainTitle: titleToken(plainTitle),
    titleEnds: endsOf(plainTitle),
  };
}

/** More beginnings than these no query that consists of stop words alone will ask for. */
const titleWordsMax = 60;

function endsOf(plainTitle: string): string[] {
  const words = plainTitle === "" ? [] : plainTitle.split(" ").slice(0, titleWordsMax);
  return words.map((_, at) => titleToken(`${words.slice(at).join(" ")} `));
}
