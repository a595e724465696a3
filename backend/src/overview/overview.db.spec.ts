/** The board's numbers, counted by hand over a tiny made-up journal. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, moment, sampleDeployment } from '../../../test/support/samples.js';
import { useDatabase } from '../../../test/support/test-database.js';
import {
  decided,
  firstDecisions,
  firstLooks,
  incidentsMoved,
  incidentSteps,
  openPlaces,
  openReports,
  receivedReports,
  type Period,
} from './overview.queries.js';
import { presentDays, presentDecided, presentOpen, presentOrganisations, wholeSpread } from './present-overview.js';

const used = useDatabase();
const deployment = sampleDeployment();
const [ana, ben, cleo, dora] = [idOf(51), idOf(52), idOf(53), idOf(54)];
const organisation = idOf(60);

/** Minutes after the moment. */
const at = (minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);
const period: Period = { deploymentId: deployment.id, from: at(0), to: at(24 * 60), zone: 'UTC' };

/** Each its own transaction, as far as the journal says, unless it is told with the one before. */
let xid = 100;
async function note(
  kind: string,
  subject: number,
  minutes: number,
  actor: string | null = null,
  data = {},
  own = true,
) {
  if (own) xid += 1;
  const [row] = await used.sql.query<{ seq: string }>(
    `insert into journal (deployment_id, kind, subject_id, actor_id, at, data, xid) values ($1, $2, $3, $4, $5, $6, $7)
     returning seq`,
    [deployment.id, kind, idOf(subject), actor, at(minutes), JSON.stringify(data), xid],
  );
  return row?.seq ?? '';
}
const together = (kind: string, subject: number, minutes: number, actor: string) =>
  note(kind, subject, minutes, actor, {}, false);

async function report(n: number, minutes: number, parts: { status?: string; priority?: string; lat?: number } = {}) {
  await used.sql.query(
    `insert into reports (deployment_id, id, channel, external_id, received_at, status, priority, location)
     values ($1, $2::uuid, 'sms', $2::uuid::text, $3, $4, $5,
       case when $6::float8 is null then null else st_setsrid(st_makepoint(1, $6), 4326) end)`,
    [deployment.id, idOf(n), at(minutes), parts.status ?? 'new', parts.priority ?? 'normal', parts.lat ?? null],
  );
  await note('report.received', n, minutes);
}

beforeEach(async () => {
  await used.sql.query(`insert into organisations (id, name) values ($1, 'Example Aid')`, [organisation]);
  for (const [id, name] of [
    [ana, 'Ana'],
    [ben, 'Ben'],
    [cleo, 'Cleo'],
  ] as const) {
    await used.sql.query(
      `insert into users (id, email, name, password_hash, organisation_id) values ($1, $2, $3, '', $4)`,
      [id, `${name}@example.org`, name, organisation],
    );
  }
  await used.sql.query(`insert into users (id, email, name, password_hash) values ($1, 'd@example.org', 'Dora', '')`, [
    dora,
  ]);
});

describe('times', () => {
  beforeEach(async () => {
    // Looked at after 10, 20 and 60 minutes; decided after 30, 20 and 90; the fourth by nobody.
    await report(1, 0);
    await note('report.claimed', 1, 10, ana);
    await note('report.verified', 1, 30, ana);
    await report(2, 0);
    await note('report.rejected', 2, 20, ben);
    await report(3, 0);
    await note('report.asked', 3, 60, cleo);
    await note('report.rejected', 3, 90, dora);
    await report(4, 0);
  });

  it('to the first look are those from received to the first act of a person', async () => {
    expect(wholeSpread(await firstLooks(used.sql, period))).toEqual({ count: 3, median: 1200, p90: 3120 });
  });

  it('to the decision are those to the first one; a second counts as an act only', async () => {
    await note('report.reopened', 1, 40, ana);
    await note('report.rejected', 1, 50, dora);
    const rows = await firstDecisions(used.sql, period);
    expect(wholeSpread(rows)).toEqual({ count: 3, median: 1800, p90: 4680 });
    expect(presentDecided(await decided(used.sql, period, dora))).toEqual({
      total: 4,
      verified: 1,
      rejected: 3,
      mine: 2,
    });
  });

  it('leave out what no person did, and what lies outside of the period', async () => {
    await report(5, 0);
    await note('report.verified', 5, 5, null);
    await report(6, -60);
    await note('report.verified', 6, -30, ana);
    await note('report.rejected', 6, 30, ana);
    expect(wholeSpread(await firstDecisions(used.sql, period))).toMatchObject({ count: 3, median: 1800 });
    expect(presentDecided(await decided(used.sql, period, null))).toMatchObject({ total: 4, mine: 0 });
  });

  it('leave out what was taken back, unless that was taken back as well', async () => {
    const [rejected] = await used.sql.query<{ seq: string }>(
      `select seq from journal where subject_id = $1 and kind = 'report.rejected'`,
      [idOf(2)],
    );
    const standing = async () => [
      presentDecided(await decided(used.sql, period, null)).total,
      wholeSpread(await firstDecisions(used.sql, period)).count,
    ];
    let of = await note('report.undone', 2, 21, ben, { of: rejected?.seq });
    expect(await standing()).toEqual([2, 2]);
    of = await note('report.undone', 2, 22, ben, { of });
    expect(await standing()).toEqual([3, 3]);
    await note('report.undone', 2, 23, ben, { of });
    expect(await standing()).toEqual([2, 2]);
  });

  it('leave out all that one transaction did, where its last act was taken back', async () => {
    await note('report.claimed', 4, 15, ana);
    const of = await together('report.verified', 4, 15, ana);
    expect(wholeSpread(await firstLooks(used.sql, period)).count).toBe(4);
    await note('report.undone', 4, 16, ana, { of });
    expect(wholeSpread(await firstLooks(used.sql, period)).count).toBe(3);
    expect(presentDecided(await decided(used.sql, period, null)).total).toBe(3);
  });

  it('are told apart by their numbers in a journal that was restored without its transactions', async () => {
    await used.sql.query('update journal set xid = 3 where deployment_id = $1', [deployment.id]);
    const [rejected] = await used.sql.query<{ seq: string }>(
      `select seq from journal where subject_id = $1 and kind = 'report.rejected'`,
      [idOf(3)],
    );
    await note('report.undone', 3, 91, dora, { of: rejected?.seq });
    await used.sql.query('update journal set xid = 3 where deployment_id = $1', [deployment.id]);
    expect(presentDecided(await decided(used.sql, period, null)).total).toBe(2);
    expect(wholeSpread(await firstLooks(used.sql, period)).count).toBe(3);
  });

  it('are told by day in the zone that was asked for', async () => {
    const rows = [await receivedReports(used.sql, period), await firstLooks(used.sql, period)] as const;
    const days = presentDays(rows[0], rows[1], await firstDecisions(used.sql, period));
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({ day: '2026-02-03', received: 4, decided: 3, firstLook: { count: 3 } });
    const east = await receivedReports(used.sql, { ...period, zone: 'Pacific/Auckland' });
    expect(east.map(({ day }) => day)).toEqual(['2026-02-03']);
    const west = await receivedReports(used.sql, { ...period, zone: 'America/Los_Angeles' });
    expect(west.map(({ day }) => day)).toEqual(['2026-02-02']);
  });

  it('name an organisation only when three of its people decided', async () => {
    const named = async () =>
      presentOrganisations(
        [{ id: organisation, name: 'Example Aid' }],
        await firstLooks(used.sql, period),
        await firstDecisions(used.sql, period),
      ).map(({ name, decided: n, decision }) => [name, n, decision.median]);
    expect(await named()).toEqual([[null, 3, null]]);
    await note('report.verified', 4, 40, cleo);
    expect(await named()).toEqual([
      ['Example Aid', 3, 1800],
      [null, 1, null],
    ]);
  });
});

