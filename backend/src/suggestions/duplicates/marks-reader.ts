/** Keeps the marks of reports, from the journal, outside of the intake's transaction. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  beginning,
  Database,
  groupBy,
  JournalFeed,
  LOG,
  StoredReader,
  type Log,
  type Sql,
} from '../../platform/index.js';
import { insertMarks, traitsOf } from './duplicates.queries.js';
import { marksOf } from './marks-of.js';

const kinds: readonly string[] = ['report.received', 'report.changed', 'report.transcribed'];

/** Marks are only ever added: where a report stood before is merely looked at once more, then it is told by where it is. */
export async function markReports(tx: Sql, deploymentId: string, ids: readonly string[]): Promise<void> {
  const marks = (await traitsOf(tx, deploymentId, ids)).flatMap(({ id, text, lat, lon, at }) => {
    const spot = lat === null || lon === null ? null : { lat, lon };
    return marksOf(text, spot).map((mark) => ({ mark, at, reportId: id }));
  });
  await insertMarks(tx, deploymentId, marks);
}

@Injectable()
export class MarksReader implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly reader: StoredReader;

  constructor(database: Database, feed: JournalFeed, @Inject(LOG) log: Log) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'report-marks',
      from: beginning,
      paceMs: 300,
      concerns: ({ kind }) => kinds.includes(kind),
      handlePage: async (tx, entries) => {
        for (const [deploymentId, changed] of groupBy(entries, (entry) => entry.deploymentId)) {
          await markReports(tx, deploymentId, [...new Set(changed.map(({ subjectId }) => subjectId))]);
        }
      },
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.reader.stop();
  }
}
