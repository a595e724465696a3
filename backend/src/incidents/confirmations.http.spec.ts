/** "I see this too": each person once, for what the public may see, and through merges. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ConfirmationReceipt, DeploymentView, IncidentDetail, PublicIncident } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addPerson, mergeIncident, openIncident, type Person } from '../../../test/support/people.js';
import { useServer } from '../../../test/support/test-server.js';
import { Database } from '../platform/index.js';

const server = useServer();
let responder: Person;
beforeAll(async () => {
  responder = await addPerson(server, 'responder');
});

const confirm = (id: string, person: unknown = randomUUID()) =>
  server.main<ConfirmationReceipt>(`/incidents/${id}/confirmations`, { body: { person }, cookie: null });

const shown = async (id: string): Promise<PublicIncident> =>
  (await server.main<PublicIncident>(`/incidents/${id}`, { cookie: null })).body;

describe('a confirmation', () => {
  it('counts a person once, however often and however it is written', async () => {
    const { id, version, updatedAt } = await openIncident(server);
    const person = randomUUID();
    expect([await confirm(id, person), await confirm(id, person)]).toMatchObject([
      { status: 201, body: { confirmations: 1 } },
      { status: 200, body: { confirmations: 1 } },
    ]);
    expect((await confirm(id, person.toUpperCase())).status).toBe(200);
    expect((await confirm(id)).body).toEqual({ confirmations: 2 });
    expect((await shown(id)).confirmations).toBe(2);
    // Whoever edits it meanwhile is not disturbed.
    const detail = (await server.main<IncidentDetail>(`/incidents/${id}`)).body;
    expect(detail).toMatchObject({ confirmations: 2, version, updatedAt });
  });

  it('counts right when many come at once', async () => {
    const { id } = await openIncident(server);
    const people = Array.from({ length: 10 }, () => randomUUID());
    const answers = await Promise.all([...people, ...people].map((person) => confirm(id, person)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await shown(id)).confirmations).toBe(10);
  });

  it('is for what the public may see only', async () => {
    const { id, version } = await openIncident(server);
    await server.main(`/incidents/${id}`, {
      method: 'PATCH',
      headers: { 'if-match': `"${version}"` },
      body: { visibility: 'internal' },
    });
    expect((await confirm(id)).status).toBe(404);
    expect((await confirm(randomUUID())).status).toBe(404);
    const { body } = await server.call<DeploymentView>('/api/v1/deployments/main');
    const sensitive = body.categories.find((category) => category.sensitive)?.code;
    expect(sensitive).toBeDefined();
    const hidden = await openIncident(server, { category: sensitive });
    expect((await confirm(hidden.id)).status).toBe(404);
  });

  it('needs an id of the person', async () => {
    const { id } = await openIncident(server);
    for (const person of [undefined, null, 'somebody', 5]) expect((await confirm(id, person ?? null)).status).toBe(422);
  });

  it('counts for the survivor of a merge, where each person counts once', async () => {
    const [older, younger] = [await openIncident(server), await openIncident(server)];
    const both = randomUUID();
    for (const person of [both, randomUUID()]) await confirm(older.id, person);
    for (const person of [both, randomUUID()]) await confirm(younger.id, person);
    const merged = await mergeIncident(server, older.id, younger.id, { cookie: responder.cookie });
    expect(merged.body.confirmations).toBe(3);
    expect(await confirm(older.id, both)).toMatchObject({ status: 200, body: { confirmations: 3 } });
    expect(await confirm(older.id)).toMatchObject({ status: 201, body: { confirmations: 4 } });
    expect((await shown(younger.id)).confirmations).toBe(4);
  });

  it('is in the exports, and names nobody in the database', async () => {
    const { id } = await openIncident(server, { title: 'Counted' });
    const person = randomUUID();
    await confirm(id, person);
    await eventually(async () => {
      const csv = await server.main<string>('/exports/incidents.csv?q=counted', { cookie: null });
      const [head = '', row = ''] = csv.body.trim().split('\r\n');
      expect(row.split(',')[head.split(',').indexOf('confirmations')]).toBe('1');
    });
    const geojson = await server.main<{ features: { properties: PublicIncident }[] }>(
      '/exports/incidents.geojson?q=counted',
      { cookie: null },
    );
    expect(geojson.body.features.map(({ properties }) => properties.confirmations)).toEqual([1]);
    const rows = await server.app.get(Database).query<{ text: string }>(
      `select c::text as text from confirmations c
       union all select j::text from journal j where kind = 'incident.confirmed'`,
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { text } of rows) expect(text).not.toContain(person);
  });
});
