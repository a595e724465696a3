/**
 * Words to be found, beside the tables they come from. Filled by journal readers, so a report may be found a moment
 * after it was received. Accents do not matter, the last word of a search may be unfinished.
 */
import type { Sql } from './database.js';

export interface SearchDocument {
  subjectId: string;
  text: string;
}

export async function putSearchDocuments(sql: Sql, deploymentId: string, documents: SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await sql.query(
    `insert into search_documents (deployment_id, subject_id, words)
     select $1, d.id, to_tsvector('simple', unaccent(d.text)) from unnest($2::uuid[], $3::text[]) as d(id, text)
     on conflict (deployment_id, subject_id) do update set words = excluded.words`,
    [deploymentId, documents.map((document) => document.subjectId), documents.map((document) => document.text)],
  );
}

/** A search as PostgreSQL's text query: all words, the last as a beginning. Null when there is no word in it. */
export function textQueryOf(search: string): string | null {
  const words = search.match(/[\p{L}\p{M}\p{N}]+/gu);
  return words === null
    ? null
    : words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
}
