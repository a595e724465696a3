/**
 * One way at least to do each thing that can be taken back, over HTTP. The spec of undo does each, takes it back, and
 * compares every row of every table; it fails when a kind of the journal can be undone and stands here nowhere.
 */
import type { DispatchView, EvidenceList, JournalKind, ReportDetail } from '@atesto/contract';
import { act, mergeIncident, openIncident, sendReport, type Person } from './people.js';
import { addAreas, addTiles, putAreas } from './overlays.js';
import type { Answer, TestServer } from './test-server.js';

export interface Stage {
  server: TestServer;
  una: Person;
}

/** Does what comes before, and resolves to the action itself, to be called once. */
type Prepared = () => Promise<Answer<unknown>>;

export interface UndoableAction {
  name: string;
  /** Done by a coordinator; without it a responder may. */
  byCoordinator?: boolean;
  /** What the journal must say of it. */
  kinds: readonly JournalKind[];
  prepare(stage: Stage): Promise<Prepared>;
}

async function claimed({ server, una }: Stage, parts: object = {}): Promise<string> {
  const { id } = await sendReport(server, { location: { lat: 0.1 + 0.2, lon: -1.123456789012345 }, ...parts });
  await act(server, id, 'claim', una.cookie);
  return id;
}

const onReport =
  (before: (stage: Stage) => Promise<string>, action: string, body?: object): UndoableAction['prepare'] =>
  async (stage) => {
    const id = await before(stage);
    return () => act(stage.server, id, action, stage.una.cookie, body);
  };

const fresh = async ({ server }: Stage): Promise<string> => (await sendReport(server)).id;

async function rejected(stage: Stage): Promise<string> {
  const id = await claimed(stage);
  await act(stage.server, id, 'reject', stage.una.cookie, { reason: 'duplicate', note: 'seen' });
  return id;
}

/** A change of the report or incident under the version that it has. */
const patched = async ({ server, una }: Stage, path: string, body: object): Promise<Prepared> => {
  const { headers } = await server.main(path);
  const version = headers.get('etag') ?? '';
  return () => server.main(path, { method: 'PATCH', cookie: una.cookie, headers: { 'if-match': version }, body });
};

/** Opened by the administrator, so that the person on stage may be its second. */
const onIncident =
  (path: string, body: object, ...before: [path: string, body: object][]): UndoableAction['prepare'] =>
  async ({ server, una }) => {
    const { id } = await openIncident(server);
    for (const [part, given] of before)
      await server.main(`/incidents/${id}/${part}`, { cookie: una.cookie, body: given });
    return () => server.main(`/incidents/${id}/${path}`, { cookie: una.cookie, body });
  };

const withdrawn =
  (body: object): UndoableAction['prepare'] =>
  async ({ server, una }) => {
    const { id } = await openIncident(server);
    const given = await server.main<EvidenceList>(`/incidents/${id}/evidence`, { cookie: una.cookie, body });
    const path = `/incidents/${id}/evidence/${given.body.items[0]?.id}`;
    return () => server.main(path, { method: 'DELETE', cookie: una.cookie });
  };
const assign = ({ server, una }: Stage, path: string) =>
  server.main(`${path}/assignee`, { method: 'PUT', cookie: una.cookie, body: { person: una.id } });

/** A need for ten, and half of it given to somebody as a task. */
async function tasked({ server, una }: Stage, quantity: number): Promise<{ path: string; need: string; task: string }> {
  const { id } = await openIncident(server);
  const path = `/incidents/${id}`;
  const say = (part: string, body: object) =>
    server.main<DispatchView>(`${path}/${part}`, { cookie: una.cookie, body });
  const need = (await say('needs', { kind: 'water', quantity: 10, unit: 'litres' })).body.needs[0]?.id ?? '';
  const { body } = await say('tasks', { need, quantity, note: 'Bring it' });
  const task = body.tasks[0]?.id ?? '';
  await say(`tasks/${task}/status`, { status: 'accepted' });
  return { path, need, task };
}

