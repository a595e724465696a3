/** Broadcasts over HTTP: whom they reach, as often as they may, and never twice. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { BroadcastReach, BroadcastView, ProblemBody, PublicBroadcast } from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addPerson } from '../../../test/support/people.js';
import {
  ask,
  clock,
  linkIn,
  mail,
  mailsTo,
  page,
  rows,
  server,
  settled,
  someone,
  subscribed,
  useAlertStage,
} from '../../../test/support/alert-stage.js';

useAlertStage();

describe('a broadcast', () => {
  const words = (parts: object = {}) => ({
    id: randomUUID(),
    subject: 'Water',
    text: `Boil it. ${randomUUID()}`,
    severity: 'high',
    ...parts,
  });
  const send = (body: object, cookie = server.adminCookie) =>
    server.main<BroadcastView & ProblemBody>('/broadcasts', { body, cookie });
  const hourOn = (): number => (clock.ahead += 61 * 60_000);

  it('reaches each address once whose area touches, as many as its preview says', async () => {
    const circle = { lat: -20, lon: -20, radius: 10_000 };
    const [one, beside, fire] = await Promise.all([
      subscribed({ circle }),
      subscribed({ circle: { ...circle, lat: -19.85 } }),
      subscribed({ circle, categories: ['fire'] }),
    ]);
    await ask({ address: one.address, circle: { ...circle, radius: 5_000 } });
    await mailsTo(one.address, 2);
    await page(linkIn(mail.sentTo(one.address)[1]?.text, 'confirm'), {});
    const responder = await addPerson(server, 'responder');
    const wish = { circle: { ...circle, radius: 1_000 }, categories: ['water'] };
    const preview = await server.main<BroadcastReach>('/broadcasts/preview', { body: wish, cookie: responder.cookie });
    expect(preview.body).toEqual({ email: 1, sms: 0, push: 0 });
    const body = words(wish);
    const sent = await send(body, responder.cookie);
    expect(sent.status).toBe(201);
    await mailsTo(one.address, 3);
    await settled();
    expect(mail.sentTo(one.address)[2]).toMatchObject({ subject: 'Atesto: serious: Water' });
    expect(mail.sentTo(one.address)[2]?.text).toContain(body.text);
    const feed = async (query: string): Promise<string> =>
      (await page(`/api/v1/deployments/main/alerts.atom?${query}`)).body;
    expect(await feed('lat=-20&lon=-20&radius=5000&categories=water')).toContain(body.text);
    expect(await feed('lat=-20&lon=-20&radius=5000&categories=fire')).not.toContain(body.text);
    expect(await feed('lat=20&lon=20&radius=5000')).not.toContain(body.text);
    expect([beside.news(), fire.news()].map((all) => all.filter((subject) => /Water/.test(subject)))).toEqual([[], []]);
    await eventually(async () => {
      const list = await server.main<{ items: BroadcastView[] }>('/broadcasts/sent', { cookie: responder.cookie });
      expect(list.body.items.find(({ id }) => id === body.id)).toMatchObject({
        by: { name: 'responder' },
        deliveries: { email: { sent: preview.body.email, failed: 0, waiting: 0 } },
      });
    });
    const shown = await server.main<{ items: PublicBroadcast[] }>('/broadcasts', { cookie: null });
    expect(Object.keys(shown.body.items[0] ?? {}).sort()).toEqual(
      ['area', 'at', 'categories', 'circle', 'id', 'severity', 'subject', 'text'].sort(),
    );
    expect((await page('/alerts/main')).body).toContain(body.text);
    const journal = await rows(`select 1 from journal where kind = 'broadcast.sent' and subject_id = $1`, [body.id]);
    expect(journal).toHaveLength(1);
  });

  it('sent again under its id is the same, and other words under it are refused', async () => {
    hourOn();
    const one = await subscribed();
    const body = words();
    expect((await send(body)).status).toBe(201);
    const again = await send(body);
    expect([again.status, again.body.id]).toEqual([200, body.id]);
    const other = await send({ ...body, text: 'Something else' });
    expect([other.status, other.body.type]).toEqual([409, '/problems/other-broadcast']);
    await settled();
    expect(one.news().filter((subject) => /Water/.test(subject))).toHaveLength(1);
  });

  it('with words that were just said is asked about first', async () => {
    hourOn();
    const body = words({ circle: { lat: 40, lon: 40, radius: 1000 } });
    expect((await send(body)).status).toBe(201);
    const same = await send({ ...body, id: randomUUID(), circle: { lat: 40, lon: 40.01, radius: 1000 } });
    expect([same.status, same.body.type]).toEqual([409, '/problems/just-said']);
    const elsewhere = { ...body, id: randomUUID(), circle: { lat: 41, lon: 40, radius: 1000 } };
    expect((await send(elsewhere)).status).toBe(201);
    expect((await send({ ...body, id: randomUUID(), again: true })).status).toBe(201);
  });

  it('is one of six in an hour', async () => {
    hourOn();
    const there = { circle: { lat: 50, lon: 50, radius: 1000 } };
    for (let sent = 0; sent < 6; sent++) expect((await send(words(there))).status).toBe(201);
    const refused = await send(words(there));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    hourOn();
    expect((await send(words(there))).status).toBe(201);
  });

  it('is not for those who only look on, and needs words', async () => {
    const viewer = await addPerson(server, 'viewer');
    expect((await send(words(), viewer.cookie)).status).toBe(403);
    for (const wrong of [{ subject: ' ' }, { text: 'x'.repeat(1001) }, { severity: 'odd' }, { categories: ['none'] }]) {
      expect((await send(words(wrong))).status).toBe(422);
    }
  });
});

describe('an exercise', () => {
  it('takes nobody on, its broadcasts reach nobody, and its feed says what it is', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'drill', name: 'A drill', exercise: true } });
    const drill = (path: string, body: object) =>
      server.call<BroadcastView & BroadcastReach>(`/api/v1/deployments/drill${path}`, { body });
    expect((await drill('/alerts', { way: 'email', language: 'en', address: someone() })).status).toBe(409);
    expect((await page('/alerts/drill')).body).toContain('nobody is told anything');
    expect((await drill('/broadcasts/preview', {})).body).toEqual({ email: 0, sms: 0, push: 0 });
    const body = { id: randomUUID(), subject: 'Drill', text: 'Boil the water', severity: 'high' };
    expect((await drill('/broadcasts', body)).status).toBe(201);
    const shown = await server.call<{ items: PublicBroadcast[] }>('/api/v1/deployments/drill/broadcasts', { cookie: null }); // prettier-ignore
    expect([shown.status, shown.body.items]).toEqual([200, []]);
    const reported = { id: randomUUID(), text: 'The well is dry' };
    expect((await drill('/reports', reported)).status).toBe(201);
    const at = `/reports/${reported.id}`;
    await server.call(`/api/v1/deployments/drill${at}/claim`, { method: 'POST' });
    expect((await drill(`${at}/verify`, { incident: { title: 'Made-up flood' } })).status).toBe(200);
    const feed = (await page('/api/v1/deployments/drill/alerts.atom?lang=en')).body;
    expect(feed).toMatch(/<title>EXERCISE: [^<]*A drill/);
    expect(feed).toMatch(/<title>EXERCISE: #\d+ Made-up flood/);
  });
});
