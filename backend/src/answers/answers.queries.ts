/** All SQL of the ready answers. */
import type { ReadyAnswer } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import type { ReadyAnswersRow } from './ready-answers.entity.js';

/** Null where nobody changed any. */
export async function answersOf(sql: Sql, deploymentId: string): Promise<ReadyAnswersRow | null> {
  const [row] = await sql.query<ReadyAnswersRow>('select * from ready_answers where deployment_id = $1', [
    deploymentId,
  ]);
  return row ?? null;
}

/** False when they changed since `version`; 0 stands for those that nobody changed. */
export async function writeAnswers(
  tx: Sql,
  deploymentId: string,
  version: number,
  items: readonly ReadyAnswer[],
): Promise<boolean> {
  const rows = await tx.query(
    `insert into ready_answers (deployment_id, items, version)
     select $1::uuid, $2::jsonb, 1
     where $3::integer = 0 or exists (select from ready_answers where deployment_id = $1)
     on conflict (deployment_id) do update set items = excluded.items, version = ready_answers.version + 1
     where ready_answers.version = $3
     returning version`,
    [deploymentId, JSON.stringify(items), version],
  );
  return rows.length > 0;
}
