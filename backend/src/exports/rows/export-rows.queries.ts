/** The one statement behind every file of incidents. */
import type { Conditions, CopyPage, LongReads } from '../../platform/index.js';
import { exportFields, type ExportField } from './export-fields.js';

export interface LastRow {
  /** Since 1970. */
  openedAtMicroseconds: number;
  id: string;
}

/** Fills `page`: newest first, at most `limit` after `last`; the fields in the order they are named. */
export function copyIncidents(
  from: LongReads,
  fields: readonly ExportField[],
  where: Conditions,
  limit: number,
  last: LastRow | null,
  page: CopyPage,
): Promise<void> {
  const params = [...where.params, limit];
  let after = '';
  if (last !== null) {
    // In whole microseconds, since a fraction of seconds would be rounded.
    params.push(last.openedAtMicroseconds, last.id);
    const at = `timestamptz 'epoch' + $${params.length - 1}::bigint * interval '1 microsecond'`;
    after = `and (i.opened_at, i.id) < (${at}, $${params.length}::uuid)`;
  }
  const selected = fields.map((field) => exportFields[field]).join(', ');
  return from.copy(
    `select ${selected} from incidents i where ${where.toSql()} ${after}
     order by i.opened_at desc, i.id desc limit $${where.params.length + 1}`,
    params,
    page,
  );
}
