/** Notices over HTTP: who is told what, where, and never twice, through stand-ins of a mailbox, an SMS gateway and a chat. */
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  MemberRole,
  NoticeDelivery,
  NoticePreferencesView,
  NoticeRule,
  NoticesPage,
  NoticeView,
  ProblemBody,
} from '@atesto/contract';
import { eventually } from '../../../test/support/eventually.js';
import { addGateway, StandIn } from '../../../test/support/gateways.js';
import { MailStandIn } from '../../../test/support/mail-stand-in.js';
import { act, addPerson, openIncident, sendReport, type Person } from '../../../test/support/people.js';
import { TestServer } from '../../../test/support/test-server.js';
import { Database, systemClock } from '../platform/index.js';
import { SendNotices } from './send-notices.js';

const clock = { ahead: 0, now: () => new Date(systemClock.now().getTime() + clock.ahead) };
const server = new TestServer();
const [mail, chat] = [new MailStandIn(), new StandIn()];

beforeAll(async () => {
  await mail.start();
  await chat.start();
  const hosts = `${mail.hosts},${chat.host}`;
  await server.start(
    { GATEWAY_HOSTS: hosts, CHAT_HOSTS: chat.host, PUSH_HOSTS: chat.host, REPORTS_PER_MINUTE: '1000' },
    clock,
  );
  await addGateway(server, 'email', mail.settings);
});
afterAll(async () => {
  await server.stop();
  await mail.stop();
  await chat.stop();
});

const rule = (parts: Partial<NoticeRule> = {}): NoticeRule => ({ kinds: ['report'], ways: [], pace: 'now', ...parts });
const notices = async ({ cookie }: Person, path = '/notices'): Promise<NoticesPage> =>
  (await server.main<NoticesPage>(path, { cookie })).body;
const told = async (person: Person): Promise<NoticeView[]> => (await notices(person)).items;
const log = async ({ cookie }: Person): Promise<NoticeDelivery[]> =>
  (await server.main<{ items: NoticeDelivery[] }>('/notices/deliveries', { cookie })).body.items;
const mails = ({ email }: Person, count: number): Promise<void> =>
  eventually(() => Promise.resolve().then(() => expect(mail.sentTo(email)).toHaveLength(count)));
const runDue = (): Promise<void> => server.app.get(SendNotices, { strict: false }).run();
const passed = async (minutes: number): Promise<void> => {
  clock.ahead += minutes * 60_000;
  await runDue();
};

