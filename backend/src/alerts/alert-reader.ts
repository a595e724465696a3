/**
 * Follows the journal for what the public comes to know: each incident that changed is held against what the public knew
 * of it before, and what is news is noted for those whom it concerns, in the transaction that moves the reader's place.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { loadDeployment, type Deployment } from '../deployments/index.js';
import { incidentsById, isPublic, presentPublicIncident, type IncidentRecord } from '../incidents/index.js';
import {
  CLOCK,
  Database,
  groupBy,
  Jobs,
  JournalFeed,
  LOG,
  StoredReader,
  type Clock,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { insertDeliveries } from './deliveries.queries.js';
import { newsOf } from './news-of.js';
import { SEND_ALERTS_JOB, type SendAlertsJob } from './send-alerts.js';
import { knownOf, saveKnown } from './subscriptions.queries.js';
import { toldOfIncident } from './who-is-told.js';

/** What happened while the server was off for longer is no news any more. */
const newsMs = 24 * 3_600_000;

const isOfIncident = ({ kind }: JournalEntry): boolean => kind.startsWith('incident.');

@Injectable()
export class AlertReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'alerts',
      concerns: isOfIncident,
      handlePage: (tx, entries) => this.read(tx, entries),
      done: () => this.jobs.wake(SEND_ALERTS_JOB),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  private async read(tx: Sql, entries: readonly JournalEntry[]): Promise<void> {
    for (const [deploymentId, all] of groupBy(entries, (entry) => entry.deploymentId)) {
      const deployment = await loadDeployment(tx, 'id', deploymentId);
      // Nothing leaves an exercise.
      if (deployment === null || deployment.isExercise) continue;
      const lastAt = new Map(all.map(({ subjectId, at }) => [subjectId, at]));
      const told = new Set<string>();
      for (const incident of await incidentsById(tx, deploymentId, [...lastAt.keys()])) {
        const at = lastAt.get(incident.id) ?? new Date(0);
        for (const id of await this.tell(tx, deployment, incident, at)) told.add(id);
      }
      const jobs = [...told].map((subscriptionId): SendAlertsJob => ({
        deploymentId,
        subscriptionId,
        subjectId: null,
      }));
      await this.jobs.enqueueMany(tx, SEND_ALERTS_JOB, jobs);
    }
  }

  /** Ids of the subscriptions that are to hear something. */
  private async tell(tx: Sql, deployment: Deployment, incident: IncidentRecord, at: Date): Promise<string[]> {
    if (!isPublic(incident, deployment)) return [];
    const { severity, status, id } = incident;
    const news = newsOf(await knownOf(tx, deployment.id, id), { severity, status });
    await saveKnown(tx, deployment.id, id, { severity, status });
    const now = this.clock.now();
    if (news === null || now.getTime() - at.getTime() > newsMs) return [];
    const shown = presentPublicIncident(incident, deployment);
    const told = await toldOfIncident(tx, deployment, shown, incident.category_id);
    return told.length === 0 ? [] : insertDeliveries(tx, deployment.id, id, news, told, now);
  }
}
