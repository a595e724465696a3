/**
 * What a file of incidents is known by until something in it may have changed: a place in the journal, so that one which
 * is asked for every minute costs one look. While an older transaction still runs, newer changes wait with it.
 */
import { createHash } from 'node:crypto';
import type { Sql } from '../platform/index.js';

/** The condition is that of the index `journal_shown`. */
export async function lastShownChange(sql: Sql, deploymentId: string): Promise<string> {
  const [row] = await sql.query<{ xid: string; seq: string }>(
    `select xid, seq from journal
     where deployment_id = $1 and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
       and (kind like 'incident.%' or kind in ('action.undone', 'deployment.changed', 'categories.changed'))
     order by xid desc, seq desc limit 1`,
    [deploymentId],
  );
  return row === undefined ? '0.0' : `${row.xid}.${row.seq}`;
}

/** Weak, since the bytes may differ in what means the same. */
export function versionTag(change: string, ...parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([change, ...parts]));
  return `W/"${hash.digest('base64url').slice(0, 22)}"`;
}
