/** Needs, tasks and outcome of an incident as responders see them. The public sees none of it. */
import { Injectable } from '@nestjs/common';
import type { DispatchView, NeedView, TaskView } from '@atesto/contract';
import { IncidentReader } from '../incidents/index.js';
import { Database, notFound } from '../platform/index.js';
import { needsOf, tasksOf, type NeedRecord, type TaskRecord } from './dispatch.queries.js';
import { countsOf } from './need-counts.js';
import { answersOf } from './outcome.queries.js';

function presentNeed(need: NeedRecord, tasks: readonly TaskRecord[]): NeedView {
  const { met, promised } = countsOf(need, tasks);
  return {
    id: need.id,
    kind: need.kind,
    what: need.what,
    quantity: need.quantity,
    unit: need.unit,
    met,
    promised,
    by: { id: need.added_by, name: need.adder_name ?? '' },
    at: need.at.toISOString(),
  };
}

function presentTask(task: TaskRecord): TaskView {
  const { organisation_id: id, organisation_name: name } = task;
  return {
    id: task.id,
    need: task.need_id,
    offer: task.offer_id,
    organisation: id === null ? null : { id, name: name ?? '' },
    quantity: task.quantity,
    status: task.status,
    note: task.note,
    by: { id: task.added_by, name: task.adder_name ?? '' },
    at: task.at.toISOString(),
    updatedAt: task.updated_at.toISOString(),
  };
}

@Injectable()
export class DispatchReader {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
  ) {}

  /** @throws Problem 404 */
  async of(deploymentId: string, incidentId: string): Promise<DispatchView> {
    const [incident] = await this.incidents.records(deploymentId, [incidentId]);
    if (incident === undefined) throw notFound('incident');
    const needs = await needsOf(this.database, deploymentId, incidentId);
    const tasks = await tasksOf(this.database, deploymentId, incidentId);
    const answers = await answersOf(this.database, deploymentId, incidentId);
    return {
      needs: needs.map((need) => presentNeed(need, tasks)),
      tasks: tasks.map(presentTask),
      outcome: answers.asked === 0 ? null : answers,
    };
  }
}
