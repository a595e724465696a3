/** Keeps ways to look at the lists under a name, for oneself or for everybody in the deployment. */
import { Injectable } from '@nestjs/common';
import type { NewView, PatchView, SavedView } from '@atesto/contract';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import {
  actorOf,
  appendJournal,
  Database,
  invalidInput,
  JournalFeed,
  notAllowed,
  notFound,
  Problem,
  type Access,
  type Sql,
} from '../platform/index.js';
import { isAddress } from '../reports/index.js';
import {
  countViews,
  deleteView,
  insertView,
  lockView,
  viewsFor,
  writeView,
  type SavedViewRecord,
} from './views.queries.js';

const mostViews = 500;

const tooMany = (): Problem =>
  new Problem(409, 'too-many-views', 'Too many views', `A deployment keeps ${mostViews} views. Remove some first.`);

/** A view outlives the term after which reporters are erased, and is for all to see. @throws Problem 422 */
function refuseReporters(query: string): void {
  const said = new URLSearchParams(query);
  if (!said.has('reporter') && !isAddress(said.get('q') ?? '')) return;
  throw invalidInput([{ pointer: '/query', detail: 'must not name a reporter, nor a phone number or an address' }]);
}

const mayChange = (view: SavedViewRecord, by: Access): boolean =>
  view.created_by === by.userId || (view.shared && by.permissions.has('deployment.edit'));

const presentView = (view: SavedViewRecord, by: Access): SavedView => ({
  id: view.id,
  name: view.name,
  query: view.query,
  shared: view.shared,
  position: view.position,
  by: { id: view.created_by, name: view.author_name ?? '' },
  mine: mayChange(view, by),
});

@Injectable()
export class KeepViews {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  async list(deployment: Deployment, by: Access): Promise<SavedView[]> {
    const rows = await viewsFor(this.database, deployment.id, by.userId);
    return rows.map((row) => presentView(row, by));
  }

  /** @throws Problem 409 when there are too many, 422 for one that names a reporter */
  async add({ id: deploymentId }: Deployment, input: NewView, by: Access): Promise<SavedView> {
    refuseReporters(input.query);
    const [id, actorId] = [uuidv7(), actorOf(by)];
    const added = await this.database.transaction(async (tx) => {
      const position = await countViews(tx, deploymentId);
      if (position >= mostViews) throw tooMany();
      await insertView(tx, deploymentId, id, { ...input, position }, actorId);
      const data = { name: input.name, shared: input.shared };
      await appendJournal(tx, [{ deploymentId, kind: 'view.created', subjectId: id, actorId, data }]);
      return lockView(tx, deploymentId, id);
    });
    this.feed.wake();
    if (added === null) throw notFound('view');
    return presentView(added, by);
  }

  /** @throws Problem 403 for what somebody else keeps, unless a coordinator changes what all see */
  async change({ id: deploymentId }: Deployment, id: string, input: PatchView, by: Access): Promise<SavedView> {
    refuseReporters(input.query ?? '');
    const changed = await this.database.transaction(async (tx) => {
      const { name, query, shared, position } = await this.allowed(tx, deploymentId, id, by);
      await writeView(tx, deploymentId, id, { name, query, shared, position, ...input });
      const data = { name: input.name ?? name, changed: Object.keys(input) };
      await appendJournal(tx, [{ deploymentId, kind: 'view.changed', subjectId: id, actorId: actorOf(by), data }]);
      return lockView(tx, deploymentId, id);
    });
    this.feed.wake();
    if (changed === null) throw notFound('view');
    return presentView(changed, by);
  }

  /** @throws Problem 403 as for a change */
  async remove({ id: deploymentId }: Deployment, id: string, by: Access): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { name } = await this.allowed(tx, deploymentId, id, by);
      await deleteView(tx, deploymentId, id);
      const data = { name };
      await appendJournal(tx, [{ deploymentId, kind: 'view.removed', subjectId: id, actorId: actorOf(by), data }]);
    });
    this.feed.wake();
  }

  private async allowed(tx: Sql, deploymentId: string, id: string, by: Access): Promise<SavedViewRecord> {
    const view = await lockView(tx, deploymentId, id);
    // What another keeps for themselves is not there for anybody else.
    if (view === null || (!view.shared && view.created_by !== by.userId)) throw notFound('view');
    if (!mayChange(view, by)) throw notAllowed('Only its author or a coordinator may change this view.');
    return view;
  }
}
