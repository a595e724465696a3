/** Every list of the API that comes in pages, and how to give it rows: made up, several of them at the same time. */
import { randomUUID } from 'node:crypto';
import { Database } from '../../backend/src/platform/index.js';
import { addAreas } from './overlays.js';
import { act, addPerson, openIncident, sendReport } from './people.js';
import type { TestServer } from './test-server.js';

const api = '/api/v1';
const d = `${api}/deployments/{deployment}`;
const main = `${api}/deployments/main`;

async function thrice(work: (n: number) => Promise<unknown>): Promise<void> {
  for (const n of [1, 2, 3]) await work(n);
}

/** Writes what the statement takes from `given`: five rows, each two at the same time. `one` and `other` are ids. */
async function write(server: TestServer, statement: string, one?: string, other?: string): Promise<void> {
  await server.app.get(Database).query(
    `with given as (
       select d.id as deployment, n, date_trunc('second', now()) - n / 2 * interval '1 minute' as at, $1::uuid as one,
         $2::uuid as other, (select id from users where is_admin order by id limit 1) as admin
       from deployments d, generate_series(1, 5) as n where d.slug = 'main')
     ${statement}`,
    [one ?? null, other ?? null],
  );
}

/** Of these columns and their values; every table here is of a deployment. */
const insert = (table: string, values: Record<string, string>): string =>
  `insert into ${table} (deployment_id, ${Object.keys(values).join(', ')})
   select deployment, ${Object.values(values).join(', ')} from given`;
const anyId = 'gen_random_uuid()';

async function noted(server: TestServer, path: string): Promise<string> {
  await thrice((n) => server.main(`${path}/notes`, { body: { text: `Note ${n}`, mentions: [] } }));
  return `${main}${path}/notes`;
}

const takeBack = (server: TestServer, { headers }: { headers: Headers }) =>
  server.main(`/actions/${headers.get('x-action')}/undo`, { method: 'POST' });

/** The first claim was taken back, which an entry of a later page says. */
async function claimed(server: TestServer): Promise<string> {
  const { id } = await sendReport(server);
  await takeBack(server, await act(server, id, 'claim', server.adminCookie));
  await act(server, id, 'claim', server.adminCookie);
  await act(server, id, 'release', server.adminCookie);
  return id;
}

/** The second word about it was taken back. */
async function areaHistory(server: TestServer): Promise<string> {
  const path = `/overlays/${(await addAreas(server)).id}/areas/a`;
  const say = (state: string) => server.main(path, { method: 'PATCH', body: { state } });
  await say('watch');
  await takeBack(server, await say('warning'));
  await say('evacuate');
  await say('none');
  return `${main}${path}/history`;
}

async function moved(server: TestServer): Promise<string> {
  const { id } = await openIncident(server);
  for (const status of ['responding', 'resolved', 'responding']) {
    await server.main(`/incidents/${id}/status`, { body: { status, reason: 'So it is', public: true } });
  }
  return id;
}

async function partner(server: TestServer): Promise<string> {
  const id = randomUUID();
  const values = { id: 'one', state: `'ended'`, name: `'Coast'`, created_at: 'at' };
  await write(server, `${insert('sharing_partners', values)} where n = 1`, id);
  return id;
}

type Given = (server: TestServer) => Promise<string>;

const rows =
  (table: string, values: Record<string, string>, path: string): Given =>
  async (server) => {
    await write(server, insert(table, values));
    return `${main}${path}`;
  };

const byCalls: Record<string, Given> = {
  // Two of one name: their ids tell which comes first.
  [`${d}/members`]: async (server) => {
    for (const name of ['Ana', 'Bo', 'Ana', 'Cleo']) await addPerson(server, 'viewer', name);
    return `${main}/members`;
  },
  [`${api}/organisations`]: async (server) => {
    await thrice((n) => server.call(`${api}/organisations`, { body: { name: `Brigade ${n}` } }));
    return `${api}/organisations`;
  },
  [`${d}/reports`]: async (server) => {
    await thrice(() => sendReport(server));
    return `${main}/reports`;
  },
  [`${d}/reports/{id}/history`]: async (server) => `${main}/reports/${await claimed(server)}/history`,
  [`${d}/reports/{id}/notes`]: async (server) => noted(server, `/reports/${(await sendReport(server)).id}`),
  [`${d}/incidents`]: async (server) => {
    await thrice(() => openIncident(server));
    return `${main}/incidents`;
  },
  [`${d}/incidents/{id}/history`]: async (server) => `${main}/incidents/${await moved(server)}/history`,
  [`${d}/incidents/{id}/public-history`]: async (server) => `${main}/incidents/${await moved(server)}/public-history`,
  [`${d}/incidents/{id}/notes`]: async (server) => noted(server, `/incidents/${(await openIncident(server)).id}`),
  [`${d}/incidents/{id}/evidence`]: async (server) => {
    const path = `/incidents/${(await openIncident(server)).id}/evidence`;
    await thrice((n) => server.main(path, { body: { kind: 'call', note: `Caller ${n}` } }));
    return `${main}${path}`;
  },
  [`${d}/offers`]: async (server) => {
    const body = { kind: 'water', quantity: 5, unit: 'litres', contact: { phone: '+00 555 0103' } };
    await thrice(() => server.main('/offers', { cookie: null, body }));
    return `${main}/offers`;
  },
  [`${d}/overlays/{id}/areas/{area}/history`]: areaHistory,
  [`${d}/situation-reports`]: async (server) => {
    const texts = [{ language: 'en', summary: 'Water is rising.', messages: [] }];
    await thrice((n) => server.main('/situation-reports', { body: { title: `Day ${n}`, texts, published: true } }));
    return `${main}/situation-reports`;
  },
};

