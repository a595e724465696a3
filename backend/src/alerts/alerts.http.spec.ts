/** Alerts over HTTP: asked for, confirmed, told once and ended, through stand-ins of a mailbox, an SMS gateway and a browser. */
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually.js';
import { SettleSubscription } from './settle-subscription.js';
import {
  ask,
  browser,
  change,
  clock,
  incident,
  linkIn,
  mail,
  mailsTo,
  nearMill,
  outside,
  page,
  passed,
  precision,
  rows,
  server,
  settled,
  someone,
  soon,
  subscribed,
  useAlertStage,
} from '../../../test/support/alert-stage.js';

useAlertStage();

describe('a subscription by mail', () => {
  it('begins when the button behind the link is pressed, not when a program looks at it', async () => {
    const address = someone();
    const form = {
      where: 'around',
      place: '1.0000, 1.0000 Call 0900 now',
      lat: '1',
      lon: '1',
      radius: '5',
      way: 'email',
      email: ` ${address.toUpperCase()} `,
    };
    const sent = await page('/alerts/main', [...Object.entries(form), ['category', 'water'], ['category', 'fire']]);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/alerts/main/sent']);
    await mailsTo(address, 1);
    const [question] = mail.sentTo(address);
    expect(question?.text).toContain('Within 5 km around 1.00, 1.00\nFire, Water needed');
    // Anybody may have typed the address: their words do not reach it.
    expect(question?.text).not.toContain('0900');
    expect(question?.headers.has('list-unsubscribe')).toBe(false);
    const link = linkIn(question?.text, 'confirm');
    expect((await page(link)).body).toContain('Do you want these alerts?');
    await incident({ title: 'Too early', category: 'water' });
    await settled();
    expect(mail.sentTo(address)).toHaveLength(1);
    expect((await page(link, {})).body).toContain('You get these alerts from now on');
    expect((await page(link)).body).toContain('You get these alerts from now on');
    const { id } = await incident({ title: 'Dry well', category: 'water' });
    await mailsTo(address, 2);
    const told = mail.sentTo(address)[1];
    expect(told?.subject).toMatch(/^Atesto: New: #\d+ Dry well$/);
    expect(told?.text).toContain(`/map/main/incidents/${id}`);
    expect(told?.text).toContain('Water needed, normal');
    expect(told?.headers.get('auto-submitted')).toBe('auto-generated');
    const raw = JSON.stringify(told?.headers.get('list'));
    expect(raw).toContain(linkIn(told?.text, 'stop'));
  });

  it('ends in one step, also by the call of a mail program, and nothing is left of the address', async () => {
    const { address } = await subscribed();
    expect((await ask({ address, area: '0,0;2,0;2,2;0,2' })).status).toBe(202);
    await mailsTo(address, 2);
    await incident();
    await mailsTo(address, 3);
    const path = linkIn(mail.sentTo(address)[2]?.text, 'stop');
    expect((await page(path)).body).toContain('End your alerts?');
    const before = await rows<{ id: string }>('select id from alert_subscriptions');
    expect((await page(path, { 'List-Unsubscribe': 'One-Click' })).body).toContain('Your address is erased');
    expect(await rows('select id from alert_subscriptions')).toHaveLength(before.length - 2);
    expect((await page(path, {})).status).toBe(200);
    await incident();
    await settled();
    expect(mail.sentTo(address)).toHaveLength(3);
    expect((await page(path.slice(0, -3) + 'abc', {})).status).toBe(404);
  });

  it('is asked about three times a day at most, and what is answered never tells who is known', async () => {
    const { address } = await subscribed({ circle: nearMill });
    const known = await ask({ address, circle: nearMill });
    const unknown = await ask({ address: someone(), circle: nearMill });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    for (const radius of [1000, 2000, 3000]) {
      expect((await ask({ address, circle: { ...nearMill, radius } })).body).toEqual(unknown.body);
    }
    await settled();
    // The first, the one that was known already, and one more.
    expect(mail.sentTo(address)).toHaveLength(2);
    const plus = address.replace('@', '+more@');
    expect((await ask({ address: plus })).status).toBe(202);
    await settled();
    expect(mail.sentTo(plus)).toEqual([]);
  });

  it('is asked for again while it waits: the same wish, the same link', async () => {
    const address = someone();
    await ask({ address });
    await mailsTo(address, 1);
    await ask({ address });
    await mailsTo(address, 2);
    const [first, second] = mail.sentTo(address).map(({ text }) => linkIn(text, 'confirm'));
    expect(first).toBe(second);
  });

  it('lies sealed: the database tells no address', async () => {
    const { address } = await subscribed();
    for (const { row } of await rows<{ row: string }>('select t::text as row from alert_subscriptions t')) {
      expect(row).not.toContain(address);
      expect(row).not.toContain(Buffer.from(address).toString('hex'));
    }
  });

  it('is refused for what is no address, no area, or nothing that anybody is told of', async () => {
    const wrong: [object, string][] = [
      [{ address: 'nobody' }, '/address'],
      [{}, '/address'],
      [{ address: someone(), circle: { lat: 91, lon: 0, radius: 5000 } }, '/circle/lat'],
      [{ address: someone(), area: '0,0;1,1;1,0;0,1' }, '/area'],
      [{ address: someone(), area: '0,0;1,1;1,0', circle: nearMill }, '/area'],
      [{ address: someone(), categories: ['no-such'] }, '/categories'],
      [{ way: 'push', browser: { ...browser(), endpoint: 'https://example.org/x' } }, '/browser/endpoint'],
    ];
    for (const [body, pointer] of wrong) {
      const answer = await ask(body);
      expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([
        422,
        expect.arrayContaining([pointer]),
      ]);
    }
    const again = await page('/alerts/main', { where: 'around', place: 'Xyzzyplugh', way: 'email', email: someone() });
    expect([again.status, again.body.includes('We do not know this place')]).toEqual([422, true]);
  });
});

describe('a subscription by SMS', () => {
  it('begins with the code, which holds for five tries', async () => {
    const number = '+49 1555 0100789';
    const sms = () => outside.calls.filter(({ body }) => body.includes('+4915550100789'));
    const { next } = (await ask({ way: 'sms', address: number })).body;
    await soon(() => expect(sms()).toHaveLength(1));
    const code = /code for alerts is (\d{6})/.exec(sms()[0]?.body ?? '')?.[1] ?? '';
    const type = async (given: string): Promise<string> => (await page(next ?? '', { code: given })).body;
    expect(await type(code === '000000' ? '000001' : '000000')).toContain('not the code');
    expect(await type(`${code.slice(0, 3)} ${code.slice(3)}`)).toContain('from now on');
    // For one that is known there is a page as well, and no code.
    const other = (await ask({ way: 'sms', address: number })).body.next;
    expect(other).toMatch(/^\/alerts\/main\/code\//);
    expect((await page(other ?? '', { code })).body).toContain('not the code');
    await incident({ title: 'Dry well' });
    await soon(() => expect(sms()).toHaveLength(2));
    const { text } = JSON.parse(sms()[1]?.body ?? '{}') as { text: string };
    expect(text).toMatch(/^Atesto: New: #\d+ Dry well, no category, normal http\S+ Stop: http\S+$/);
    expect(text.length).toBeLessThanOrEqual(459);
    await page(linkIn(text, 'stop'), {});
  });

  it('is over after five wrong codes, on pages whose names tell nothing of whom they ask', async () => {
    const number = '+49 1555 0100790';
    const { next } = (await ask({ way: 'sms', address: number })).body;
    const sms = () => outside.calls.filter(({ body }) => body.includes('+4915550100790'));
    await soon(() => expect(sms()).toHaveLength(1));
    const [{ id }] = (await rows<{ id: string }>(`select id from alert_subscriptions where state = 'pending' and way = 'sms'`)) as [{ id: string }]; // prettier-ignore
    const again = (await ask({ way: 'sms', address: number })).body.next;
    for (const path of [next, again]) {
      const name = Buffer.from(path?.split('/').at(-1) ?? '', 'base64url');
      expect([name.length, name.includes(Buffer.from(id.replaceAll('-', ''), 'hex'))]).toEqual([65, false]);
    }
    expect(again).not.toBe(next);
    expect((await page(`${next}x`, { code: '12' })).status).toBe(404);
    await soon(() => expect(sms()).toHaveLength(2));
    const code = /code for alerts is (\d{6})/.exec(sms()[1]?.body ?? '')?.[1] ?? '';
    for (let tries = 0; tries < 5; tries++) await page(next ?? '', { code: '12' });
    expect((await page(next ?? '', { code })).body).toContain('not the code');
  });
});

describe('a subscription of a browser', () => {
  it('begins at once, is encrypted, and ends when its service says that it is gone', async () => {
    const own = browser();
    const path = new URL(own.endpoint).pathname;
    const { status, body } = await ask({ way: 'push', browser: own, circle: nearMill });
    expect([status, body.next]).toEqual([202, expect.stringMatching(/^\/alerts\/main\/stop\//)]);
    expect((await ask({ way: 'push', browser: own, circle: nearMill })).body.next).toBe(body.next);
    const pushed = () => outside.calls.filter((call) => call.path === path);
    await incident({ title: 'Dry well' });
    await soon(() => expect(pushed()).toHaveLength(1));
    expect([pushed()[0]?.headers['content-encoding'], pushed()[0]?.body.includes('well')]).toEqual([
      'aes128gcm',
      false,
    ]);
    outside.answer = (call) => (call.path === path ? { status: 410 } : {});
    await passed(6);
    await incident();
    await soon(() => expect(pushed()).toHaveLength(2));
    await eventually(async () =>
      expect(await rows(`select id from alert_subscriptions where way = 'push'`)).toEqual([]),
    );
    outside.answer = () => ({});
  });
});

describe('what is told', () => {
  it('is what fits place, category and severity', async () => {
    const [near, far, fire, grave, all] = await Promise.all([
      subscribed({ circle: nearMill }),
      subscribed({ circle: { ...nearMill, lat: 3 } }),
      subscribed({ categories: ['fire'] }),
      subscribed({ severity: 'high' }),
      subscribed({ area: '0,0;2,0;2,2;0,2' }),
    ]);
    await incident({ title: 'Dry well', category: 'water' });
    await soon(() => expect([near.news(), all.news()].map(({ length }) => length)).toEqual([1, 1]));
    await settled();
    expect([far.news(), fire.news(), grave.news()]).toEqual([[], [], []]);
  });

  it('is held against the place that the public sees, never the exact one', async () => {
    await precision(10_000);
    const exact = { location: { lat: 5.001, lon: 5.001 } };
    const opened = await incident({ title: 'Somewhere' }, exact);
    const shown = (
      await server.main<{ location: { lat: number; lon: number } }>(`/incidents/${opened.id}`, { cookie: null })
    ).body.location;
    const atExact = await subscribed({ circle: { ...exact.location, radius: 1000 } });
    const atShown = await subscribed({ circle: { lat: shown.lat, lon: shown.lon, radius: 1000 } });
    await incident({ title: 'There again' }, exact);
    await soon(() => expect(atShown.news()).toHaveLength(1));
    expect(atExact.news()).toEqual([]);
    await precision(100);
  });

  it('is each news once: new, grave, over; what comes close together comes as one', async () => {
    const one = await subscribed();
    const { id } = await incident({ title: 'Dyke' });
    await soon(() => expect(one.news()).toHaveLength(1));
    await change(id, { severity: 'critical' });
    await incident({ title: 'Second' });
    await settled();
    expect(one.news()).toHaveLength(1);
    await passed(6);
    await soon(() => expect(one.news()).toHaveLength(2));
    expect(one.news()[1]).toMatch(/^Atesto: \d incidents$/);
    expect(mail.sentTo(one.address)[2]?.text).toMatch(/Now critical: #\d+ Dyke[\s\S]*New: #\d+ Second/);
    await change(id, { severity: 'normal' });
    await change(id, { severity: 'critical' });
    await server.main(`/incidents/${id}/status`, { body: { status: 'resolved', reason: 'Done', public: true } });
    await passed(6);
    await soon(() => expect(one.news()).toHaveLength(3));
    expect(one.news()[2]).toMatch(/^Atesto: Over: #\d+ Dyke$/);
    await passed(6);
    expect(one.news()).toHaveLength(3);
  });

  it('is never what is internal or sensitive, and is kept back when it became so meanwhile', async () => {
    const one = await subscribed();
    const opened = await incident({ title: 'Held back', category: 'security' });
    expect(opened).toMatchObject({ title: 'Held back', visibility: 'internal' });
    await settled();
    const hidden = () => one.news().filter((subject) => /Held back/.test(subject));
    expect(hidden()).toEqual([]);
    await incident({ title: 'Known' });
    await soon(() => expect(one.news()).toHaveLength(1));
    // It waits for its turn, and is hidden again before that comes.
    await change(opened.id, { category: 'water', visibility: 'public' });
    await eventually(async () =>
      expect(await rows('select 1 from alert_deliveries where subject_id = $1', [opened.id])).not.toEqual([]),
    );
    await change(opened.id, { visibility: 'internal' });
    await passed(6);
    await settled();
    expect(hidden()).toEqual([]);
  });

  it('is not told again after a restart that reads the journal anew', async () => {
    const one = await subscribed();
    const place = `from journal_readers where name = 'alerts'`;
    const [before] = await rows<{ cursor: string }>(`select cursor ${place}`);
    await incident({ title: 'Once' });
    await soon(() => expect(one.news()).toHaveLength(1));
    await rows(`update journal_readers set cursor = $1 where name = 'alerts'`, [before?.cursor]);
    await rows('delete from alert_incidents');
    await server.restart();
    await settled();
    await passed(6);
    expect(mail.sentTo(one.address).filter(({ text }) => text?.includes('Once'))).toHaveLength(1);
  });
});

describe('a feed', () => {
  it('shows the public incidents of its area and categories, in Atom with GeoRSS', async () => {
    const place = { location: { lat: 8, lon: 8 } };
    await incident({ title: 'Fire & smoke', category: 'fire' }, place);
    await incident({ title: 'Secret', category: 'security' }, place);
    await incident({ title: 'Elsewhere', category: 'fire' });
    const feed = (query: string) => page(`/api/v1/deployments/main/alerts.atom?${query}`);
    const { status, body, headers } = await feed('lat=8&lon=8&radius=20000&categories=fire');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(body).toContain('Fire &amp; smoke');
    expect(body).toMatch(/<georss:point>[\d.]+ [\d.]+<\/georss:point>/);
    expect(body).not.toMatch(/Secret|Elsewhere/);
    expect((await feed('lat=8&lon=8&radius=20000&categories=water')).body).not.toContain('<entry>');
    expect((await feed('lat=8')).status).toBe(422);
    const form = { where: 'around', place: '8, 8', lat: '8', lon: '8', radius: '10', way: 'atom' };
    const asked = await page('/alerts/main', form);
    expect(asked.headers.get('location')).toBe('/alerts/main/feed?lat=8&lon=8&radius=10000&lang=en');
    expect((await page(asked.headers.get('location') ?? '')).body).toContain('alerts.atom?lat=8&amp;lon=8');
  });
});

describe('a wish that nobody confirms', () => {
  it('is forgotten with its address when nobody confirms it within 48 hours', async () => {
    const address = someone();
    await ask({ address });
    await mailsTo(address, 1);
    const link = linkIn(mail.sentTo(address)[0]?.text, 'confirm');
    const pending = () => rows(`select id from alert_subscriptions where state = 'pending'`);
    const settle = server.app.get(SettleSubscription, { strict: false });
    clock.ahead += 47 * 3_600_000;
    await settle.forget();
    expect((await pending()).length).toBeGreaterThan(0);
    clock.ahead += 2 * 3_600_000;
    expect((await page(link, {})).body).toContain('holds no more');
    await settle.forget();
    expect(await pending()).toEqual([]);
    expect((await page(link)).body).toContain('holds no more');
  });
});