describe('what is open', () => {
  it('is counted by age and urgency, finished and quarantined ones not', async () => {
    await report(1, -30, { priority: 'critical', lat: 1 });
    await report(2, -90, { status: 'needs_info', lat: 1.01 });
    await report(3, -91, { status: 'in_review', lat: 5 });
    await report(4, -6000);
    await report(5, -6001, { status: 'rejected', lat: 1 });
    await report(6, -1, { lat: 1 });
    await used.sql.query('update reports set quarantined = true where id = $1', [idOf(6)]);
    const open = presentOpen(await openReports(used.sql, deployment.id, at(0)));
    expect([open.total, open.oldest]).toEqual([4, at(-6000).toISOString()]);
    expect(open.byAge.hour).toEqual({ low: 0, normal: 0, high: 0, critical: 1 });
    expect(open.byAge.four_hours.normal).toBe(2);
    expect(open.byAge.older.normal).toBe(1);
    expect((await openPlaces(used.sql, deployment.id, 0.5)).map(({ lat, n }) => [lat, n])).toEqual([
      [1.25, 2],
      [5.25, 1],
    ]);
  });
});

describe('incidents', () => {
  beforeEach(async () => {
    await used.sql.query(
      `insert into incidents (deployment_id, id, number, title, visibility) values ($1, $2, 7, 'Dry well', 'internal')`,
      [deployment.id, idOf(70)],
    );
  });

  it('are told with what became of them and why', async () => {
    await note('incident.opened', 70, 5, ana);
    await note('incident.status_changed', 70, 50, ben, { status: 'resolved', reason: 'Water is back', public: true });
    await note('incident.status_changed', 70, 5000, ben, { status: 'open', reason: 'later' });
    expect(await incidentsMoved(used.sql, period)).toEqual({ opened: 1, resolved: 1 });
    const steps = await incidentSteps(used.sql, period);
    expect(steps.map(({ number, kind, data, actor_name: by }) => [number, kind, data.reason, by])).toEqual([
      [7, 'incident.opened', undefined, 'Ana'],
      [7, 'incident.status_changed', 'Water is back', 'Ben'],
    ]);
  });

  it('are counted as they stand after a taking back, however often that was taken back', async () => {
    const counted = async () => [
      await incidentsMoved(used.sql, period),
      (await incidentSteps(used.sql, period)).map(({ kind }) => kind),
    ];
    const opened = await note('incident.opened', 70, 5, ana);
    const resolved = await note('incident.status_changed', 70, 50, ben, { status: 'resolved' });
    const of = await note('incident.undone', 70, 51, ben, { of: resolved });
    expect(await counted()).toEqual([{ opened: 1, resolved: 0 }, ['incident.opened']]);
    await note('incident.undone', 70, 52, ben, { of });
    expect(await counted()).toEqual([{ opened: 1, resolved: 1 }, ['incident.opened', 'incident.status_changed']]);
    // Once more what was done, or what did it again: both take it back.
    await note('incident.undone', 70, 53, ben, { of: resolved });
    expect(await counted()).toEqual([{ opened: 1, resolved: 0 }, ['incident.opened']]);
    await note('incident.undone', 70, 54, ana, { of: opened });
    expect(await counted()).toEqual([{ opened: 0, resolved: 0 }, []]);
  });
});
