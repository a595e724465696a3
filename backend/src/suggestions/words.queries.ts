/** All SQL of the lists of words. */
import type { WordList } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { SuggestionWordsRow } from './suggestion-words.entity.js';

/** Null where nobody changed any. */
export async function wordsOf(sql: Sql, deploymentId: string): Promise<SuggestionWordsRow | null> {
  const [row] = await sql.query<SuggestionWordsRow>('select * from suggestion_words where deployment_id = $1', [
    deploymentId,
  ]);
  return row ?? null;
}

/** False when the lists changed since `version`; 0 stands for lists that nobody changed. */
export async function writeWords(
  tx: Sql,
  deploymentId: string,
  version: number,
  lists: readonly WordList[],
): Promise<boolean> {
  const rows = await tx.query(
    `insert into suggestion_words (deployment_id, lists, version)
     select $1::uuid, $2::jsonb, 1
     where $3::integer = 0 or exists (select from suggestion_words where deployment_id = $1)
     on conflict (deployment_id) do update set lists = excluded.lists, version = suggestion_words.version + 1
     where suggestion_words.version = $3
     returning version`,
    [deploymentId, JSON.stringify(lists), version],
  );
  return rows.length > 0;
}
