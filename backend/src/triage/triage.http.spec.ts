/** The way of a report through the hands of responders, over HTTP. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, IncidentDetail, ProblemBody, ReportDetail } from '@atesto/contract';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { ExpireClaims } from './expire-claims.js';

const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const server = useServer({}, clock);
let una: Person;
let dos: Person;
beforeAll(async () => {
  una = await addPerson(server, 'responder', 'Una Example');
  dos = await addPerson(server, 'responder', 'Dos Example');
});

const reportOf = async (id: string): Promise<ReportDetail> => (await server.main<ReportDetail>(`/reports/${id}`)).body;
const incidentOf = async (id: string): Promise<IncidentDetail> =>
  (await server.main<IncidentDetail>(`/incidents/${id}`)).body;

async function claimedReport(parts: object = {}): Promise<string> {
  const { id } = await sendReport(server, parts);
  expect((await act(server, id, 'claim', una.cookie)).status).toBe(200);
  return id;
}

describe('a claim', () => {
  it('is held by one person; the second is told by whom', async () => {
    const id = await claimedReport();
    const second = await act(server, id, 'claim', dos.cookie);
    expect([second.status, second.body.type]).toEqual([409, '/problems/held-by-other']);
    expect(second.body.detail).toContain('Una Example');
    for (const [action, body] of [
      ['verify', { incident: { title: 'x' } }],
      ['reject', { reason: 'spam' }],
      ['ask', { text: '?' }],
      ['release', undefined],
    ] as const) {
      expect((await act(server, id, action, dos.cookie, body)).status).toBe(409);
    }
    expect(await reportOf(id)).toMatchObject({
      status: 'in_review',
      claim: { by: { id: una.id, name: 'Una Example' } },
    });
  });

  it('is taken over with a note, which the journal keeps together with the former holder', async () => {
    const id = await claimedReport();
    const wordless = await act(server, id, 'claim', dos.cookie, { takeOver: true, note: '  ' });
    expect([wordless.status, wordless.body]).toMatchObject([422, { errors: [{ pointer: '/note' }] }]);
    expect((await act(server, id, 'claim', dos.cookie, { note: 'Mine' })).status).toBe(409);
    const taken = await act(server, id, 'claim', dos.cookie, { takeOver: true, note: ' Una went home ' });
    expect([taken.status, taken.body.claim?.by.id]).toEqual([200, dos.id]);
    expect((await act(server, id, 'reject', una.cookie, { reason: 'spam' })).status).toBe(409);
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({
      kind: 'report.claimed',
      by: { id: dos.id },
      data: { note: 'Una went home', takenFrom: 'Una Example', before: { holder: una.id, status: 'in_review' } },
    });
    const viewer = await addPerson(server, 'viewer');
    expect((await act(server, id, 'claim', viewer.cookie, { takeOver: true, note: 'x' })).status).toBe(403);
  });

  it('that nobody else holds is claimed as ever, whatever note comes with it', async () => {
    const { id } = await sendReport(server);
    expect((await act(server, id, 'claim', una.cookie, { takeOver: true, note: 'x' })).status).toBe(200);
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(Object.keys(body.items.at(-1)?.data ?? {}).sort()).toEqual(['before', 'status', 'until']);
  });

  it('goes to exactly one of two who press at once', async () => {
    const { id } = await sendReport(server);
    const answers = await Promise.all([una, dos].map(({ cookie }) => act(server, id, 'claim', cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is given back', async () => {
    const id = await claimedReport();
    expect((await act(server, id, 'release', una.cookie)).body).toMatchObject({ status: 'new', claim: null });
    expect((await act(server, id, 'claim', dos.cookie)).status).toBe(200);
  });

  it('ends by itself after the minutes of the policy, not before', async () => {
    const id = await claimedReport();
    try {
      clock.ahead = 14 * 60_000;
      expect((await act(server, id, 'claim', dos.cookie)).status).toBe(409);
      clock.ahead = 15 * 60_000 + 5_000;
      expect((await reportOf(id)).claim).toBeNull();
      expect((await act(server, id, 'claim', dos.cookie)).status).toBe(200);
    } finally {
      clock.ahead = 0;
    }
  });

  it('that ended is put back into the queue, and the journal says so', async () => {
    const id = await claimedReport();
    try {
      clock.ahead = 16 * 60_000;
      await server.app.get(ExpireClaims, { strict: false }).run();
    } finally {
      clock.ahead = 0;
    }
    expect(await reportOf(id)).toMatchObject({ status: 'new', claim: null });
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({ kind: 'report.released', by: null, data: { expired: true } });
  });
});

describe('verifying', () => {
  it('makes a new incident of what the report says, but never of its words for the place', async () => {
    const id = await claimedReport({ category: 'water', location: { lat: 1.25, lon: 2.5 }, place: 'third door' });
    const { body } = await act(server, id, 'verify', una.cookie, { incident: { title: 'No water', severity: 'high' } });
    expect(body).toMatchObject({ status: 'verified', claim: null, incident: { title: 'No water' } });
    expect(await incidentOf(body.incident?.id ?? '')).toMatchObject({
      title: 'No water',
      severity: 'high',
      status: 'open',
      category: 'water',
      visibility: 'public',
      location: { lat: 1.25, lon: 2.5 },
      place: null,
      reports: 1,
      reportItems: [{ id }],
    });
  });

  it('adds to an incident that is there', async () => {
    const incident = await openIncident(server);
    const id = await claimedReport();
    const { body } = await act(server, id, 'verify', una.cookie, { incident: incident.id });
    expect(body.incident).toEqual({ id: incident.id, number: incident.number, title: incident.title });
    const after = await incidentOf(incident.id);
    expect([after.reports, after.reportItems.map((report) => report.id)]).toEqual([2, expect.arrayContaining([id])]);
  });

  it('needs a claim first', async () => {
    const { id } = await sendReport(server);
    const { status, body } = await act(server, id, 'verify', una.cookie, { incident: { title: 'x' } });
    expect([status, body.type]).toEqual([409, '/problems/transition-not-allowed']);
  });

  it.each([
    ['an incident that is not there', '00000000-0000-7000-8000-000000000000', 404, undefined],
    ['an id that is none', 'seven', 422, '/incident'],
    ['an incident without a title', { severity: 'high' }, 422, '/incident/title'],
    ['a field nobody knows', { title: 'x', colour: 'red' }, 422, '/incident/colour'],
    ['a category that is not there', { title: 'x', category: 'no-such' }, 422, '/category'],
    ['a list', [], 422, '/incident'],
  ])('into %s changes nothing', async (_, incident, status, pointer) => {
    const id = await claimedReport();
    const before = await reportOf(id);
    const answer = await act(server, id, 'verify', una.cookie, { incident });
    expect([answer.status, (answer.body as unknown as ProblemBody).errors?.[0]?.pointer]).toEqual([status, pointer]);
    expect(await reportOf(id)).toEqual(before);
  });
});

describe('rejecting and reopening', () => {
  it('keeps the reason; reopening puts the report back without it', async () => {
    const id = await claimedReport();
    const rejected = await act(server, id, 'reject', una.cookie, { reason: 'duplicate', note: 'seen before' });
    expect(rejected.body).toMatchObject({
      status: 'rejected',
      rejection: { reason: 'duplicate', note: 'seen before' },
    });
    expect((await act(server, id, 'claim', una.cookie)).status).toBe(409);
    const reopened = await act(server, id, 'reopen', dos.cookie, {});
    expect(reopened.body).toMatchObject({ status: 'new', rejection: null, claim: null });
  });

  it('refuses a reason that is none', async () => {
    const id = await claimedReport();
    expect((await act(server, id, 'reject', una.cookie, { reason: 'dull' })).status).toBe(422);
  });

  it('takes the report out of its incident, which without any is shown to the public no more', async () => {
    const incident = await openIncident(server);
    const [report] = incident.reportItems;
    const { body } = await act(server, report?.id ?? '', 'reopen', una.cookie);
    expect(body).toMatchObject({ status: 'new', incident: null });
    expect(await incidentOf(incident.id)).toMatchObject({ reports: 0, reportItems: [], visibility: 'internal' });
    expect((await server.main(`/incidents/${incident.id}`, { cookie: null })).status).toBe(404);
  });
});

describe('asking the reporter', () => {
  it('shows the question on the follow page and takes the answer from there', async () => {
    const { id, followPath } = await sendReport(server);
    await act(server, id, 'claim', una.cookie);
    expect((await act(server, id, 'ask', una.cookie, { text: 'How deep is it?' })).body.status).toBe('needs_info');
    const page = await server.call<string>(followPath, { cookie: null });
    expect([page.status, page.body.includes('How deep is it?')]).toEqual([200, true]);
    expect(page.body).not.toContain('Una Example');
    const answered = await server.call(followPath, {
      cookie: null,
      body: 'text=Ten+metres',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answered.status).toBe(303);
    const report = await reportOf(id);
    expect(report.status).toBe('in_review');
    expect(report.messages.map(({ direction, text, by }) => [direction, text, by?.name ?? null])).toEqual([
      ['out', 'How deep is it?', 'Una Example'],
      ['in', 'Ten metres', null],
    ]);
  });

  it('keeps an answer that nobody waited for, without changing the state', async () => {
    const { id, followPath } = await sendReport(server);
    await server.call(followPath, {
      cookie: null,
      body: 'text=It+is+worse+now',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(await reportOf(id)).toMatchObject({ status: 'new', messages: [{ text: 'It is worse now' }] });
  });
});

describe('putting a report right', () => {
  const patch = (id: string, body: object, version?: string) =>
    server.main<ReportDetail>(`/reports/${id}`, {
      method: 'PATCH',
      body,
      cookie: una.cookie,
      headers: version === undefined ? {} : { 'if-match': version },
    });

  it('needs the version that was seen: 428 without, 412 when it is stale', async () => {
    const { id } = await sendReport(server);
    const seen = (await server.main(`/reports/${id}`)).headers.get('etag') ?? '';
    expect((await patch(id, { priority: 'high' })).status).toBe(428);
    const first = await patch(id, { priority: 'high' }, seen);
    expect([first.status, first.body.priority, first.headers.get('etag')]).toEqual([200, 'high', '"2"']);
    const late = await patch(id, { priority: 'low' }, seen);
    expect([late.status, late.headers.get('etag')]).toEqual([412, '"2"']);
    expect((await reportOf(id)).priority).toBe('high');
  });

  it('refuses null for a priority, which cannot be empty', async () => {
    const { id } = await sendReport(server);
    expect((await patch(id, { priority: null }, '"1"')).status).toBe(422);
    expect((await reportOf(id)).priority).toBe('normal');
  });

  it('changes what is named and leaves the rest; null clears', async () => {
    const { id } = await sendReport(server, {
      category: 'water',
      place: 'here',
      location: { lat: 1, lon: 2, accuracy: 9 },
    });
    const { body } = await patch(id, { category: null, location: { lat: 3, lon: 4 } }, '"1"');
    expect(body).toMatchObject({
      category: null,
      place: 'here',
      location: { lat: 3, lon: 4 },
      text: 'The well is dry',
    });
  });

  it('cannot touch the text, and refuses a category that is not there', async () => {
    const { id } = await sendReport(server);
    expect((await patch(id, { text: 'something else' }, '"1"')).status).toBe(422);
    expect((await patch(id, { category: 'no-such' }, '"1"')).status).toBe(422);
    expect((await reportOf(id)).version).toBe(1);
  });
});

describe('the history of a report', () => {
  it('tells who did what, oldest first, with what was before', async () => {
    const id = await claimedReport();
    await act(server, id, 'reject', una.cookie, { reason: 'spam' });
    await act(server, id, 'reopen', dos.cookie, { note: 'a second look' });
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['report.received', null],
      ['report.claimed', 'Una Example'],
      ['report.rejected', 'Una Example'],
      ['report.reopened', 'Dos Example'],
    ]);
    expect(body.items[2]?.data).toMatchObject({ reason: 'spam', status: 'rejected', before: { status: 'in_review' } });
  });

  it('also holds each look at the reporter', async () => {
    const { id } = await sendReport(server, { reporter: { phone: '+00 555 0100' } });
    expect((await reportOf(id)).contactable).toBe(true);
    const shown = await server.main(`/reports/${id}/reporter`, { cookie: una.cookie });
    expect(shown.body).toEqual({ name: null, phone: '+00 555 0100', email: null });
    const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({ kind: 'reporter.viewed', by: { id: una.id } });
    expect(JSON.stringify(body)).not.toContain('555 0100');
  });
});
