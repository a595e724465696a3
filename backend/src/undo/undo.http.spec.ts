/** Taking back, over HTTP: to the row exactly as it was; by whom; and what refuses it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DispatchView, EvidenceList, HistoryEntry, ProblemBody, ReportDetail, UndoneView } from '@atesto/contract';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { undoableActions } from '../../../test/support/undoable-actions.js';
import { Database, undoable } from '../platform/index.js';

const server = useServer();
let una: Person;
let dos: Person;
let viewer: Person;
let cora: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
  viewer = await addPerson(server, 'viewer', 'Vera Example');
  cora = await addPerson(server, 'coordinator', 'Cora Example');
});

/** They are the record of what was done, or stand apart from what people decide. */
const apart = [
  'journal',
  'row_images',
  'journal_readers',
  'search_documents',
  'report_marks',
  'alert_incidents',
  'sessions',
  'migrations',
  'spatial_ref_sys',
];
/** A question that was sent stays told; a number that was given is not given again. */
const stays = ['messages', 'outcome_questions'];

async function rows(): Promise<Map<string, string[]>> {
  const database = server.app.get(Database);
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name <> all($1::text[]) order by 1`,
    [[...apart, ...stays]],
  );
  const all = new Map<string, string[]>();
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(
      `select (to_jsonb(t) - 'version' - 'last_incident_number')::text as row from ${name} t order by 1`,
    );
    all.set(
      name,
      found.map(({ row }) => row),
    );
  }
  // JSON rounds places, and not a bit of them may move.
  const places = await database.query<{ row: string }>(
    `select id::text || location::text as row from reports union all select id::text || location::text from incidents
     order by 1`,
  );
  all.set(
    'places',
    places.map(({ row }) => row),
  );
  return all;
}

const undo = (seq: string | null, cookie: string) =>
  server.main<UndoneView & ProblemBody>(`/actions/${seq}/undo`, { method: 'POST', cookie });

async function kindsOf(seq: string): Promise<string[]> {
  const found = await server.app
    .get(Database)
    .query<{ kind: string }>(
      'select distinct kind from journal where xid = (select xid from journal where seq = $1) order by kind',
      [seq],
    );
  return found.map(({ kind }) => kind);
}

describe('taking back', () => {
  it.each(undoableActions)('$name leaves every row as it was, and doing it again does it again', async (action) => {
    const who = action.byCoordinator === true ? cora : una;
    const run = await action.prepare({ server, una: who });
    const before = await rows();
    const done = await run();
    expect(done.status).toBeLessThan(300);
    const seq = done.headers.get('x-action') ?? '';
    expect(await kindsOf(seq)).toEqual([...action.kinds].sort());
    const after = await rows();
    expect(after).not.toEqual(before);
    const undone = await undo(seq, who.cookie);
    expect([undone.status, undone.body.detail]).toEqual([200, undefined]);
    expect(await rows()).toEqual(before);
    const redone = await undo(undone.body.action, who.cookie);
    expect([redone.status, redone.headers.get('x-action')]).toEqual([200, redone.body.action]);
    expect(await rows()).toEqual(after);
  });

  it('is tried for every kind that may be taken back', () => {
    const may = Object.entries(undoable).flatMap(([kind, permission]) => (permission === null ? [] : [kind]));
    const tried = new Set<string>(undoableActions.flatMap(({ kinds }) => kinds));
    // Only what hangs on neither a report nor an incident is told under this name.
    expect(may.filter((kind) => !tried.has(kind))).toEqual(['action.undone']);
  });

  it('lets the version go up, so that nobody writes over it unseen', async () => {
    const { id } = await sendReport(server);
    const claimed = await act(server, id, 'claim', una.cookie);
    await undo(claimed.headers.get('x-action'), una.cookie);
    const { body } = await server.main<ReportDetail>(`/reports/${id}`);
    expect(body.version).toBeGreaterThan(claimed.body.version);
  });
});

describe('who may take back', () => {
  it('who did it, and coordinators; other responders and viewers not', async () => {
    const { id } = await sendReport(server);
    const { headers } = await act(server, id, 'claim', una.cookie);
    const seq = headers.get('x-action');
    expect((await undo(seq, dos.cookie)).status).toBe(403);
    expect((await undo(seq, viewer.cookie)).status).toBe(403);
    expect((await undo(seq, server.adminCookie)).status).toBe(200);
  });

  it('is told in the history, with what was taken back', async () => {
    const { id } = await sendReport(server);
    const { headers } = await act(server, id, 'claim', una.cookie);
    const history = async (): Promise<HistoryEntry[]> =>
      (await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`)).body.items;
    expect((await history()).map(({ kind, undoable: may }) => [kind, may])).toEqual([
      ['report.received', false],
      ['report.claimed', true],
    ]);
    await undo(headers.get('x-action'), una.cookie);
    const [, claimed, undone] = await history();
    expect(claimed?.undoable).toBe(false);
    expect(undone).toMatchObject({
      kind: 'report.undone',
      undoable: true,
      data: { of: claimed?.seq, did: 'report.claimed', again: false },
    });
  });
});

describe('one of two second persons takes theirs back', () => {
  it('and the other stands for both', async () => {
    const { id } = await openIncident(server);
    const confirm = (by: Person) =>
      server.main(`/incidents/${id}/evidence`, { cookie: by.cookie, body: { kind: 'second_person' } });
    const { headers } = await confirm(una);
    await confirm(dos);
    expect((await undo(headers.get('x-action'), una.cookie)).status).toBe(200);
    const { body } = await server.main<EvidenceList>(`/incidents/${id}/evidence`);
    expect(body.second.by?.id).toBe(dos.id);
  });
});

