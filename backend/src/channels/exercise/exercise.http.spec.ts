/** A replay over HTTP: it tells its reports once, at its pace, over a restart, and nobody who sent them. */
import { describe, expect, it } from '@jest/globals';
import type { ExerciseView, Page, ProblemBody, ReportView } from '@atesto/contract';
import { eventually } from '../../../../test/support/eventually.js';
import { addPerson, openIncident, sendReport } from '../../../../test/support/people.js';
import { useServer } from '../../../../test/support/test-server.js';
import { systemClock } from '../../platform/index.js';

const clock = { ahead: 0, now: () => new Date(systemClock.now().getTime() + clock.ahead) };
const server = useServer({}, clock);

const deployment = (slug: string): string => `/api/v1/deployments/${slug}`;
const make = (slug: string) =>
  server.call('/api/v1/deployments', { body: { slug, name: slug, languages: ['en'], exercise: true } });
const start = (slug: string, body: object, cookie = server.adminCookie) =>
  server.call<ExerciseView & ProblemBody>(`${deployment(slug)}/exercise/replay`, { body, cookie });
const change = (slug: string, body: object) =>
  server.call<ExerciseView>(`${deployment(slug)}/exercise/replay`, { method: 'PATCH', body });
const show = async (slug: string): Promise<ExerciseView> =>
  (await server.call<ExerciseView>(`${deployment(slug)}/exercise`)).body;
const reports = async (slug: string): Promise<ReportView[]> =>
  (await server.call<Page<ReportView>>(`${deployment(slug)}/reports?limit=200`)).body.items;

describe('a replay', () => {
  it('is for exercises alone', async () => {
    const refused = await server.main<ProblemBody>('/exercise/replay', { body: { source: 'made-up', speed: 10 } });
    expect([refused.status, (await server.main('/exercise')).status]).toEqual([409, 409]);
  });

  it('tells a made-up storm once, over pauses and a restart', async () => {
    await make('storm');
    expect((await start('storm', { source: 'made-up', speed: 1000 })).body.replay).toMatchObject({ total: 240 });
    expect((await start('storm', { source: 'made-up', speed: 1000 })).status).toBe(409);
    await eventually(async () => expect((await reports('storm')).length).toBeGreaterThan(0));
    expect((await change('storm', { state: 'paused' })).body.replay?.state).toBe('paused');
    await server.restart();
    const { replay } = await show('storm');
    expect(await reports('storm')).toHaveLength(replay?.done ?? -1);
    await change('storm', { state: 'running' });
    clock.ahead += 12 * 3_600_000;
    await server.restart();
    await eventually(async () => expect((await show('storm')).replay).toMatchObject({ state: 'finished', done: 240 }));
    const found = await server.call<{ total: number }>(`${deployment('storm')}/exercise`);
    expect(found.body).toMatchObject({ debrief: { received: 240, looked: 0, incidents: 0, duplicates: 0 } });
    expect((await change('storm', { state: 'paused' })).status).toBe(409);
  });

  it('counts for the debrief what the team made of it', async () => {
    const [one, two] = await reports('storm');
    const act = (id: string | undefined, action: string, body?: object) =>
      server.call(`${deployment('storm')}/reports/${id}/${action}`, { method: 'POST', ...(body && { body }) });
    for (const report of [one, two]) await act(report?.id, 'claim');
    await act(one?.id, 'verify', { incident: { title: 'Dyke' } });
    await act(two?.id, 'reject', { reason: 'duplicate' });
    const { debrief } = await show('storm');
    expect(debrief).toMatchObject({ received: 240, looked: 2, decided: 2, incidents: 1, duplicates: 1 });
    expect(debrief?.medianSecondsToLook).toBeGreaterThanOrEqual(0);
  });

  it('takes over the words of another deployment, masked, nobody behind them, and nothing that is sensitive there', async () => {
    await sendReport(server, {
      text: 'Call me on +00 555 0199 or ada@example.org, the bridge is gone',
      category: 'road',
      location: { lat: 48.1, lon: 11.5 },
      reporter: { name: 'Ada', phone: '+00 555 0199' },
      answers: { families: 3 },
    });
    await sendReport(server, { text: 'The water rises' });
    await sendReport(server, { text: 'They hide at the mill', category: 'security' });
    await openIncident(server, { title: 'Threat', category: 'security' }, { text: 'They know who told it' });
    await make('copy');
    await start('copy', { source: 'deployment', deployment: 'main', speed: 1000 });
    await eventually(async () => expect((await show('copy')).replay).toMatchObject({ state: 'finished', done: 2 }));
    expect((await show('copy')).replay?.total).toBe(2);
    // Both may be told in one step, and so at one moment.
    const told = (await reports('copy')).sort((one, other) => other.text.length - one.text.length);
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('the bridge is gone'), 'The water rises']);
    expect(JSON.stringify(told)).not.toMatch(/0199|ada@|families/);
    expect(told[0]).toMatchObject({ category: 'road', location: { lat: 48.1, lon: 11.5 }, contactable: false });
  });

  it('reads only what the trainer may read', async () => {
    const trainer = await addPerson(server, 'coordinator', 'Trainer', 'copy');
    const wanted = { source: 'deployment', deployment: 'main', speed: 10 };
    expect((await start('copy', wanted, trainer.cookie)).status).toBe(422);
    expect((await start('copy', { ...wanted, deployment: 'none' }, trainer.cookie)).status).toBe(422);
    const { body } = await server.call<ExerciseView>(`${deployment('copy')}/exercise`, { cookie: trainer.cookie });
    expect(body.sources).toEqual([]);
    expect((await show('copy')).sources.map(({ slug }) => slug)).toEqual(['main', 'storm']);
  });
});
