/**
 * Follows the journal for webhooks: one call for a webhook and an entry, in the transaction that moves the reader's place,
 * with the incident as it was then. Each webhook's calls are numbered without a gap.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { WebhookEventType } from '@atesto/contract';
import { loadDeployment, type Deployment } from '../deployments/index.js';
import { OutgoingCalls } from '../gateways/index.js';
import { incidentsById, type IncidentRecord } from '../incidents/index.js';
import {
  Database,
  derivedId,
  groupBy,
  JournalFeed,
  LOG,
  StoredReader,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { asOf } from './as-of.js';
import { eventTypeOf } from './event-type.js';
import { presentFor } from './present-event.js';
import { enqueueDrafts, shows, withdrawal, type Draft } from './webhook-drafts.js';
import {
  forgetTold,
  lockWebhooks,
  stepsFrom,
  toldOf,
  writeTold,
  type Step,
  type WebhookRecord,
} from './webhooks.queries.js';
import { WithdrawHidden } from './withdraw-hidden.js';

/** After these, incidents may be hidden or shown without an entry of their own. */
const isRule = ({ kind }: JournalEntry): boolean => kind === 'deployment.changed' || kind === 'categories.changed';
const isOfIncident = ({ kind }: JournalEntry): boolean => kind.startsWith('incident.');

interface Page {
  deployment: Deployment;
  incidents: ReadonlyMap<string, IncidentRecord>;
  steps: ReadonlyMap<string, readonly Step[]>;
}

@Injectable()
export class WebhookReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly calls: OutgoingCalls,
    private readonly withdrawHidden: WithdrawHidden,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'webhooks',
      concerns: (entry) => isOfIncident(entry) || isRule(entry),
      handlePage: (tx, entries) => this.handle(tx, entries),
      done: () => this.calls.wake(),
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
      // Locked, so that what was told is not looked through meanwhile.
      const webhooks = (await lockWebhooks(tx, deploymentId)).filter(({ enabled }) => enabled);
      if (webhooks.length === 0) continue;
      const deployment = await loadDeployment(tx, 'id', deploymentId);
      // Nothing leaves an exercise.
      if (deployment === null || deployment.isExercise) continue;
      await this.tell(tx, deployment, webhooks, all.filter(isOfIncident));
      const rule = all.findLast(isRule);
      if (rule !== undefined) await this.withdrawHidden.enqueue(tx, rule);
    }
  }

  private async tell(
    tx: Sql,
    deployment: Deployment,
    webhooks: readonly WebhookRecord[],
    entries: readonly JournalEntry[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const subjects = [...new Set(entries.map(({ subjectId }) => subjectId))];
    const told = await toldOf(tx, deployment.id, subjects);
    const records = await incidentsById(tx, deployment.id, subjects);
    const steps = await stepsFrom(tx, deployment.id, subjects, firstSeq(entries));
    const page: Page = {
      deployment,
      incidents: new Map(records.map((record) => [record.id, record])),
      steps: groupBy(steps, (step) => step.subject_id),
    };
    for (const webhook of webhooks) {
      const known = told.filter(({ webhook_id }) => webhook_id === webhook.id).map(({ incident_id }) => incident_id);
      await this.tellOne(tx, webhook, page, entries, new Set(known));
    }
  }

  private async tellOne(
    tx: Sql,
    webhook: WebhookRecord,
    page: Page,
    entries: readonly JournalEntry[],
    known: Set<string>,
  ): Promise<void> {
    const before = new Set(known);
    const drafts = entries.flatMap((entry) => draftOf(webhook, page, entry, known));
    if (drafts.length === 0) return;
    const { id, deployment_id: deploymentId } = webhook;
    await enqueueDrafts(tx, this.calls, webhook, drafts);
    await writeTold(
      tx,
      deploymentId,
      id,
      [...known].filter((one) => !before.has(one)),
    );
    await forgetTold(
      tx,
      deploymentId,
      id,
      [...before].filter((one) => !known.has(one)),
    );
  }
}

function firstSeq(entries: readonly JournalEntry[]): string {
  const seqs = entries.map(({ seq }) => BigInt(seq));
  return String(seqs.reduce((least, seq) => (seq < least ? seq : least), seqs[0] ?? 0n));
}

/** Also keeps up what the webhook knows. */
function draftOf(webhook: WebhookRecord, page: Page, entry: JournalEntry, known: Set<string>): Draft[] {
  const { deployment } = page;
  const { subjectId, seq, kind, data } = entry;
  const now = page.incidents.get(subjectId) ?? null;
  const steps = page.steps.get(subjectId) ?? [];
  const laterThan = (least: bigint): Step[] => steps.filter((step) => BigInt(step.seq) >= least);
  const after = now && asOf(now, laterThan(BigInt(seq) + 1n), deployment);
  const before = now && asOf(now, laterThan(BigInt(seq)), deployment);
  const isShown = (incident: IncidentRecord | null): boolean =>
    incident !== null && shows(webhook, incident, deployment);
  const shown = { before: isShown(before), after: isShown(after), now: isShown(now) };
  const { audience } = webhook;
  const hearsOpened = wants(webhook, 'incident.opened');
  const type = eventTypeOf({ kind, data, audience, wasTold: known.has(subjectId), hearsOpened, shown });
  if (type === null || !wants(webhook, type)) return [];
  if (type === 'incident.withdrawn') {
    known.delete(subjectId);
    return [withdrawal(webhook, deployment, entry, subjectId)];
  }
  if (after === null) return [];
  known.add(subjectId);
  const incident = { ...presentFor(audience, after, deployment), updatedAt: entry.at.toISOString() };
  const id = derivedId(webhook.id, seq, subjectId);
  return [{ id, type, at: entry.at.toISOString(), deployment: deployment.slug, data: { incident } }];
}

const wants = ({ kinds }: WebhookRecord, type: WebhookEventType): boolean =>
  type === 'incident.withdrawn' || kinds.some((kind) => kind === type);