describe('what several acts of one go did', () => {
  it('is taken back at once, so that the history offers none of it any more', async () => {
    const { id } = await sendReport(server);
    const body = { action: 'verify', reports: [{ id }], incident: { title: 'Flood' } };
    const { status, headers } = await server.main('/reports/bulk', { body, cookie: una.cookie });
    expect(status).toBe(200);
    const offered = async () =>
      (await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`)).body.items
        .filter(({ undoable: may }) => may)
        .map(({ kind }) => kind);
    expect(await offered()).toEqual(['report.claimed', 'report.verified']);
    await undo(headers.get('x-action'), una.cookie);
    expect(await offered()).toEqual(['report.undone']);
  });
});

describe('taking back is refused', () => {
  it('naming who changed it since, when and how', async () => {
    const { id } = await sendReport(server);
    const { headers } = await act(server, id, 'claim', una.cookie);
    await act(server, id, 'release', una.cookie);
    await act(server, id, 'claim', dos.cookie);
    const { status, body } = await undo(headers.get('x-action'), una.cookie);
    expect([status, body.type]).toEqual([409, '/problems/changed-since']);
    expect(body.detail).toMatch(/report claimed by Dos Example at \d{4}-/);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/reports/claimed_by']);
  });

  it('where others have hung something on the incident that would vanish', async () => {
    const { id } = await sendReport(server);
    await act(server, id, 'claim', una.cookie);
    const opened = await act(server, id, 'verify', una.cookie, { incident: { title: 'Flood' } });
    const incident = opened.body.incident?.id;
    const other = (await sendReport(server)).id;
    await act(server, other, 'claim', dos.cookie);
    await act(server, other, 'verify', dos.cookie, { incident });
    const { status, body } = await undo(opened.headers.get('x-action'), una.cookie);
    expect([status, body.detail?.includes('Dos Example')]).toEqual([409, true]);
    expect((await server.main<ReportDetail>(`/reports/${id}`)).body.status).toBe('verified');
  });

  it('for a need for which others have given a task since', async () => {
    const { id } = await openIncident(server);
    const path = `/incidents/${id}`;
    const need = { kind: 'water', quantity: 5 };
    const added = await server.main<DispatchView>(`${path}/needs`, { cookie: una.cookie, body: need });
    const body = { need: added.body.needs[0]?.id, note: 'Bring it' };
    await server.main(`${path}/tasks`, { cookie: dos.cookie, body });
    const refused = await undo(added.headers.get('x-action'), una.cookie);
    expect([refused.status, refused.body.detail?.includes('task added by Dos Example')]).toEqual([409, true]);
  });

  it('where an offer of help went to another meanwhile', async () => {
    const offered = { kind: 'water', quantity: 5, contact: { phone: '+00 555 0106' } };
    const { id: offer } = (await server.main<{ id: string }>('/offers', { cookie: null, body: offered })).body;
    const matched = async () => {
      const path = `/incidents/${(await openIncident(server)).id}`;
      const need = { kind: 'water', quantity: 5 };
      const { body } = await server.main<DispatchView>(`${path}/needs`, { cookie: una.cookie, body: need });
      const match = { need: body.needs[0]?.id, offer };
      const { body: after } = await server.main<DispatchView>(`${path}/offers`, { cookie: una.cookie, body: match });
      return `${path}/tasks/${after.tasks[0]?.id}/status`;
    };
    const [cookie, body] = [una.cookie, { status: 'cancelled' }];
    const cancelled = await server.main(await matched(), { cookie, body });
    const other = await matched();
    expect((await undo(cancelled.headers.get('x-action'), cookie)).body.type).toBe('/problems/changed-since');
    await server.main(other, { cookie, body });
    expect((await undo(cancelled.headers.get('x-action'), cookie)).status).toBe(200);
  });

  it('not by what others did to something else of the same incident', async () => {
    const incident = await openIncident(server);
    const [one, other] = [(await sendReport(server)).id, (await sendReport(server)).id];
    await act(server, one, 'claim', una.cookie);
    await act(server, other, 'claim', dos.cookie);
    const { headers } = await act(server, one, 'verify', una.cookie, { incident: incident.id });
    await act(server, other, 'verify', dos.cookie, { incident: incident.id });
    expect((await undo(headers.get('x-action'), una.cookie)).status).toBe(200);
    const { body } = await server.main<{ reports: number }>(`/incidents/${incident.id}`);
    expect(body.reports).toBe(2);
  });

  it('twice, for what nobody did, and for numbers that are not there', async () => {
    const { id } = await sendReport(server);
    const { headers } = await act(server, id, 'claim', una.cookie);
    await undo(headers.get('x-action'), una.cookie);
    expect((await undo(headers.get('x-action'), una.cookie)).status).toBe(409);
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect((await undo(body.items[0]?.seq ?? '', server.adminCookie)).body.type).toBe('/problems/not-undoable');
    for (const seq of ['999999999', 'seven', '-1']) expect((await undo(seq, una.cookie)).status).toBe(404);
  });

  it('is not offered for looks and questions that were answered', async () => {
    const { headers } = await server.main('/reports', { cookie: null, body: { text: 'words' } });
    expect(headers.get('x-action')).toBeNull();
  });
});
