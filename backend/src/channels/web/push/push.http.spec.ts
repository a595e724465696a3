/** Web Push against a stand-in push service on this machine, which opens what it gets with the phone's own keys. */
import { createECDH, createDecipheriv, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentDetail, ProblemBody, PushKeyView, PushPayload } from '@atesto/contract';
import { act, sendReport } from '../../../../../test/support/people.js';
import { TestServer } from '../../../../../test/support/test-server.js';
import { Database } from '../../../platform/index.js';
import { ForgetSubscriptions } from './forget-subscriptions.js';

interface Delivery {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
const server = new TestServer();
const deliveries: Delivery[] = [];
/** What the service answers at a path: the first of the list once, the last for ever; 201 where there is none. */
const answers = new Map<string, number[]>();
let service: Server;
let origin = '';

beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      deliveries.push({ path, headers: request.headers, body: Buffer.concat(chunks) });
      const [status = 201, ...more] = answers.get(path) ?? [];
      if (more.length > 0) answers.set(path, more);
      response.writeHead(status, status === 307 ? { location: `${origin}/elsewhere` } : {}).end();
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  await server.start({ PUSH_HOSTS: `push.example.org, ${host}` }, clock);
});
afterAll(async () => {
  await server.stop();
  await new Promise((resolve) => service.close(resolve));
});

/** A phone with keys of its own. */
class Phone {
  private readonly curve: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  readonly path = `/push/${randomBytes(6).toString('hex')}`;

  constructor(readonly language = 'en') {
    this.curve.generateKeys();
  }

  get subscription() {
    const keys = { p256dh: this.curve.getPublicKey('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: origin + this.path, keys, language: this.language };
  }

  get messages(): Delivery[] {
    return deliveries.filter(({ path }) => path === this.path);
  }

  async hears(count = 1): Promise<PushPayload[]> {
    for (let tries = 0; this.messages.length < count; tries++) {
      if (tries > 300) throw new Error(`heard ${this.messages.length} of ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.messages.map(({ body }) => JSON.parse(this.open(body)) as PushPayload);
  }

  /** RFC 8291 over RFC 8188, as a browser does it. */
  private open(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + body.readUInt8(20));
    const sealed = body.subarray(21 + senderKey.length);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.curve.getPublicKey(), senderKey]);
    const input = Buffer.from(hkdfSync('sha256', this.curve.computeSecret(senderKey), this.auth, info, 32));
    const derive = (name: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${name}\0`, length));
    const opened = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    opened.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
    return text.subarray(0, text.lastIndexOf(2)).toString('utf8');
  }
}

const put = (followPath: string, body: unknown, method = 'PUT') =>
  server.call<ProblemBody>(`/api/v1${followPath}/push`, { method, body, cookie: null });

async function subscribed(phone: Phone, report: object = {}): Promise<{ id: string; followPath: string }> {
  const sent = await sendReport(server, report);
  expect((await put(sent.followPath, phone.subscription)).status).toBe(204);
  return sent;
}

const work = (id: string, action: string, body?: object) => act(server, id, action, server.adminCookie, body);
const count = async (): Promise<number> =>
  (await server.app.get(Database).query('select 1 from push_subscriptions')).length;

describe('a phone that subscribed', () => {
  it('is told what became of its report, signed by this installation and for its eyes only', async () => {
    const phone = new Phone('de');
    const { id, followPath } = await subscribed(phone, { text: 'Wasser im Keller', place: 'Am Ufer' });
    await work(id, 'claim');
    await work(id, 'ask', { text: 'Wie viele Leute?' });
    const [payload] = await phone.hears();
    expect(payload).toEqual({
      kind: 'asked',
      follow: followPath,
      title: 'Wir haben eine Frage',
      body: expect.any(String),
    });
    expect(JSON.stringify(payload)).not.toMatch(/Wasser|Keller|Ufer|Leute/);
    const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = phone.messages;
    expect(headers).toMatchObject({ ttl: '604800', 'content-encoding': 'aes128gcm' });
    expect(body.includes('Frage')).toBe(false);
    const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(key).toBe((await server.call<PushKeyView>('/api/v1/push-key', { cookie: null })).body.key);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const x = point.subarray(1, 33).toString('base64url');
    const y = point.subarray(33).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: origin });
  });

  it('hears of each step once: confirmed, rejected, and over', async () => {
    const [phone, other] = [new Phone(), new Phone('fr')];
    const { id } = await subscribed(phone);
    await work(id, 'claim');
    const verified = await work(id, 'verify', { incident: { title: 'Dry well' } });
    await phone.hears();
    const { id: added } = await subscribed(other);
    await work(added, 'claim');
    await work(added, 'verify', { incident: verified.body.incident?.id });
    await other.hears();
    const body = { status: 'resolved', reason: 'A truck came', public: true };
    await server.main<IncidentDetail>(`/incidents/${verified.body.incident?.id}/status`, { body });
    expect((await phone.hears(2)).map(({ kind }) => kind)).toEqual(['verified', 'resolved']);
    expect((await other.hears(2)).map(({ title }) => title)).toEqual([
      'Votre signalement est confirmé',
      'C’est terminé',
    ]);
    const third = new Phone();
    const { id: rejected } = await subscribed(third);
    await work(rejected, 'claim');
    await work(rejected, 'reject', { reason: 'duplicate', note: 'secret' });
    expect((await third.hears()).map(({ kind }) => kind)).toEqual(['rejected']);
  });

  it('hears after the server was away what happened before, and nothing twice', async () => {
    const phone = new Phone();
    const { id } = await subscribed(phone);
    await work(id, 'claim');
    await work(id, 'ask', { text: '?' });
    await server.restart();
    await phone.hears();
    await work(id, 'reject', { reason: 'spam' });
    expect((await phone.hears(2)).map(({ kind }) => kind)).toEqual(['asked', 'rejected']);
  });

  it('is tried again when its service fails, which is not followed elsewhere, and alone', async () => {
    const [phone, beside] = [new Phone(), new Phone()];
    answers.set(phone.path, [500, 307, 201]);
    const { id, followPath } = await subscribed(phone);
    await put(followPath, beside.subscription);
    await work(id, 'claim');
    await work(id, 'ask', { text: '?' });
    await phone.hears(3);
    expect(beside.messages).toHaveLength(1);
    expect(deliveries.filter(({ path }) => path === '/elsewhere')).toEqual([]);
  }, 30_000);

  it('is forgotten when its service says that it is gone, or when it asks for it', async () => {
    const [gone, asked] = [new Phone(), new Phone()];
    answers.set(gone.path, [410]);
    const before = await count();
    const { id, followPath } = await subscribed(gone);
    await put(followPath, asked.subscription);
    expect(await count()).toBe(before + 2);
    expect((await put(followPath, { endpoint: asked.subscription.endpoint }, 'DELETE')).status).toBe(204);
    expect((await put(followPath, { endpoint: asked.subscription.endpoint }, 'DELETE')).status).toBe(204);
    await work(id, 'claim');
    await work(id, 'ask', { text: '?' });
    await gone.hears();
    for (let tries = 0; (await count()) > before && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await count()).toBe(before);
    expect(asked.messages).toEqual([]);
  });
});

