/**
 * What specs of alerts share: a server with stand-ins of a mailbox, an SMS gateway and a push service, and people who ask
 * for alerts there. One server for a test file.
 */
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AlertReceipt, DeploymentView, IncidentDetail, ProblemBody } from '@atesto/contract';
import { SendAlerts } from '../../backend/src/alerts/send-alerts.js';
import { Database, systemClock } from '../../backend/src/platform/index.js';
import { eventually } from './eventually.js';
import { addGateway, StandIn } from './gateways.js';
import { MailStandIn } from './mail-stand-in.js';
import { openIncident } from './people.js';
import { TestServer, type Answer } from './test-server.js';

export const clock = { ahead: 0, now: () => new Date(systemClock.now().getTime() + clock.ahead) };
export const server = new TestServer();
export const [mail, outside] = [new MailStandIn(), new StandIn()];

export function useAlertStage(): void {
  beforeAll(startStage);
  afterAll(stopStage);
}

async function startStage(): Promise<void> {
  await mail.start();
  await outside.start();
  const hosts = `${mail.hosts},${outside.host}`;
  await server.start({ GATEWAY_HOSTS: hosts, PUSH_HOSTS: outside.host, REPORTS_PER_MINUTE: '1000' }, clock);
  await addGateway(server, 'email', mail.settings);
  const receiving = { fromField: 'from', textField: 'msg' };
  const fields = { ...receiving, sendUrl: `${outside.url}/sms`, sendAs: 'json', sendFields: 'to={to}\ntext={text}' };
  await addGateway(server, 'generic-sms', fields);
}

async function stopStage(): Promise<void> {
  await server.stop();
  await mail.stop();
  await outside.stop();
}

export const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
export const page = (path: string, fields?: Record<string, string> | [string, string][]): Promise<Answer<string>> =>
  server.call<string>(path, {
    cookie: null,
    ...(fields !== undefined && { method: 'POST', headers: asForm, body: new URLSearchParams(fields).toString() }),
  });

let count = 0;
export const someone = (): string => `someone-${++count}@people.example.org`;
export const nearMill = { lat: 1, lon: 1, radius: 5_000 };
export const soon = (check: () => void): Promise<void> => eventually(() => Promise.resolve().then(check));
export const mailsTo = (address: string, most: number): Promise<void> =>
  soon(() => expect(mail.sentTo(address)).toHaveLength(most));
export const linkIn = (text: string | undefined, part: string): string =>
  new URL(new RegExp(`http\\S+/alerts/main/${part}/\\S+`).exec(text ?? '')?.[0] ?? 'http://none/none').pathname;
export const ask = (parts: object): Promise<Answer<AlertReceipt & ProblemBody>> =>
  server.main('/alerts', { cookie: null, body: { way: 'email', language: 'en', ...parts } });
export const rows = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> =>
  server.app.get(Database).query<Row & object>(sql, params);
/** What is under way is noted as sent first: by the clock it left before the time that passes. */
export const passed = async (minutes: number): Promise<void> => {
  await eventually(async () =>
    expect(await rows(`select 1 from alert_deliveries where state = 'sending'`)).toEqual([]),
  );
  clock.ahead += minutes * 60_000;
  await server.app.get(SendAlerts, { strict: false }).run();
};

/** Whose address is confirmed, by itself around the mill, and what it was told. */
export async function subscribed(parts: object = {}): Promise<{ address: string; news: () => string[] }> {
  const address = someone();
  const area = 'area' in parts ? {} : { circle: nearMill };
  expect((await ask({ address, ...area, ...parts })).status).toBe(202);
  await mailsTo(address, 1);
  expect((await page(linkIn(mail.sentTo(address)[0]?.text, 'confirm'), {})).body).toContain('from now on');
  return {
    address,
    news: () =>
      mail
        .sentTo(address)
        .slice(1)
        .map(({ subject }) => subject ?? ''),
  };
}

export function browser() {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  const keys = { p256dh: curve.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `${outside.url}/push/${randomUUID()}`, keys };
}

export const atMill = { location: { lat: 1, lon: 1 } };
export const incident = (parts: object = {}, place: object = atMill): Promise<IncidentDetail> =>
  openIncident(server, { ...parts, ...place }, place);
export const change = async (id: string, fields: object): Promise<void> => {
  const { headers } = await server.main(`/incidents/${id}`);
  const answer = await server.main(`/incidents/${id}`, {
    method: 'PATCH',
    headers: { 'if-match': headers.get('etag') ?? '' },
    body: fields,
  });
  expect(answer.status).toBe(200);
};
export async function precision(publicPrecisionMetres: number): Promise<void> {
  const { policy, version } = (await server.main<DeploymentView>('')).body;
  const headers = { 'if-match': `"${version}"` };
  const body = { policy: { ...policy, publicPrecisionMetres } };
  expect((await server.main('', { method: 'PATCH', headers, body })).status).toBe(200);
}
/** Everything up to now was read: an incident that this one is told of comes after all before it. */
export async function settled(): Promise<void> {
  const far = { lat: -60, lon: -60 };
  const { address, news } = await subscribed({ circle: { ...far, radius: 1000 } });
  await incident({ title: 'Settled' }, { location: far });
  await soon(() => expect(news()).toHaveLength(1));
  await page(linkIn(mail.sentTo(address)[1]?.text, 'stop'), {});
}