async function wants(
  { cookie }: Person,
  rules: NoticeRule[],
  more: object = {},
  version = 0,
): Promise<NoticePreferencesView> {
  const body = { rules, digestAt: '07:00', zone: 'UTC', language: 'en', ...more };
  const headers = { 'if-match': `"${version}"` };
  const answer = await server.main<NoticePreferencesView>('/notices/preferences', {
    method: 'PUT',
    headers,
    cookie,
    body,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

async function personWho(rules: NoticeRule[], more: object = {}, role: MemberRole = 'responder'): Promise<Person> {
  const person = await addPerson(server, role);
  await wants(person, rules, more);
  return person;
}

function browserOf({ id }: Person) {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  const keys = { p256dh: curve.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `${chat.url}/push/${id}`, keys, language: 'en' };
}

const secret = 'The well of Ada Example is dry, call +00 555 0123';
const report = { text: secret, category: 'water', reporter: { name: 'Ada Example', phone: '+00 555 0123' } };

describe('a notice', () => {
  it('is for those whose rule fits, once, and not for who did it', async () => {
    const all = await personWho([rule({ kinds: ['report', 'incident'] }), rule({ categories: ['water'] })]);
    const other = await personWho([rule({ categories: ['fire'] }), rule({ kinds: ['incident'] })]);
    const silent = await addPerson(server, 'responder');
    const { id } = await sendReport(server, report);
    await eventually(async () => expect(await told(all)).toHaveLength(1));
    expect((await told(all))[0]).toMatchObject({
      kind: 'report',
      subject: { kind: 'report', id },
      title: secret,
      category: 'water',
      severity: 'normal',
      read: false,
    });
    await act(server, id, 'claim', other.cookie);
    await act(server, id, 'verify', other.cookie, { incident: { title: 'Dry well' } });
    await eventually(async () => expect(await told(all)).toHaveLength(2));
    expect((await told(all))[0]).toMatchObject({ kind: 'incident', title: 'Dry well', number: 1 });
    expect([await told(other), await told(silent)]).toEqual([[], []]);
  });

  it('is read up to one, and counted until then', async () => {
    const person = await personWho([rule()]);
    for (let count = 0; count < 3; count++) await sendReport(server, report);
    await eventually(async () => expect((await notices(person)).unread).toBe(3));
    const [, middle] = await told(person);
    const read = { body: { upTo: middle?.seq }, cookie: person.cookie };
    expect((await server.main('/notices/read', read)).status).toBe(204);
    expect(await notices(person)).toMatchObject({
      unread: 1,
      items: [{ read: false }, { read: true }, { read: true }],
    });
  });

  it('comes unasked where the reporter answers a question of mine, or my claim is taken over', async () => {
    const asker = await addPerson(server, 'responder');
    const { id, followPath } = await sendReport(server, report);
    await act(server, id, 'claim', asker.cookie);
    await act(server, id, 'ask', asker.cookie, { text: 'Where?' });
    const answer = { body: { id: randomUUID(), text: 'At the mill' }, cookie: null };
    await server.call(`/api/v1${followPath}/answers`, answer);
    await eventually(async () => expect((await told(asker)).map(({ kind }) => kind)).toEqual(['answer']));
    await act(server, id, 'claim', asker.cookie);
    const taken = await act(server, id, 'claim', server.adminCookie, { takeOver: true, note: 'Shift ends' });
    expect(taken.status).toBe(200);
    await eventually(async () => expect((await told(asker))[0]?.kind).toBe('taken-over'));
  });

  it('comes unasked where work is given to me or to my organisation, or a note mentions me', async () => {
    const worker = await addPerson(server, 'responder');
    const incident = await openIncident(server);
    const put = { method: 'PUT', body: { person: worker.id } };
    expect((await server.main(`/incidents/${incident.id}/assignee`, put)).status).toBe(200);
    await eventually(async () => expect((await told(worker)).map(({ kind }) => kind)).toEqual(['assigned']));
    const note = { body: { text: 'Please look', mentions: [worker.id] } };
    expect((await server.main(`/incidents/${incident.id}/notes`, note)).status).toBe(201);
    await eventually(async () => expect((await told(worker))[0]).toMatchObject({ kind: 'mention', title: 'Dry well' }));
  });

  it('waits while its report waits in quarantine', async () => {
    const person = await personWho([rule()]);
    const { id } = await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(1));
    await act(server, id, 'quarantine', server.adminCookie);
    await act(server, id, 'admit', server.adminCookie);
    await eventually(async () => expect(await told(person)).toHaveLength(2));
  });

  it('is not told again after a restart', async () => {
    const person = await personWho([rule({ ways: ['email'] })]);
    const place = `from journal_readers where name = 'notices'`;
    const [before] = await server.app.get(Database).query<{ cursor: string }>(`select cursor ${place}`);
    await sendReport(server, report);
    await mails(person, 1);
    // The reader begins again from before the report.
    await server.app
      .get(Database)
      .query(`update journal_readers set cursor = $1 where name = 'notices'`, [before?.cursor]);
    await server.restart();
    await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(2));
    await passed(10);
    expect(mail.sentTo(person.email)).toHaveLength(2);
  });
});

describe('what is sent', () => {
  it('says kind, category, severity and a link, and nothing of the report or who sent it', async () => {
    const person = await personWho([rule({ ways: ['email'] })]);
    const { id } = await sendReport(server, report);
    await mails(person, 1);
    const [sent] = mail.sentTo(person.email);
    expect(sent?.subject).toBe('Atesto: New report: Water needed, normal');
    expect(sent?.text).toContain(`/console/main?report=${id}`);
    expect(`${sent?.subject}${sent?.text}`).not.toMatch(/well|Ada|0123/);
  });

  it('folds a storm', async () => {
    const person = await personWho([rule({ ways: ['email'] })]);
    await sendReport(server, report);
    await mails(person, 1);
    for (let count = 0; count < 12; count++) await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(13));
    // One for the first, and one for all that wait until the next message may leave.
    const jobs = `select start_after > created_on + interval '1 second' as later from jobs.job
      where name = 'send-notices' and data->>'userId' = $1 order by created_on`;
    expect(await server.app.get(Database).query(jobs, [person.id])).toEqual([{ later: false }, { later: true }]);
    await passed(5);
    const [, folded] = mail.sentTo(person.email);
    expect(folded?.subject).toBe('Atesto: 12 notices');
    expect(folded?.text).toContain('12 new reports: Water needed, normal');
    await passed(60);
    expect(mail.sentTo(person.email)).toHaveLength(2);
  });

  it('keeps quiet hours, unless it is critical and may pass', async () => {
    const hour = (ahead: number): string =>
      new Date(clock.now().getTime() + ahead * 3_600_000).toISOString().slice(11, 16);
    const quiet = { from: hour(-1), to: hour(2), criticalPasses: true };
    const person = await personWho([rule({ kinds: ['report', 'incident'], ways: ['email'] })], { quiet });
    await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(1));
    expect((await log(person))[0]).toMatchObject({ state: 'waiting', way: 'email' });
    await openIncident(server, { title: 'Dyke', severity: 'critical' }, { text: 'Dyke' });
    await mails(person, 1);
    expect(mail.sentTo(person.email)[0]?.subject).toMatch(/^Atesto: New incident #\d+: no category, critical$/);
    await passed(121);
    expect(mail.sentTo(person.email)).toHaveLength(2);
  });

  it('keeps quiet hours also where it was held up until they began', async () => {
    const minute = (ahead: number): string =>
      new Date(clock.now().getTime() + ahead * 60_000).toISOString().slice(11, 16);
    const quiet = { from: minute(3), to: minute(60), criticalPasses: true };
    const person = await personWho([rule({ ways: ['email'] })], { quiet });
    await sendReport(server, report);
    await mails(person, 1);
    await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(2));
    await passed(5);
    expect(mail.sentTo(person.email)).toHaveLength(1);
    expect((await log(person))[0]).toMatchObject({ state: 'waiting' });
    await passed(56);
    expect(mail.sentTo(person.email)).toHaveLength(2);
  });

  it('comes as a digest', async () => {
    const person = await personWho([rule({ ways: ['email'], pace: 'hourly' })]);
    await sendReport(server, report);
    await sendReport(server, report);
    await eventually(async () => expect(await told(person)).toHaveLength(2));
    expect(mail.sentTo(person.email)).toEqual([]);
    await passed(61);
    expect(mail.sentTo(person.email).map(({ subject }) => subject)).toEqual(['Atesto: 2 notices']);
  });

  it('goes into a chat as its webhooks want it, and is tried again where it fails', async () => {
    const person = await personWho([rule({ ways: ['chat'] })], { chatUrl: `${chat.url}/hooks/made-up` });
    chat.answer = () => ({ status: 503 });
    await sendReport(server, report);
    await eventually(async () => expect((await log(person))[0]).toMatchObject({ detail: 'The chat answered 503.' }));
    chat.answer = () => ({});
    await passed(5);
    expect((await log(person))[0]).toMatchObject({ way: 'chat', state: 'sent', detail: null, notices: 1 });
    const last = chat.calls.at(-1);
    expect([last?.method, last?.path]).toEqual(['POST', '/hooks/made-up']);
    const { text, ...rest } = JSON.parse(last?.body ?? '{}') as { text: string };
    expect([text.split('\n')[0], rest]).toEqual(['Atesto: New report: Water needed, normal', {}]);
  });

  it('goes to a phone that was confirmed by its code, short', async () => {
    const receiving = { fromField: 'from', textField: 'msg' };
    const fields = { ...receiving, sendUrl: `${chat.url}/sms`, sendAs: 'json', sendFields: 'to={to}\ntext={text}' };
    await addGateway(server, 'generic-sms', fields);
    const person = await personWho([rule({ ways: ['sms'] })]);
    const phone = (path: string, body: object) =>
      server.main<NoticePreferencesView>(`/notices/phone${path}`, { body, cookie: person.cookie });
    expect((await phone('', { number: 'a phone' })).status).toBe(422);
    expect((await phone('', { number: '+49 1555 0100123' })).body.phone).toEqual({ ends: '123', confirmed: false });
    const calls = chat.calls.length;
    expect((await phone('', { number: '+49 1555 0100456' })).status).toBe(429);
    expect(chat.calls).toHaveLength(calls);
    const code = /(\d{6})/.exec(chat.calls.at(-1)?.body.replace(/"to":"[^"]*"/, '') ?? '')?.[1] ?? '';
    await sendReport(server, report);
    await eventually(async () => expect((await log(person))[0]?.state).toBe('failed'));
    expect((await phone('/confirm', { code: code === '000000' ? '000001' : '000000' })).status).toBe(422);
    expect((await phone('/confirm', { code })).body.phone).toEqual({ ends: '123', confirmed: true });
    await passed(20);
    await sendReport(server, report);
    await eventually(async () => expect((await log(person))[0]?.state).toBe('sent'));
    expect(chat.calls.at(-1)?.body).toMatch(/New report: Water needed, normal http/);
  });

  it('goes to a browser, encrypted', async () => {
    const person = await personWho([rule({ ways: ['push'] })]);
    const body = browserOf(person);
    expect((await server.main('/notices/push', { method: 'PUT', body, cookie: person.cookie })).status).toBe(204);
    const pushed = () => chat.calls.find(({ path }) => path === `/push/${person.id}`);
    await sendReport(server, report);
    await eventually(() => Promise.resolve().then(() => expect(pushed()).toBeDefined()));
    const call = pushed();
    expect([call?.headers['content-encoding'], call?.body.includes('Water')]).toEqual(['aes128gcm', false]);
    const elsewhere = { ...body, endpoint: 'https://example.org/push' };
    expect((await server.main('/notices/push', { method: 'PUT', body: elsewhere, cookie: person.cookie })).status).toBe(
      422,
    );
  });
});