describe('a subscription', () => {
  it('is one for a phone, and at most five for a report, the newest', async () => {
    const before = await count();
    const { followPath } = await sendReport(server);
    const phones = Array.from({ length: 6 }, () => new Phone());
    for (const phone of [...phones, ...phones.slice(3)]) {
      clock.ahead += 1000;
      expect((await put(followPath, phone.subscription)).status).toBe(204);
    }
    expect(await count()).toBe(before + 5);
  });

  it('lies sealed: the database tells neither address nor keys', async () => {
    const phone = new Phone();
    await subscribed(phone);
    const rows = await server.app
      .get(Database)
      .query<{ sealed: Buffer; endpoint_name: Buffer }>('select sealed, endpoint_name from push_subscriptions');
    for (const { sealed, endpoint_name: name } of rows) {
      expect(Buffer.concat([sealed, name]).includes(phone.path)).toBe(false);
    }
  });

  it('is refused for addresses that are no push service, and for keys that are none', async () => {
    const { followPath } = await sendReport(server);
    const { subscription } = new Phone();
    const bad: [body: unknown, pointer: string][] = [
      [{ ...subscription, endpoint: 'http://127.0.0.1:1/x' }, '/endpoint'],
      [{ ...subscription, endpoint: 'https://example.org/x' }, '/endpoint'],
      [{ ...subscription, endpoint: 'https://localhost/x' }, '/endpoint'],
      [{ ...subscription, keys: { ...subscription.keys, p256dh: 'A'.repeat(87) } }, '/keys/p256dh'],
      [{ ...subscription, keys: { ...subscription.keys, auth: 'AAAA' } }, '/keys/auth'],
      [{ ...subscription, keys: null }, '/keys'],
      [{ ...subscription, language: 'no language' }, '/language'],
      [{}, '/endpoint'],
    ];
    for (const [body, pointer] of bad) {
      const { status, body: problem } = await put(followPath, body);
      expect([status, problem.errors?.map((error) => error.pointer)]).toEqual([422, expect.arrayContaining([pointer])]);
    }
    const known = { ...subscription, endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/x' };
    expect((await put(followPath, known)).status).toBe(204);
    expect((await put('/follow/none', subscription)).status).toBe(404);
  });

  it("is forgotten after the deployment's term for contacts", async () => {
    await subscribed(new Phone());
    await server.app.get(ForgetSubscriptions).run();
    expect(await count()).toBeGreaterThan(0);
    clock.ahead += 91 * 86_400_000;
    await server.app.get(ForgetSubscriptions).run();
    expect(await count()).toBe(0);
  });
});
