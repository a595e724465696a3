/** All SQL of what can be found. */
import type { Sql } from '../database.js';

export interface SearchDocument {
  id: string;
  /** As `searchDocument` writes it. */
  words: string;
}

/** Writes what these subjects are found by; again does no harm. */
export async function writeDocuments(
  sql: Sql,
  deploymentId: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  await sql.query(
    `insert into search_documents (deployment_id, subject_id, words)
     select $1, d.id, d.words::tsvector from unnest($2::uuid[], $3::text[]) as d(id, words)
     on conflict (deployment_id, subject_id) do update set words = excluded.words`,
    [deploymentId, documents.map(({ id }) => id), documents.map(({ words }) => words)],
  );
}