describe('preferences', () => {
  it('are refused where they cannot work, and when they are stale', async () => {
    const person = await addPerson(server, 'viewer');
    const put = (body: object, version = 0) =>
      server.main<ProblemBody>('/notices/preferences', {
        method: 'PUT',
        headers: { 'if-match': `"${version}"` },
        cookie: person.cookie,
        body: { rules: [], digestAt: '07:00', zone: 'UTC', language: 'en', ...body },
      });
    const bad: [object, string][] = [
      [{ zone: 'Moon/Crater' }, '/zone'],
      [{ chatUrl: 'http://example.org/hook' }, '/chatUrl'],
      [{ chatUrl: 'file:///etc/passwd' }, '/chatUrl'],
      // Named for the gateways of coordinators, not for everybody's chats.
      [{ chatUrl: `http://${mail.hosts.split(',')[0]}/hook` }, '/chatUrl'],
      [{ digestAt: '25:00' }, '/digestAt'],
    ];
    for (const [body, pointer] of bad) {
      const { status, body: problem } = await put(body);
      expect([status, problem.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
    expect((await put({ chatUrl: 'https://chat.example.org/hook/secret' })).status).toBe(200);
    expect((await put({})).status).toBe(412);
    const { body } = await server.main<NoticePreferencesView>('/notices/preferences', { cookie: person.cookie });
    expect(body).toMatchObject({ chatHost: 'chat.example.org', email: person.email, phone: null, version: 1 });
    expect(body.open).toEqual(['push', 'email', 'sms', 'chat']);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('go with the membership, and so do the phone, the chat and the browsers', async () => {
    const person = await personWho([rule({ ways: ['chat'] })], { chatUrl: `${chat.url}/hooks/of-one-who-leaves` });
    const kept = () =>
      server.app
        .get(Database)
        .query(
          `select 1 from notice_preferences where user_id = $1 union all select 1 from notice_devices where user_id = $1`,
          [person.id],
        );
    await server.main('/notices/push', { method: 'PUT', body: browserOf(person), cookie: person.cookie });
    expect(await kept()).toHaveLength(2);
    expect((await server.main(`/members/${person.id}`, { method: 'DELETE' })).status).toBe(204);
    await eventually(async () => expect(await kept()).toEqual([]));
    await server.main('/members', { body: { email: person.email, name: 'Back again', role: 'responder' } });
    const { body } = await server.main<NoticePreferencesView>('/notices/preferences', { cookie: person.cookie });
    expect(body).toMatchObject({ chatHost: null, phone: null, devices: 0, version: 0 });
  });

  it('ring the bell in an exercise, and no more', async () => {
    await server.call('/api/v1/deployments', { body: { slug: 'storm', name: 'Storm', exercise: true } });
    const person = await addPerson(server, 'responder', 'Player', 'storm');
    const path = '/api/v1/deployments/storm';
    const headers = { 'if-match': '"0"' };
    const body = { rules: [rule({ ways: ['email', 'chat'] })], digestAt: '07:00', zone: 'UTC', language: 'en' };
    const saved = await server.call<NoticePreferencesView>(`${path}/notices/preferences`, {
      method: 'PUT',
      headers,
      body: { ...body, chatUrl: `${chat.url}/storm` },
      cookie: person.cookie,
    });
    expect(saved.body.open).toEqual([]);
    await server.call(`${path}/reports`, { body: { id: randomUUID(), text: 'Water' }, cookie: null });
    const page = () => server.call<NoticesPage>(`${path}/notices`, { cookie: person.cookie });
    await eventually(async () => expect((await page()).body.unread).toBe(1));
    await passed(120);
    expect((await server.call(`${path}/notices/deliveries`, { cookie: person.cookie })).body).toEqual({
      items: [],
      next: null,
    });
    expect([mail.sentTo(person.email), chat.calls.filter(({ path: called }) => called === '/storm')]).toEqual([[], []]);
  });
});
