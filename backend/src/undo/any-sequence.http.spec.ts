/**
 * Whatever people do in whatever order: only the transitions of the two tables happen, only who may does anything, and
 * the images in the journal's transactions rebuild reports and incidents exactly.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IncidentDetail, IncidentStatus, ReportDetail, ReportStatus } from '@atesto/contract';
import { act, addPerson, mergeIncident, sendReport } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { mayBecome } from '../incidents/index.js';
import { Database } from '../platform/index.js';
import { nextReportStatus, type ReportAction } from '../reports/index.js';

const server = useServer();
type Who = 'una' | 'dos' | 'coordinator' | 'viewer' | 'nobody';
const cookies = {} as Record<Who, string>;

beforeAll(async () => {
  cookies.una = (await addPerson(server, 'responder', 'Una Example')).cookie;
  cookies.dos = (await addPerson(server, 'responder', 'Dos Example')).cookie;
  cookies.coordinator = (await addPerson(server, 'coordinator', 'Cora Example')).cookie;
  cookies.viewer = (await addPerson(server, 'viewer', 'Vera Example')).cookie;
  cookies.nobody = '';
});

const actions = [
  'claim',
  'release',
  'verify',
  'join',
  'reject',
  'ask',
  'reopen',
  'edit',
  'move',
  'merge',
  'undo',
] as const;
interface Step {
  who: Who;
  what: (typeof actions)[number];
  /** Which of the reports, incidents or former actions. */
  which: number;
  other: number;
  into: IncidentStatus;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<Who[]>('una', 'dos', 'coordinator') },
    { weight: 1, arbitrary: fc.constantFrom<Who[]>('viewer', 'nobody') },
  ),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step['what']>('claim') },
    { weight: 3, arbitrary: fc.constant<Step['what']>('undo') },
    { weight: 9, arbitrary: fc.constantFrom<Step['what'][]>(...actions) },
  ),
  which: fc.nat(11),
  other: fc.nat(11),
  into: fc.constantFrom('open', 'responding', 'resolved'),
});

type Rows = Map<string, Record<string, unknown>>;

/** Both tables as they are, places as they are stored. */
async function tables(): Promise<Rows> {
  const rows: Rows = new Map();
  for (const table of ['reports', 'incidents']) {
    const found = await server.app
      .get(Database)
      .query<{ row: Record<string, unknown> & { id: string } }>(
        `select to_jsonb(t) || jsonb_build_object('location', location::text) as row from ${table} t`,
      );
    for (const { row } of found) rows.set(`${table} ${row.id}`, row);
  }
  return rows;
}

const lastImage = async (): Promise<string> =>
  (await server.app.get(Database).query<{ seq: string | null }>('select max(seq) as seq from row_images'))[0]?.seq ??
  '0';

async function rebuilt(from: Rows, since: string): Promise<Rows> {
  const rows = new Map(from);
  const images = await server.app
    .get(Database)
    .query<{ name: string; before: object | null; after: Record<string, unknown> | null }>(
      `select table_name || ' ' || (row_key ->> 'id') as name, before, after from row_images
     where seq > $1 and table_name in ('reports', 'incidents') order by seq`,
      [since],
    );
  for (const { name, before, after } of images) {
    if (after === null) rows.delete(name);
    else rows.set(name, before === null ? after : { ...rows.get(name), ...after });
  }
  return rows;
}

class Room {
  readonly reports: string[] = [];
  readonly incidents: string[] = [];
  readonly done: string[] = [];

  private pick(ids: readonly string[], at: number): string {
    return ids[at % Math.max(1, ids.length)] ?? '00000000-0000-7000-8000-000000000000';
  }

