/**
 * Takes back what one transaction did: every row that people decide about goes back to what it was, exactly, but for its
 * version, or nothing does. Itself an action in the journal, and so it can be taken back as well.
 */
import { Injectable } from '@nestjs/common';
import type { UndoneView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { writeSecond } from '../incidents/index.js';
import {
  appendJournal,
  Database,
  deleteRow,
  geometryColumns,
  imagesOfTransaction,
  insertRow,
  JournalFeed,
  lockRow,
  notFound,
  undoable,
  writeRow,
  type Access,
  type Sql,
} from '../platform/index.js';
import { formerStates, undoneEntries } from './undone-entries.js';
import { netImages, type NetImage } from './net-images.js';
import { isWorthUndoing, planRow, type RowPlan } from './plan-row.js';
import { changedSince, nothingToUndo, notUndoable, notYours } from './undo.problems.js';
import {
  actionEntries,
  checkAtTheEnd,
  hideEmptied,
  incidentsOfEvidence,
  isNeedUsed,
  isOverpromised,
  lastSince,
  type ActionRow,
} from './undo.queries.js';

interface Planned {
  image: NetImage;
  plan: RowPlan;
}

/** Reports before incidents, each by its key: the order in which other actions lock them. */
const inOrder = (one: NetImage, other: NetImage): number => nameOf(one).localeCompare(nameOf(other));
const nameOf = ({ table, key }: NetImage): string => `${table === 'reports' ? 0 : 1} ${table} ${JSON.stringify(key)}`;

@Injectable()
export class UndoAction {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** @throws Problem 404, 403 for what others did, 409 where it cannot be taken back or something changed since */
  async undo(deployment: Deployment, seq: string, by: Access, actorId: string): Promise<UndoneView> {
    const undone = await this.database.transaction(async (tx) => {
      const entries = await actionEntries(tx, deployment.id, seq);
      const [first] = entries;
      if (first === undefined) throw notFound('action');
      refuseUnfit(entries, by, actorId);
      const images = netImages(await imagesOfTransaction(tx, deployment.id, first.xid)).sort(inOrder);
      if (!images.some(isWorthUndoing)) throw nothingToUndo();
      await checkAtTheEnd(tx);
      const planned = await this.plan(tx, deployment.id, images, entries);
      const former = await formerStates(tx, deployment, images);
      await this.apply(tx, deployment.id, planned);
      const written = undoneEntries(deployment.id, actorId, entries, planned, former);
      const action = await appendJournal(tx, written.entries);
      return { action, subjects: written.subjects };
    });
    this.feed.wake();
    return undone;
  }

  /** Locks each row and looks at all of them before any is touched. */
  private async plan(tx: Sql, deploymentId: string, images: NetImage[], entries: ActionRow[]): Promise<Planned[]> {
    const last = entries.at(-1)?.seq ?? '';
    const planned: Planned[] = [];
    for (const image of images) {
      const current = await lockRow(tx, deploymentId, image.table, image.key, await geometryColumns(tx, image.table));
      const plan = planRow(image, current);
      const id = image.key['id'] ?? image.key['incident_id'];
      const subjectIds = typeof id === 'string' ? [id] : entries.map((entry) => entry.subject_id);
      // What would vanish must not take along what others have hung on it since.
      const later =
        plan.do === 'refuse' || plan.do === 'delete' ? await lastSince(tx, deploymentId, subjectIds, last) : null;
      if (plan.do === 'refuse')
        throw changedSince(
          later,
          plan.changed.map((column) => `/${image.table}/${column}`),
        );
      if (plan.do === 'delete' && later !== null) throw changedSince(later, []);
      if (plan.do === 'delete' && image.table === 'needs' && (await isNeedUsed(tx, deploymentId, String(id)))) {
        const incident = String(image.after?.['incident_id']);
        throw changedSince(await lastSince(tx, deploymentId, [incident], last), []);
      }
      planned.push({ image, plan });
    }
    return planned;
  }

  private async apply(tx: Sql, deploymentId: string, planned: readonly Planned[]): Promise<void> {
    for (const { image, plan } of planned) {
      const { table, key } = image;
      if (plan.do === 'update') await writeRow(tx, deploymentId, table, key, plan.values);
      if (plan.do === 'insert') await insertRow(tx, table, plan.values);
      if (plan.do === 'delete') await deleteRow(tx, deploymentId, table, key);
    }
    await this.settle(tx, deploymentId, planned);
    const emptied = planned
      .filter(
        ({ image, plan }) =>
          image.table === 'incidents' && plan.do === 'update' && image.before?.['report_count'] !== 0,
      )
      .flatMap(({ image }) => ('report_count' in (image.after ?? {}) ? [String(image.key['id'])] : []));
    if (emptied.length > 0) await hideEmptied(tx, deploymentId, emptied);
  }

  /** What others did since and what went back must fit together: who confirmed as second, and what offers still hold. */
  private async settle(tx: Sql, deploymentId: string, planned: readonly Planned[]): Promise<void> {
    const of = (table: string): Planned[] => planned.filter(({ image }) => image.table === table);
    const idsOf = (table: string): string[] => of(table).map(({ image }) => String(image.key['id']));
    const gone = of('evidence').flatMap(({ image: { after } }) => (after?.['incident_id'] as string | undefined) ?? []);
    const judged = [...gone, ...(await incidentsOfEvidence(tx, deploymentId, idsOf('evidence')))];
    for (const incident of new Set(judged)) await writeSecond(tx, deploymentId, incident);
    const [tasks, offers] = [idsOf('tasks'), idsOf('offers')];
    if (tasks.length + offers.length === 0) return;
    if (await isOverpromised(tx, deploymentId, tasks, offers)) throw changedSince(null, []);
  }
}

function refuseUnfit(entries: readonly ActionRow[], by: Access, actorId: string): void {
  const isForeign = entries.some((entry) => entry.actor_id !== actorId);
  for (const { kind, actor_id: actor } of entries) {
    const permission = undoable[kind];
    if (permission === null || actor === null) throw notUndoable();
    if (!by.permissions.has(permission)) throw notYours();
  }
  if (isForeign && !by.permissions.has('deployment.edit')) throw notYours();
}