/** Help that a citizen offers, as made up as everything here. */
async function offered({ server }: Stage): Promise<string> {
  const body = { kind: 'water', quantity: 5, unit: 'litres', contact: { phone: '+00 555 0103' } };
  return (await server.main<{ id: string }>('/offers', { cookie: null, body })).body.id;
}

const done =
  (quantity: number): UndoableAction['prepare'] =>
  async (stage) => {
    const { path, task } = await tasked(stage, quantity);
    const options = { cookie: stage.una.cookie, body: { status: 'done' } };
    return () => stage.server.main(`${path}/tasks/${task}/status`, options);
  };

export const undoableActions: UndoableAction[] = [
  { name: 'add a need', kinds: ['incident.need_added'], prepare: onIncident('needs', { kind: 'food', quantity: 3 }) },
  {
    name: 'withdraw a need',
    kinds: ['incident.need_withdrawn'],
    async prepare(stage) {
      const { path, need } = await tasked(stage, 5);
      return () => stage.server.main(`${path}/needs/${need}`, { method: 'DELETE', cookie: stage.una.cookie });
    },
  },
  { name: 'give a task', kinds: ['incident.task_added'], prepare: onIncident('tasks', { note: 'Look at the dam' }) },
  { name: 'do a part of what is needed', kinds: ['incident.task_changed'], prepare: done(5) },
  {
    name: 'meet the last need',
    kinds: ['incident.task_changed', 'incident.status_changed', 'report.asked'],
    prepare: done(10),
  },
  {
    name: 'match an offer to a need',
    kinds: ['incident.task_added'],
    async prepare(stage) {
      const [{ path, need }, offer] = [await tasked(stage, 5), await offered(stage)];
      return () => stage.server.main(`${path}/offers`, { cookie: stage.una.cookie, body: { need, offer } });
    },
  },
  {
    name: 'decline an offer',
    kinds: ['offer.changed'],
    async prepare(stage) {
      const path = `/offers/${await offered(stage)}/status`;
      return () => stage.server.main(path, { cookie: stage.una.cookie, body: { status: 'declined' } });
    },
  },
  {
    name: 'give evidence',
    kinds: ['incident.evidence_added'],
    prepare: onIncident('evidence', { kind: 'call', note: 'The mayor' }),
  },
  {
    name: 'confirm as second person',
    kinds: ['incident.evidence_added', 'incident.seconded'],
    prepare: onIncident('evidence', { kind: 'second_person' }),
  },
  {
    name: 'withdraw the word of the second person',
    kinds: ['incident.evidence_withdrawn', 'incident.second_withdrawn'],
    prepare: withdrawn({ kind: 'second_person' }),
  },
  { name: 'claim', kinds: ['report.claimed'], prepare: onReport(fresh, 'claim') },
  { name: 'release', kinds: ['report.released'], prepare: onReport(claimed, 'release') },
  { name: 'reject', kinds: ['report.rejected'], prepare: onReport(claimed, 'reject', { reason: 'spam', note: 'x' }) },
  { name: 'ask', kinds: ['report.asked'], prepare: onReport(claimed, 'ask', { text: 'How deep?' }) },
  { name: 'reopen', kinds: ['report.reopened'], prepare: onReport(rejected, 'reopen', { note: 'again' }) },
  {
    name: 'reopen the last report of an incident',
    kinds: ['report.reopened', 'incident.report_removed'],
    async prepare(stage) {
      const incident = await openIncident(stage.server);
      const id = incident.reportItems[0]?.id ?? '';
      return () => act(stage.server, id, 'reopen', stage.una.cookie);
    },
  },
  {
    name: 'verify into a new incident',
    kinds: ['report.verified', 'incident.opened'],
    prepare: onReport((stage) => claimed(stage, { category: 'water' }), 'verify', {
      incident: { title: 'No water', severity: 'high' },
    }),
  },
  {
    name: 'verify into an incident that is there',
    kinds: ['report.verified', 'incident.report_added'],
    async prepare(stage) {
      const { id: incident } = await openIncident(stage.server);
      const id = await claimed(stage);
      return () => act(stage.server, id, 'verify', stage.una.cookie, { incident });
    },
  },
  {
    name: 'edit a report',
    kinds: ['report.changed'],
    async prepare(stage) {
      const id = await claimed(stage);
      const body = {
        category: 'water',
        priority: 'critical',
        place: 'ford',
        location: { lat: 5, lon: 6, accuracy: 7 },
      };
      return patched(stage, `/reports/${id}`, body);
    },
  },
  {
    name: 'assign a report',
    kinds: ['report.assigned'],
    async prepare(stage) {
      const id = await fresh(stage);
      return () => assign(stage, `/reports/${id}`);
    },
  },
  {
    name: 'assign an incident',
    kinds: ['incident.assigned'],
    async prepare(stage) {
      const { id } = await openIncident(stage.server);
      return () => assign(stage, `/incidents/${id}`);
    },
  },
  { name: 'quarantine', kinds: ['report.quarantined'], prepare: onReport(fresh, 'quarantine') },
  {
    name: 'admit',
    kinds: ['report.admitted'],
    async prepare(stage) {
      const id = await fresh(stage);
      await act(stage.server, id, 'quarantine', stage.una.cookie);
      return () => act(stage.server, id, 'admit', stage.una.cookie);
    },
  },
  {
    name: 'admit many',
    kinds: ['report.admitted'],
    async prepare(stage) {
      const ids = [await fresh(stage), await fresh(stage)];
      for (const id of ids) await act(stage.server, id, 'quarantine', stage.una.cookie);
      return () => stage.server.main('/reports/admit', { cookie: stage.una.cookie, body: { ids } });
    },
  },
  {
    name: 'edit an incident',
    kinds: ['incident.changed'],
    async prepare(stage) {
      const { id } = await openIncident(stage.server, {}, { location: { lat: 0.1 + 0.2, lon: 1 / 3 } });
      return patched(stage, `/incidents/${id}`, {
        title: 'Other',
        severity: 'low',
        visibility: 'internal',
        location: null,
      });
    },
  },
  {
    name: 'move an incident on',
    kinds: ['incident.status_changed'],
    async prepare(stage) {
      const { id } = await openIncident(stage.server);
      const body = { status: 'responding', reason: 'A team is there', public: true };
      return () => stage.server.main(`/incidents/${id}/status`, { cookie: stage.una.cookie, body });
    },
  },
  {
    name: 'merge',
    kinds: ['incident.merged', 'incident.changed', 'report.changed'],
    async prepare({ server, una }) {
      const into = await openIncident(server);
      const from = await openIncident(server, {}, { location: { lat: 1 / 3, lon: 2 / 3 } });
      const older = await openIncident(server);
      await mergeIncident(server, older.id, from.id);
      const person = async (id: string, n: number): Promise<void> => {
        await server.main(`/incidents/${id}/confirmations`, {
          cookie: null,
          body: { person: `phone-made-up-${n}-of-many` },
        });
      };
      for (const [id, n] of [
        [into.id, 1],
        [from.id, 1],
        [from.id, 2],
      ] as const)
        await person(id, n);
      return () => mergeIncident(server, from.id, into.id, { cookie: una.cookie });
    },
  },
  {
    name: 'merge with fields chosen',
    kinds: ['incident.merged', 'incident.changed', 'report.changed'],
    async prepare({ server, una }) {
      const into = await openIncident(server, {}, { location: { lat: 0.1 + 0.2, lon: 1 / 7 } });
      const from = await openIncident(server, {}, { location: { lat: 1 / 3, lon: 2 / 3 } });
      const fields = { title: 'Chosen', severity: 'critical', location: { lat: 1 / 3, lon: 2 / 3 }, place: 'ford' };
      return () => mergeIncident(server, from.id, into.id, { cookie: una.cookie, fields });
    },
  },
  {
    name: 'gather into a new incident',
    kinds: ['report.verified', 'incident.opened'],
    async prepare(stage) {
      const body = { reports: [await claimed(stage), await fresh(stage)], incident: { title: 'One thing' } };
      return () => stage.server.main('/reports/gather', { cookie: stage.una.cookie, body });
    },
  },
  {
    name: 'gather into an incident that is there',
    kinds: ['report.verified', 'incident.report_added'],
    async prepare(stage) {
      const { id: incident } = await openIncident(stage.server);
      const body = { reports: [await fresh(stage), await fresh(stage)], incident };
      return () => stage.server.main('/reports/gather', { cookie: stage.una.cookie, body });
    },
  },
  {
    name: 'split',
    kinds: ['incident.split', 'incident.opened', 'incident.changed', 'report.changed'],
    async prepare(stage) {
      const { server, una } = stage;
      const incident = await openIncident(server);
      const id = await claimed(stage);
      await act(server, id, 'verify', una.cookie, { incident: incident.id });
      const body = { reports: [id], incident: { title: 'Another one' } };
      return () => server.main(`/incidents/${incident.id}/split`, { cookie: una.cookie, body });
    },
  },
  {
    name: 'add a layer',
    byCoordinator: true,
    kinds: ['overlay.added'],
    prepare: ({ server, una }) => Promise.resolve(() => addTiles(server, {}, una.cookie)),
  },
  {
    name: 'change a layer',
    byCoordinator: true,
    kinds: ['overlay.changed'],
    async prepare({ server, una }) {
      const { id, version } = (await addTiles(server)).body;
      const headers = { 'if-match': `"${version}"` };
      const body = { names: { en: 'Other' }, opacity: 50, visibility: 'responders' };
      return () => server.main(`/overlays/${id}`, { method: 'PATCH', cookie: una.cookie, headers, body });
    },
  },
  {
    name: 'arrange layers',
    byCoordinator: true,
    kinds: ['overlay.changed'],
    async prepare({ server, una }) {
      await addTiles(server);
      await addTiles(server);
      const { items } = (await server.main<{ items: { id: string }[] }>('/overlays')).body;
      const body = { ids: items.map(({ id }) => id).reverse() };
      return () => server.main('/overlays/order', { method: 'PUT', cookie: una.cookie, body });
    },
  },
  {
    name: 'remove a layer with its areas',
    byCoordinator: true,
    kinds: ['overlay.removed'],
    async prepare({ server, una }) {
      const { id, version } = await addAreas(server);
      const headers = { 'if-match': `"${version}"` };
      return () => server.main(`/overlays/${id}`, { method: 'DELETE', cookie: una.cookie, headers });
    },
  },
  {
    name: 'replace areas',
    byCoordinator: true,
    kinds: ['areas.replaced', 'area.state_changed'],
    async prepare({ server, una }) {
      const { id } = await addAreas(server);
      return () => putAreas(server, id, [{ id: 'b', name: 'Bank', level: 'evacuate' }], una.cookie);
    },
  },
  {
    name: 'say in which state an area is',
    byCoordinator: true,
    kinds: ['area.state_changed'],
    async prepare({ server, una }) {
      const { id } = await addAreas(server);
      const body = { state: 'warning', note: 'The river rises', validUntil: '2100-01-01T00:00:00Z' };
      return () => server.main(`/overlays/${id}/areas/a`, { method: 'PATCH', cookie: una.cookie, body });
    },
  },
  {
    name: 'take back',
    kinds: ['report.undone'],
    async prepare(stage) {
      const id = await fresh(stage);
      const { headers } = await act(stage.server, id, 'claim', stage.una.cookie);
      const path = `/actions/${headers.get('x-action')}/undo`;
      return () => stage.server.main<ReportDetail>(path, { method: 'POST', cookie: stage.una.cookie });
    },
  },
  {
    name: 'take back the opening of an incident',
    kinds: ['report.undone', 'incident.undone'],
    async prepare(stage) {
      const id = await claimed(stage);
      const body = { incident: { title: 'Soon gone' } };
      const { headers } = await act(stage.server, id, 'verify', stage.una.cookie, body);
      const path = `/actions/${headers.get('x-action')}/undo`;
      return () => stage.server.main(path, { method: 'POST', cookie: stage.una.cookie });
    },
  },
];