const byRows: Record<string, Given> = {
  [`${d}/incidents/{id}/shares`]: async (server) => {
    const { id } = await openIncident(server);
    const about = { id: anyId, partner_id: 'one', incident_id: 'other', state: `'stopped'`, created_at: 'at' };
    const values = { ...about, exact_place: 'false', beyond_public: 'false' };
    await write(server, insert('shares_out', values), await partner(server), id);
    return `${main}/incidents/${id}/shares`;
  },
  // What waits stands first, whatever its time.
  [`${d}/sharing/inbox`]: async (server) => {
    const state = `case when n % 2 = 0 then 'new' else 'refused' end`;
    const times = { received_at: 'at', updated_at: 'at' };
    const values = { partner_id: 'one', id: anyId, state, sequence: 'n', theirs: `'{}'`, provenance: `'[]'`, ...times };
    await write(server, insert('shares_in', values), await partner(server));
    return `${main}/sharing/inbox`;
  },
  [`${d}/hand-overs`]: rows(
    'hand_overs',
    { id: anyId, by_user: 'admin', note: `'Shift ' || n`, items: `'[]'`, at: 'at' },
    '/hand-overs',
  ),
  [`${d}/gateways/{id}/log`]: async (server) => {
    const gateway = randomUUID();
    const said = { direction: `'in'`, request: 'n::text', answer: `''`, outcome: `'report'` };
    await write(server, insert('gateway_log', { id: anyId, gateway_id: 'one', at: 'at', ...said }), gateway);
    return `${main}/gateways/${gateway}/log`;
  },
  [`${d}/exports/jobs`]: rows(
    'export_jobs',
    {
      ...{ id: anyId, format: `'csv'`, audience: `'public'`, filter: `''`, columns: `'[]'`, state: `'cancelled'` },
      ...{ rows: 'n', created_by: 'admin', created_at: 'at' },
    },
    '/exports/jobs',
  ),
  // What waits by one way is one line, and so is what one message carries.
  [`${d}/notices/deliveries`]: async (server) => {
    const what = { user_id: 'admin', seq: 'n', way: 'way', state: 'state', due_at: 'at', handled_at: 'at' };
    const message = `case state when 'waiting' then null else md5(way || n / 2)::uuid end`;
    const ways = `(values ('email', 'sent'), ('sms', 'failed'), ('chat', 'waiting')) as w (way, state)`;
    await write(server, `${insert('notice_deliveries', { ...what, message_id: message })}, ${ways}`);
    return `${main}/notices/deliveries`;
  },
  [`${d}/broadcasts/sent`]: rows(
    'broadcasts',
    {
      ...{ id: anyId, subject: `'Water'`, text: `'Boil it ' || n`, severity: `'high'`, categories: `'{}'` },
      ...{ sent_by: 'admin', at: 'at' },
    },
    '/broadcasts/sent',
  ),
  [`${d}/webhooks/{id}/deliveries`]: async (server) => {
    const id = randomUUID();
    const wishes = { kinds: `'[]'`, categories: `'[]'`, min_severity: `'low'`, audience: `'public'` };
    const webhook = { id: 'one', name: `'Radio'`, enabled: 'false', sealed: `''`, created_at: 'at', ...wishes };
    await write(server, `${insert('webhooks', webhook)} where n = 1`, id);
    const times = { created_at: 'at', since: 'at', due_at: 'at' };
    const what = { kind: `'webhook'`, sequence: 'n', type: `'ping'`, body: `'{}'`, state: `'delivered'` };
    await write(server, insert('outgoing_calls', { lane_id: 'one', id: anyId, ...what, ...times }), id);
    return `${main}/webhooks/${id}/deliveries`;
  },
};

/** By the path as the description of the API says it: makes at least three rows, and resolves to the address. */
export const growingLists: Record<string, Given> = { ...byCalls, ...byRows };
