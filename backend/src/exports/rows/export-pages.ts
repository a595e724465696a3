/**
 * Everything that matches, in pages: none holds a connection longer than it takes to read it, however slowly somebody
 * takes the file. While a page is written out, the next one is read already.
 */
import { Injectable } from '@nestjs/common';
import type { Audience, IncidentFilter } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { incidentConditions } from '../../incidents/index.js';
import { CopyPage, Database } from '../../platform/index.js';
import { BinaryRows } from './binary-rows.js';
import { keyFields, type ExportField } from './export-fields.js';
import { copyIncidents, type LastRow } from './export-rows.queries.js';

/** Rows at most; the embedded database is one session, so there none may take long. */
const pageSize = { server: 20_000, embedded: 2_000 };
const firstRows = 2_000;
/** Two pages are held at once, and filled in turn; what people wrote may be long. */
const pageBytes = 6 * 1024 * 1024;

/** Gone once the next one is asked for. */
export interface ExportPage {
  rows: BinaryRows;
  count: number;
}

@Injectable()
export class ExportPages {
  constructor(private readonly database: Database) {}

  /** `fields` must begin with `keyFields`. Newest first. */
  async *read(
    deployment: Deployment,
    filter: IncidentFilter,
    audience: Audience,
    fields: readonly ExportField[],
  ): AsyncGenerator<ExportPage> {
    const from = await this.database.forLongReads();
    const most = this.database.isEmbedded ? pageSize.embedded : pageSize.server;
    const where = incidentConditions(filter, deployment, audience);
    let limit = firstRows;
    const readAfter = (last: LastRow | null): Promise<void> => {
      const reading = copyIncidents(from, fields, where, limit, last, later);
      // Whoever waits for it hears of the fault; until then nobody does.
      reading.catch(() => undefined);
      return reading;
    };
    let [page, later] = [new CopyPage(), new CopyPage()];
    let next: Promise<void> | null = readAfter(null);
    while (next !== null) {
      await next;
      [page, later] = [later, page];
      const bytes = page.rows;
      const { count, last } = lookThrough(bytes, fields.length);
      const isEnd = count < limit;
      limit = Math.max(100, Math.min(most, Math.floor((count * pageBytes) / bytes.length)));
      next = isEnd ? null : readAfter(last);
      if (count > 0) yield { rows: new BinaryRows(bytes, fields.length), count };
    }
  }
}

function lookThrough(bytes: Buffer, fields: number): { count: number; last: LastRow | null } {
  const rows = new BinaryRows(bytes, fields);
  let count = 0;
  let last: LastRow | null = null;
  const [idAt, openedAt] = [keyFields.indexOf('id'), keyFields.indexOf('openedAt')];
  while (rows.next()) count += 1;
  // The fields of the last row are still there.
  if (count > 0) last = { id: rows.uuid(idAt) ?? '', openedAtMicroseconds: rows.microseconds(openedAt) ?? 0 };
  return { count, last };
}
