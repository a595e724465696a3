/** An exercise over HTTP: it is one for good, it says so wherever it is seen, and nothing leaves it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DeploymentView, IncidentDetail, ProblemBody, ReportDetail, ReportReceipt } from '@atesto/contract';
import { openIncident } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';

const server = useServer();
const path = '/api/v1/deployments/storm';
let followPath = '';

/** A report in the exercise that was verified into an incident of it. */
async function incidentOfExercise(): Promise<IncidentDetail> {
  const body = { id: randomUUID(), text: 'The dyke leaks, says a player' };
  const sent = await server.call<ReportReceipt>(`${path}/reports`, { body, cookie: null });
  followPath = new URL(sent.body.follow).pathname;
  const input = { incident: { title: 'Dyke leaks' } };
  await server.call(`${path}/reports/${body.id}/claim`, { method: 'POST' });
  const { body: report } = await server.call<ReportDetail>(`${path}/reports/${body.id}/verify`, { body: input });
  return (await server.call<IncidentDetail>(`${path}/incidents/${report.incident?.id}`)).body;
}

describe('an exercise', () => {
  it('is one from the moment it is made, and stays one', async () => {
    const body = { slug: 'storm', name: 'Storm', exercise: true };
    expect((await server.call<DeploymentView>('/api/v1/deployments', { body })).body.exercise).toBe(true);
    for (const deployment of ['storm', 'main']) {
      const change = { method: 'PATCH', headers: { 'if-match': '"1"' }, body: { exercise: deployment === 'main' } };
      expect((await server.call(`/api/v1/deployments/${deployment}`, change)).status).toBe(422);
    }
    expect((await server.call<DeploymentView>(path)).body.exercise).toBe(true);
    expect((await server.main<DeploymentView>('')).body.exercise).toBe(false);
  });

  it('says so on every page that the public sees, which no search engine keeps', async () => {
    await incidentOfExercise();
    for (const page of ['/report/storm', '/poster/storm', followPath]) {
      const { body } = await server.call<string>(page, { cookie: null, headers: { 'accept-language': 'en' } });
      expect([page, body.includes('EXERCISE'), body.includes('noindex, nofollow')]).toEqual([page, true, true]);
    }
    expect((await server.call<string>('/map/storm', { cookie: null })).body).toContain('noindex, nofollow');
    expect((await server.call<string>('/map/main', { cookie: null })).body).not.toContain('noindex');
    for (const page of ['/report/main', '/poster/main']) {
      expect((await server.call<string>(page, { cookie: null })).body).not.toContain('EXERCISE');
    }
    expect((await server.call<string>('/', { cookie: null })).body).toContain('EXERCISE');
  });

  it('says so in every file, in its name and in each row', async () => {
    for (const ending of ['csv', 'geojson']) {
      const { body, headers } = await server.call(`${path}/exports/incidents.${ending}`);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="EXERCISE-storm-incidents.${ending}"`);
      expect(typeof body === 'string' ? body : JSON.stringify(body)).toContain('EXERCISE: Dyke leaks');
      const own = await server.main(`/exports/incidents.${ending}`);
      expect(own.headers.get('content-disposition')).toBe(`attachment; filename="main-incidents.${ending}"`);
    }
  });

  it('has no channel that could send, and tells no phone', async () => {
    const gateway = { kind: 'smssync', name: 'A phone', settings: { secret: 'made up secret' } };
    const refused = await server.call<ProblemBody>(`${path}/gateways`, { body: gateway });
    expect([refused.status, refused.body.type]).toEqual([409, expect.stringMatching(/exercise$/)]);
    const push = { method: 'PUT', cookie: null, body: { endpoint: 'https://fcm.googleapis.com/x' } };
    expect((await server.call(`/api/v1${followPath}/push`, push)).status).toBe(409);
  });

  it('keeps what is in it: no id of it leads anywhere in another deployment, nor the other way round', async () => {
    const [inside, outside] = [await incidentOfExercise(), await openIncident(server)];
    const report = inside.reportItems[0]?.id ?? '';
    const tries: [path: string, body?: object][] = [
      [`/reports/${report}/claim`],
      [`/reports/${report}/verify`, { incident: outside.id }],
      [`/reports/${report}/reopen`, {}],
      [`/incidents/${inside.id}/merge`, { into: outside.id }],
      [`/incidents/${outside.id}/merge`, { into: inside.id }],
      [`/incidents/${inside.id}/status`, { status: 'resolved', reason: 'Over', public: true }],
    ];
    for (const [of, body] of tries) {
      const headers = { 'if-match': '"1"' };
      const { status } = await server.main(of, { method: 'POST', headers, ...(body && { body }) });
      expect([of, status >= 400 && status < 500]).toEqual([of, true]);
    }
    const sent = await server.main<ReportReceipt>('/reports', {
      body: { id: randomUUID(), text: 'Real' },
      cookie: null,
    });
    await server.main(`/reports/${sent.body.id}/claim`, { method: 'POST' });
    const moved = await server.main(`/reports/${sent.body.id}/verify`, { body: { incident: inside.id } });
    expect(moved.status).toBe(404);
    expect((await server.call<IncidentDetail>(`${path}/incidents/${inside.id}`)).body).toMatchObject({ reports: 1 });
    expect((await server.main<IncidentDetail>(`/incidents/${outside.id}`)).body).toMatchObject({ reports: 1 });
  });
});
