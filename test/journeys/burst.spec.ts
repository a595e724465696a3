/**
 * A flood of messages through three channels at 200 a second, many of them twice, while a console watches: all are there,
 * none twice, live. BURST_GEOJSON names a file of real reports (points with `text`, `title`) to be replayed instead of
 * made-up ones; nothing of it is kept.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import type { ChangesFrame, DeploymentView, WatchAck } from '@atesto/contract';
import { useBrowser } from '../support/browser.js';
import { addGateway, post, until } from '../support/gateways.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { accountSid, authToken, callAsTwilio } from '../support/twilio.js';
import { queue, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer({ GATEWAY_HOSTS: 'localhost' });

interface Said {
  text: string;
  lat: number;
  lon: number;
}

const perSecond = 200;
const secret = 'a made-up secret';

function madeUp(): Said[] {
  return Array.from({ length: 600 }, (_, n) => ({
    text: `Exercise: water of ${10 + (n % 90)} cm in street ${n}`,
    lat: 20 + (n % 25) / 100,
    lon: 10 + Math.floor(n / 25) / 100,
  }));
}

interface Feature {
  geometry: { coordinates: [number, number] };
  properties: { text: string | null; title: string | null };
}

function replayed(file: string): Said[] {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] };
  return features.map(({ geometry: { coordinates }, properties: { text, title } }) => ({
    text: text?.trim() || title?.trim() || 'Banjir',
    lat: coordinates[1],
    lon: coordinates[0],
  }));
}

const file = process.env['BURST_GEOJSON'];
const all = file === undefined ? madeUp() : replayed(file);
const middle = all[Math.floor(all.length / 2)] ?? { lat: 0, lon: 0 };

/** Each message from somebody else, and none of these numbers is anybody's. */
const numberOf = (n: number): string => `+1202555${String(n).padStart(4, '0')}`;
const inWords = ({ text, lat, lon }: Said): string => `${text} (${lat.toFixed(5)}, ${lon.toFixed(5)})`;

type Sender = (n: number, said: Said) => Promise<number>;
let senders: Sender[] = [];

const viaSms =
  (path: string): Sender =>
  async (n, said) =>
    (
      await post(server, path, {
        from: numberOf(n),
        message: inWords(said),
        message_id: `burst-${n}`,
        device_id: 'burst',
        sent_timestamp: String(Date.now()),
        secret,
      })
    ).status;

const viaWhatsApp =
  (path: string, origin: string): Sender =>
  async (n, said) => {
    const fields = {
      MessageSid: `SM${String(n).padStart(32, '0')}`,
      AccountSid: accountSid,
      From: `whatsapp:${numberOf(n)}`,
      To: 'whatsapp:+12025550199',
      Body: said.text,
      NumMedia: '0',
      Latitude: String(said.lat),
      Longitude: String(said.lon),
    };
    return (await callAsTwilio(server, path, fields, authToken, origin)).status;
  };

const viaAfricasTalking =
  (path: string): Sender =>
  async (n, said) =>
    (
      await post(server, path, {
        id: `burst-${n}`,
        from: numberOf(n),
        to: '4455',
        text: inWords(said),
        date: new Date().toISOString(),
      })
    ).status;

beforeAll(async () => {
  const { body } = await server.main<DeploymentView>('');
  const area = { west: middle.lon - 1, south: middle.lat - 1, east: middle.lon + 1, north: middle.lat + 1 };
  await server.main('', { method: 'PATCH', headers: { 'if-match': `"${body.version}"` }, body: { area } });
  // What is sent back finds nobody at home; that is another matter.
  const apiUrl = 'http://localhost:9';
  const sms = await addGateway(server, 'smssync', { secret });
  const twilio = await addGateway(server, 'twilio-whatsapp', { accountSid, authToken, from: '+12025550199', apiUrl });
  const talking = await addGateway(server, 'africastalking-sms', { username: 'sandbox', apiKey: 'made up', apiUrl });
  const { origin } = new URL(twilio.addresses[0]?.url ?? '');
  senders = [viaSms(sms.path), viaWhatsApp(twilio.path, origin), viaAfricasTalking(talking.path)];
});

/** Sends every message at its time, every fifth one twice, as providers do; resolves with the statuses. */
async function send(): Promise<number[]> {
  const startedAt = performance.now();
  const statuses: Promise<number>[] = [];
  for (const [n, said] of all.entries()) {
    const waitMs = startedAt + (n * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const sender = senders[n % senders.length] as Sender;
    statuses.push(sender(n, said));
    if (n % 5 === 0) statuses.push(sender(n, said));
  }
  return Promise.all(statuses);
}

function watch(heard: string[]): Promise<Socket> {
  const extraHeaders = { cookie: server.adminCookie };
  const socket = io(`${server.url}/live`, { transports: ['websocket'], extraHeaders });
  socket.on('changes', ({ items }: ChangesFrame) => {
    for (const { kind, id } of items) if (kind === 'report.received') heard.push(id);
  });
  return new Promise((resolve) => {
    socket.emit('watch', { deployment: 'main', audience: 'responders' }, (_: WatchAck) => resolve(socket));
  });
}

async function counted(): Promise<{ ids: Set<string>; located: number }> {
  const ids = new Set<string>();
  let located = 0;
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await server.main<{ items: { id: string; location: object | null }[]; next: string | null }>(
      `/reports?limit=200${query}`,
    );
    for (const { id, location } of body.items) {
      ids.add(id);
      if (location !== null) located++;
    }
    cursor = body.next;
  } while (cursor !== null);
  return { ids, located };
}

it('is all there, none twice, and live', async () => {
  const page = await people.person();
  await signIn(page, adminEmail, adminPassword);
  const heard: string[] = [];
  const socket = await watch(heard);
  const startedAt = performance.now();
  const statuses = await send();
  const answeredMs = performance.now() - startedAt;
  expect(new Set(statuses.map((status) => Math.floor(status / 100)))).toEqual(new Set([2]));
  await until(() => Promise.resolve(heard.length >= all.length));
  const heardMs = performance.now() - startedAt;
  const { ids, located } = await counted();
  expect(ids.size).toBe(all.length);
  expect(heard).toHaveLength(all.length);
  expect(new Set(heard)).toEqual(ids);
  expect(located).toBe(all.length);
  await queue(page)
    .getByText(`${all.length.toLocaleString('en')} open reports`)
    .or(queue(page).getByText(/\+ open reports/))
    .waitFor();
  socket.disconnect();
  console.info(
    `${all.length} messages (${statuses.length} requests) were answered in ${(answeredMs / 1000).toFixed(1)} s, ` +
      `the last frame came after ${(heardMs / 1000).toFixed(1)} s`,
  );
});
