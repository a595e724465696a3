/** Gives tasks to organisations and moves them on; the one that meets the last need ends the incident. */
import { Inject, Injectable } from '@nestjs/common';
import type { ChangeTaskStatus, NewTask, TaskStatus } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  isThere,
  JournalFeed,
  notFound,
  onceId,
  type Clock,
  type Sql,
} from '../platform/index.js';
import { standingIncident } from './change-needs.js';
import { nothingLeft, taskNotAllowed } from './dispatch.problems.js';
import { insertTask, isOrganisation, needsOf, tasksOf, writeTaskStatus, type TaskRecord } from './dispatch.queries.js';
import { countsOf } from './need-counts.js';
import { leftOf } from './offers/offer-reader.js';
import { offerGone } from './offers/offers.problems.js';
import { lockOffer } from './offers/offers.queries.js';
import { isNothingLacking, settleNeeds } from './settle-needs.js';
import { isPromise, mayFollow } from './task-status.js';

@Injectable()
export class ChangeTasks {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 where nothing of the need is left, 422 for an unknown organisation */
  async add(deployment: Deployment, incidentId: string, input: NewTask, actorId: string): Promise<void> {
    const { id: deploymentId } = deployment;
    const organisation = input.organisation?.toLowerCase() ?? null;
    await this.database.transaction(async (tx) => {
      await standingIncident(tx, deploymentId, incidentId);
      const id = onceId(input, incidentId, actorId);
      if (await isThere(tx, 'tasks', deploymentId, id)) return;
      if (organisation !== null && !(await isOrganisation(tx, organisation))) {
        throw invalidInput([{ pointer: '/organisation', detail: 'is no organisation here' }]);
      }
      const need = input.need?.toLowerCase() ?? null;
      const quantity = need === null ? null : await quantityOf(tx, deploymentId, incidentId, need, input.quantity);
      const task = { id, need, offer: null, organisation, quantity, note: input.note.trim() };
      await insertTask(tx, deploymentId, incidentId, { ...task, by: actorId, at: this.clock.now() });
      const data = { ...task, status: 'open' };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.task_added', subjectId: incidentId, actorId, data }]);
    });
    this.feed.wake();
  }

  /** @throws Problem 404, 409 where the table does not allow it, or its offer was given to another meanwhile */
  async move(
    deployment: Deployment,
    incidentId: string,
    taskId: string,
    input: ChangeTaskStatus,
    actorId: string,
  ): Promise<void> {
    const { id: deploymentId } = deployment;
    const { status } = input;
    const note = input.note?.trim() || null;
    await this.database.transaction(async (tx) => {
      const incident = await standingIncident(tx, deploymentId, incidentId);
      const task = (await tasksOf(tx, deploymentId, incidentId)).find(({ id }) => id === taskId);
      if (task === undefined) throw notFound('task');
      if (!mayFollow(task.status, status)) throw taskNotAllowed(task.status, status);
      const at = this.clock.now();
      if (!counts(task.status) && isPromise(status)) await claimOfferAgain(tx, deploymentId, task, at);
      const wasLacking = !(await isNothingLacking(tx, deploymentId, incidentId));
      await writeTaskStatus(tx, deploymentId, taskId, status, note, at);
      const data = { id: taskId, need: task.need_id, task: status, note, before: { task: task.status } };
      await appendJournal(tx, [{ deploymentId, kind: 'incident.task_changed', subjectId: incidentId, actorId, data }]);
      await settleNeeds(tx, deployment, incident, wasLacking, actorId, at);
    });
    this.feed.wake();
  }
}

const counts = (status: TaskStatus): boolean => isPromise(status) || status === 'done';

/** What a task gave back may have been promised to another. @throws Problem 409 */
async function claimOfferAgain(tx: Sql, deploymentId: string, task: TaskRecord, at: Date): Promise<void> {
  if (task.offer_id === null) return;
  const offer = await lockOffer(tx, deploymentId, task.offer_id);
  const isThere = offer !== null && offer.status === 'offered' && offer.until > at;
  if (!isThere || leftOf(offer) < (task.quantity ?? 0)) throw offerGone();
}

/** What is asked for, else all that nobody has promised yet. */
async function quantityOf(
  tx: Sql,
  deploymentId: string,
  incidentId: string,
  needId: string,
  asked: number | undefined,
): Promise<number> {
  const need = (await needsOf(tx, deploymentId, incidentId)).find(({ id }) => id === needId);
  if (need === undefined) throw notFound('need');
  const { open } = countsOf(need, await tasksOf(tx, deploymentId, incidentId));
  if (open === 0) throw nothingLeft();
  return asked ?? open;
}
