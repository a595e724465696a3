/**
 * A message of the responders to all who asked to be told of an area: who gets it is decided in the transaction that
 * keeps it, so that what the preview counted is what leaves, and the same call again sends nothing twice.
 */
import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { AlertWish, BroadcastReach, SendBroadcast as Input } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  Jobs,
  Problem,
  tooManyRequests,
  type Clock,
  type Sql,
} from '../platform/index.js';
import type { BroadcastRow } from './alerts.entities.js';
import { columnsOf, shapeOf, type Shape } from './area-shape.js';
import { hourMs, mostAnHour, waitSeconds, wasJustSaid } from './broadcast-rules.js';
import { broadcastById, broadcastsSince, insertBroadcast, lockBroadcasts } from './broadcasts.queries.js';
import { insertDeliveries } from './deliveries.queries.js';
import { SEND_ALERTS_JOB, type SendAlertsJob } from './send-alerts.js';
import { toldOfBroadcast, type Told } from './who-is-told.js';

const crowd = 5_000;

function reachOf(told: readonly Told[]): BroadcastReach {
  const reach: BroadcastReach = { email: 0, sms: 0, push: 0 };
  for (const { way } of told) reach[way] += 1;
  return reach;
}

function refuseUnknown(deployment: Deployment, codes: readonly string[]): void {
  if (codes.some((code) => deployment.category(code) === null)) {
    throw invalidInput([{ pointer: '/categories', detail: 'has one that is not there' }]);
  }
}

const otherWords = (): Problem =>
  new Problem(409, 'other-broadcast', 'Sent already', 'Something else was sent under this id.');
const justSaid = (): Problem =>
  new Problem(
    409,
    'just-said',
    'Just said',
    'The same words were sent to an area that touches this one less than 30 minutes ago.',
  );

@Injectable()
export class SendBroadcast {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many addresses would be told. @throws Problem 422 */
  async preview(deployment: Deployment, wish: AlertWish): Promise<BroadcastReach> {
    const { categories = [] } = wish;
    refuseUnknown(deployment, categories);
    const shape = shapeOf(wish);
    return reachOf(await this.reached(this.database, deployment, shape, categories));
  }

  /** @throws Problem 409 for words that were just said, or other words under the id; 422; 429 after six in an hour */
  async send(deployment: Deployment, input: Input, actorId: string): Promise<{ row: BroadcastRow; isNew: boolean }> {
    refuseUnknown(deployment, input.categories ?? []);
    const shape = shapeOf(input);
    const row: BroadcastRow = {
      deployment_id: deployment.id,
      id: input.id.toLowerCase(),
      subject: input.subject.trim(),
      text: input.text.trim(),
      severity: input.severity,
      categories: [...(input.categories ?? [])].sort(),
      ...columnsOf(shape),
      sent_by: actorId,
      at: this.clock.now(),
    };
    const sent = await this.database.transaction((tx) => this.keep(tx, deployment, shape, row, input.again === true));
    this.jobs.wake(SEND_ALERTS_JOB);
    return sent;
  }

  private async keep(tx: Sql, deployment: Deployment, shape: Shape, row: BroadcastRow, isAgain: boolean) {
    await lockBroadcasts(tx, deployment.id, row.at);
    const known = await broadcastById(tx, deployment.id, row.id);
    if (known !== null) {
      if (isDeepStrictEqual({ ...known, at: row.at }, row)) return { row: known, isNew: false };
      throw otherWords();
    }
    const since = new Date(row.at.getTime() - hourMs);
    const lastHour = await broadcastsSince(tx, deployment.id, since, { after: null, limit: mostAnHour });
    if (!isAgain && wasJustSaid(lastHour, row.text, shape, row.at)) throw justSaid();
    const wait = waitSeconds(lastHour, row.at);
    if (wait > 0) throw tooManyRequests(wait);
    await insertBroadcast(tx, row);
    const told = await this.reached(tx, deployment, shape, row.categories);
    await this.enqueue(tx, row, told);
    const { subject, severity } = row;
    const data = { subject, severity, reach: reachOf(told) };
    const entry = { deploymentId: deployment.id, subjectId: row.id, actorId: row.sent_by };
    await appendJournal(tx, [{ ...entry, kind: 'broadcast.sent', data }]);
    return { row, isNew: true };
  }

  /** Nothing leaves an exercise. */
  private async reached(
    sql: Sql,
    deployment: Deployment,
    shape: Shape,
    categories: readonly string[],
  ): Promise<Told[]> {
    return deployment.isExercise ? [] : toldOfBroadcast(sql, deployment, shape, categories);
  }

  private async enqueue(tx: Sql, { deployment_id: deploymentId, id, at }: BroadcastRow, told: Told[]): Promise<void> {
    for (let from = 0; from < told.length; from += crowd) {
      const some = told.slice(from, from + crowd);
      await insertDeliveries(tx, deploymentId, id, 'broadcast', some, at);
      const jobs = some.map((one): SendAlertsJob => ({ deploymentId, subscriptionId: one.id, subjectId: id }));
      await this.jobs.enqueueMany(tx, SEND_ALERTS_JOB, jobs);
    }
  }
}
