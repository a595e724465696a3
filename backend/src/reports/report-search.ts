/** Keeps reports findable: by their words, by what was said later, and by who sent them for those who may know. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  Database,
  JournalFeed,
  Keys,
  LOG,
  searchDocument,
  SearchKeeper,
  type JournalEntry,
  type Log,
  type SearchDocument,
  type Sql,
} from '../platform/index.js';
import { findableReports, type FindableReport } from './report-search.queries.js';
import { contactMarks, type Contact } from './reporter-marks.js';

const changing = new Set([
  'report.received',
  'report.changed',
  'report.transcribed',
  'report.answered',
  'report.undone',
  'reporter.erased',
]);

export async function reportDocuments(
  sql: Sql,
  keys: Keys,
  deploymentId: string,
  ids: readonly string[],
): Promise<SearchDocument[]> {
  const rows = await findableReports(sql, deploymentId, ids);
  return rows.map((row) => ({
    id: row.id,
    words: searchDocument([row.text, row.place, ...row.said], marksOf(keys, row)),
  }));
}

function marksOf(keys: Keys, { sealed }: FindableReport): string[] {
  if (sealed === null) return [];
  try {
    return contactMarks(keys, JSON.parse(keys.unseal(sealed)) as Contact);
  } catch {
    // Sealed with a key that is lost: nobody can read it, so nobody can look for it.
    return [];
  }
}

@Injectable()
export class ReportSearch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly keeper: SearchKeeper;

  constructor(database: Database, feed: JournalFeed, keys: Keys, @Inject(LOG) log: Log) {
    this.keeper = new SearchKeeper(database, feed, log, {
      name: 'report-search',
      concerns: ({ kind }: JournalEntry) => changing.has(kind),
      documents: (sql, deploymentId, ids) => reportDocuments(sql, keys, deploymentId, ids),
    });
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.keeper.stop();
  }
}
