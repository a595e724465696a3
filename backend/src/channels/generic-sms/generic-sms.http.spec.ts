/** A gateway of no known make, as a coordinator describes it, from the first message to a responder's answer. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const provider = new StandIn();
await provider.start();
let later = 0;
const clock = { now: () => new Date(Date.now() + later) };
const server = useServer({ GATEWAY_HOSTS: provider.host }, clock);
afterAll(() => provider.stop());

const secret = 'a made-up secret';
const incoming = {
  fromField: 'data.sender',
  textField: 'data.body',
  idField: 'data.id',
  timeField: 'data.at',
  timeFormat: 'seconds',
};
const json = { 'content-type': 'application/json' };
let number = 0;
const anyone = (): string => `+120255501${String(++number).padStart(2, '0')}`;
const sms = (sender: string, body: string, more: object = {}) => ({
  data: { sender, body, id: `sms-${++number}`, at: 1_770_091_506 },
  ...more,
});
const find = async (text: string) => (await reportsOf(server, 'sms')).filter((report) => report.text === text);

describe('a message', () => {
  it('as JSON becomes a report once, is asked for its place and completed by the answer', async () => {
    const sending = {
      sendUrl: `${provider.url}/send`,
      sendAs: 'json',
      sendFields: '{"messages":[{"to":"{number}","text":"{text}"}]}',
    };
    const { path } = await addGateway(server, 'generic-sms', {
      ...incoming,
      ...sending,
      secret,
      secretIn: 'header',
      secretName: 'X-Secret',
      answerBody: '{"ok":true}',
    });
    const tell = (body: unknown, given = secret) =>
      post(server, path, typeof body === 'string' ? body : JSON.stringify(body), { ...json, 'x-secret': given });
    const from = anyone();
    const message = sms(from, 'We need water');
    const answers = await Promise.all([tell(message), tell(message), tell(message)]);
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, { ok: true }]));
    const [report, ...others] = await find('We need water');
    expect(others).toEqual([]);
    expect(report?.observedAt).toBe('2026-02-03T04:05:06.000Z');
    const call = await until(() => Promise.resolve(provider.calls.find(({ body }) => body.includes(from.slice(1)))));
    expect(JSON.parse(call.body)).toEqual({
      messages: [{ to: from.slice(1), text: expect.stringMatching(/Where is it\?/) }],
    });
    await tell(sms(from, 'Mill lane, 12.50431, 44.25127'));
    expect(await find('We need water')).toMatchObject([{ location: { lat: 12.50431, lon: 44.25127 } }]);
    expect((await tell(sms(anyone(), 'Wrong'), 'guess')).status).toBe(403);
    expect((await post(server, path, JSON.stringify(sms(anyone(), 'Wrong')), json)).status).toBe(403);
    expect(await find('Wrong')).toEqual([]);
    for (const body of ['', '{', '[]', '%%%', '\0', { data: { sender: {} } }])
      expect((await tell(body)).status).toBe(422);
  });

  it('may come by GET and as a form, with the secret in a field', async () => {
    const { path } = await addGateway(server, 'generic-sms', {
      ...{ fromField: 'from', textField: 'msg', secret, secretIn: 'field', secretName: 'pass' },
      ...{ answerStatus: 202, answerBody: '<ok/>' },
    });
    const fields = { from: anyone(), msg: 'By a query', pass: secret };
    const answer = await server.call<string>(`${path}?${new URLSearchParams(fields).toString()}`, { cookie: null });
    expect([answer.status, answer.body, answer.headers.get('content-type')]).toEqual([
      202,
      '<ok/>',
      'text/xml; charset=utf-8',
    ]);
    expect((await post(server, path, { ...fields, msg: 'By a form' })).status).toBe(202);
    expect((await post(server, path, { ...fields, pass: 'guess' })).status).toBe(403);
    expect(await find('By a query')).toHaveLength(1);
  });

  it('without an id is known as a repeat within minutes; later the same words are said again', async () => {
    const { path } = await addGateway(server, 'generic-sms', { fromField: 'from', textField: 'msg' });
    const fields = { from: anyone(), msg: 'Help at 12.50431, 44.25127' };
    later = 600_000 - (Date.now() % 600_000);
    for (let times = 0; times < 3; times++) await post(server, path, fields);
    expect(await find(fields.msg)).toHaveLength(1);
    later += 3_600_000;
    await post(server, path, fields);
    expect(await find(fields.msg)).toHaveLength(2);
  });
});

describe('an answer', () => {
  const receiving = { fromField: 'from', textField: 'msg' };
  const question = async (settings: Record<string, unknown>, words: string) => {
    const { path } = await addGateway(server, 'generic-sms', { ...receiving, ...settings });
    const from = anyone();
    await post(server, path, { from, msg: `${words} At 12.50431, 44.25127` });
    const id = (await find(`${words} At 12.50431, 44.25127`))[0]?.id ?? '';
    await ask(server, id, words);
    const became = (state: string) =>
      until(async () => {
        const delivery = (await detailOf(server, id)).messages.find(({ text }) => text === words)?.delivery;
        return delivery?.state === state && delivery;
      });
    return { from, became };
  };

  it('goes by GET with everything in the address', async () => {
    const sendUrl = `${provider.url}/send?to={to}&text={text}&key={key}`;
    const { from, became } = await question({ sendUrl, key: 'a/key' }, 'Can you cross?');
    await became('sent');
    const call = provider.calls.at(-1);
    expect(call?.method).toBe('GET');
    expect(Object.fromEntries(new URL(call?.path ?? '', provider.url).searchParams)).toEqual({
      to: from,
      text: 'Can you cross?',
      key: 'a/key',
    });
  });

  it('goes as a form, and is taken only when the answer says so', async () => {
    const sendFields = 'recipient={number}\nmessage={text}';
    const settings = {
      sendUrl: `${provider.url}/form`,
      sendAs: 'form',
      sendFields,
      key: 'k',
      authorization: 'Bearer {key}',
      success: 'ACCEPTED',
    };
    provider.answer = () => ({ type: 'text/plain', body: 'status: ACCEPTED' });
    const { from, became } = await question(settings, 'How many?');
    await became('sent');
    const call = provider.calls.at(-1);
    expect(call?.headers.authorization).toBe('Bearer k');
    expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual({
      recipient: from.slice(1),
      message: 'How many?',
    });
    provider.answer = () => ({ type: 'text/plain', body: 'no credit' });
    const refused = await question(settings, 'How many now?');
    expect((await refused.became('failed')).detail).toContain('no credit');
    provider.answer = () => ({});
  });

  it('is withheld where no way out is set up', async () => {
    await (await question({}, 'Anybody?')).became('withheld');
  });
});

describe('the settings', () => {
  it.each([
    ['sendUrl', 'http://sms.example.org/'],
    ['sendUrl', 'https://127.0.0.1/'],
    ['sendUrl', 'https://localhost/'],
    ['sendUrl', 'https://{number}.example.org/'],
    ['answerStatus', 500],
    ['secret', 'without a name'],
    ['sendFields', '{"to":'],
  ])('are refused with %s as %j', async (name, value) => {
    const settings = { fromField: 'from', textField: 'msg', [name]: value };
    const { status } = await server.main('/gateways', { body: { kind: 'generic-sms', name: 'x', settings } });
    expect(status).toBe(422);
  });

  it('take any public address by https', async () => {
    const settings = { fromField: 'from', textField: 'msg', sendUrl: 'https://sms.example.org/send?to={to}' };
    expect((await server.main('/gateways', { body: { kind: 'generic-sms', name: 'x', settings } })).status).toBe(201);
  });
});
