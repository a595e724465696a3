/**
 * Follows the journal for incidents that are shared: what changed of them is told, once and only where the partner would
 * see it; what may no longer be told is withdrawn.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sharedFieldNames, type SharedFields } from '@atesto/contract';
import { loadDeployment } from '../deployments/index.js';
import { incidentsById } from '../incidents/index.js';
import {
  Database,
  groupBy,
  JournalFeed,
  LOG,
  StoredReader,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { isSame } from './merge-update.js';
import { isTellable, sharedFieldsOf, tellsExactly } from './shared-fields.js';
import { liveShares } from './shares.queries.js';
import { TellShare } from './tell-share.js';

/** After these, incidents may be hidden or shown without an entry of their own. */
const isRule = ({ kind }: JournalEntry): boolean => kind === 'deployment.changed' || kind === 'categories.changed';
const isOfIncident = ({ kind }: JournalEntry): boolean => kind.startsWith('incident.');

@Injectable()
export class ShareReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly tellShare: TellShare,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'sharing',
      concerns: (entry) => isOfIncident(entry) || isRule(entry),
      handlePage: (tx, entries) => this.handle(tx, entries),
      done: () => this.tellShare.wake(),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  private async handle(tx: Sql, entries: readonly JournalEntry[]): Promise<void> {
    for (const [deploymentId, all] of groupBy(entries, (entry) => entry.deploymentId)) {
      const ids = all.some(isRule) ? null : [...new Set(all.map(({ subjectId }) => subjectId))];
      await this.tell(tx, deploymentId, ids);
    }
  }

  private async tell(tx: Sql, deploymentId: string, ids: readonly string[] | null): Promise<void> {
    const shares = await liveShares(tx, deploymentId, ids);
    if (shares.length === 0) return;
    const deployment = await loadDeployment(tx, 'id', deploymentId);
    if (deployment === null || deployment.isExercise) return;
    const records = await incidentsById(
      tx,
      deploymentId,
      shares.map(({ incident_id }) => incident_id),
    );
    for (const share of shares) {
      const incident = records.find(({ id }) => id === share.incident_id);
      if (incident === undefined || !isTellable(incident, deployment, share.beyond_public)) {
        if (share.told !== null) await this.tellShare.withdraw(tx, share);
        continue;
      }
      const fields = sharedFieldsOf(incident, deployment, tellsExactly(share, incident, deployment));
      if (!isTold(share.told, fields)) await this.tellShare.tell(tx, deployment, share, incident);
    }
  }
}

const isTold = (told: SharedFields | null, fields: SharedFields): boolean =>
  told !== null && sharedFieldNames.every((name) => isSame(told[name], fields[name]));