  async run({ who, what, which, other, into }: Step): Promise<void> {
    const cookie = cookies[who];
    const report = this.pick(this.reports, which);
    const incident = this.pick(this.incidents, which);
    const before = await statuses(report, incident);
    const answer = await this.call(what, cookie, report, incident, this.pick(this.incidents, other), which, into);
    const after = await statuses(report, incident);
    if (who === 'viewer' || who === 'nobody') expect(answer.status).toBe(who === 'viewer' ? 403 : 401);
    expect(answer.status).toBeLessThan(500);
    if (answer.status >= 300) {
      expect(after).toEqual(before);
      return;
    }
    const seq = answer.headers.get('x-action');
    if (seq !== null) this.done.push(seq);
    const opened = (answer.body as Partial<ReportDetail>).incident?.id;
    if (opened !== undefined && !this.incidents.includes(opened)) this.incidents.push(opened);
    refuseStrange(what, before, after, into);
  }

  private call(
    what: Step['what'],
    cookie: string,
    report: string,
    incident: string,
    other: string,
    which: number,
    into: IncidentStatus,
  ) {
    const post = (path: string, body?: object) =>
      server.main(path, { method: 'POST', cookie, ...(body !== undefined && { body }) });
    switch (what) {
      case 'verify':
        return act(server, report, 'verify', cookie, {
          incident: { title: 'Something', location: { lat: 1 / 3, lon: which / 7 } },
        });
      case 'join':
        return act(server, report, 'verify', cookie, { incident });
      case 'reject':
        return act(server, report, 'reject', cookie, { reason: 'spam' });
      case 'ask':
        return act(server, report, 'ask', cookie, { text: 'How deep?' });
      case 'edit':
        return patched(`/reports/${report}`, cookie, { priority: 'high', location: { lat: 2 / 3, lon: which / 11 } });
      case 'move':
        return post(`/incidents/${incident}/status`, { status: into, reason: 'So it is', public: true });
      case 'merge':
        return mergeIncident(server, incident, other, { cookie });
      case 'undo':
        return post(`/actions/${this.pick(this.done, which).replace(/-.*/, '')}/undo`);
      default:
        return act(server, report, what, cookie);
    }
  }
}

async function patched(path: string, cookie: string, body: object) {
  const { headers } = await server.main(path);
  return server.main(path, { method: 'PATCH', cookie, headers: { 'if-match': headers.get('etag') ?? '"1"' }, body });
}

interface Statuses {
  report: ReportStatus;
  incident: IncidentStatus | null;
}

async function statuses(report: string, incident: string): Promise<Statuses> {
  const one = await server.main<ReportDetail>(`/reports/${report}`);
  const other = await server.main<IncidentDetail>(`/incidents/${incident}`);
  return { report: one.body.status, incident: other.status === 200 ? other.body.status : null };
}

/** Taking back may lead to any state that was there before; everything else goes by the tables. */
function refuseStrange(what: Step['what'], before: Statuses, after: Statuses, into: IncidentStatus): void {
  if (what === 'undo' || what === 'merge') return;
  const action = what === 'join' ? 'verify' : what;
  if (what === 'edit' || what === 'move') expect(after.report).toBe(before.report);
  else expect(after.report).toBe(nextReportStatus(before.report, action as ReportAction));
  if (what === 'move')
    expect([before.incident !== null && mayBecome(before.incident, into), after.incident]).toEqual([true, into]);
  else expect(after.incident).toBe(before.incident);
}

describe('any sequence of actions', () => {
  it('keeps to the tables and the rights, and is rebuilt from its images', async () => {
    const did = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 18 }), async (steps) => {
        const room = new Room();
        for (let n = 0; n < 3; n++)
          room.reports.push((await sendReport(server, { location: { lat: 0.1 + 0.2, lon: n / 3 } })).id);
        const [from, since] = [await tables(), await lastImage()];
        for (const one of steps) await room.run(one);
        expect(await rebuilt(from, since)).toEqual(await tables());
        did.set('done', (did.get('done') ?? 0) + room.done.length);
      }),
      { seed: 20261129, numRuns: 5, endOnFailure: true },
    );
    // A run in which everything was refused would prove nothing.
    expect(did.get('done')).toBeGreaterThan(12);
  }, 180_000);
});
