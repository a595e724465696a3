/** Keeps incidents findable by the words of their title, description and place. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  Database,
  JournalFeed,
  LOG,
  searchDocument,
  SearchKeeper,
  type JournalEntry,
  type Log,
  type SearchDocument,
  type Sql,
} from '../platform/index.js';
import { incidentsById } from './incidents.queries.js';

const changing = new Set([
  'incident.opened',
  'incident.changed',
  'incident.merged',
  'incident.split',
  'incident.undone',
]);

export async function incidentDocuments(
  sql: Sql,
  deploymentId: string,
  ids: readonly string[],
): Promise<SearchDocument[]> {
  const rows = await incidentsById(sql, deploymentId, ids);
  return rows.map(({ id, title, description, place }) => ({ id, words: searchDocument([title, description, place]) }));
}

@Injectable()
export class IncidentSearch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly keeper: SearchKeeper;

  constructor(database: Database, feed: JournalFeed, @Inject(LOG) log: Log) {
    this.keeper = new SearchKeeper(database, feed, log, {
      name: 'incident-search',
      concerns: ({ kind }: JournalEntry) => changing.has(kind),
      documents: incidentDocuments,
    });
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.keeper.stop();
  }
}
