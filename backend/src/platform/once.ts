/** What is sent again because its answer was lost adds nothing: its row has the same id, made of what was sent and by whom. */
import { uuidv7 } from 'uuidv7';
import type { SentOnce } from '@atesto/contract';
import type { Sql } from './database.js';
import { derivedId } from './derived-id.js';

/** Something else under the same id has an id of its own, and so has what came without one. */
export const onceId = (sent: SentOnce, subjectId: string, actorId: string): string =>
  sent.id === undefined ? uuidv7() : derivedId(subjectId, actorId, sent);

/** To be asked with the subject locked, so that of two at the same time the second one sees the first. */
export async function isThere(
  tx: Sql,
  table: 'evidence' | 'messages' | 'needs' | 'notes' | 'overlays' | 'tasks',
  deploymentId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx.query(`select 1 from ${table} where deployment_id = $1 and id = $2`, [deploymentId, id]);
  return rows.length > 0;
}
