/** The app's own requests, from the first message to the delivery of a responder's answer. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GatewayView } from '@atesto/contract';
import { addGateway, ask, detailOf, logOf, post, reportsOf, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const server = useServer();
const secret = 'a made-up secret';
const success = { payload: { success: true, error: null } };
let path = '';
let gatewayId = '';

beforeAll(async () => {
  const gateway = await addGateway(server, 'smssync', { secret, country: 'US' });
  [path, gatewayId] = [gateway.path, gateway.id];
});

let number = 0;
/** Numbers of a range that is kept for stories. */
const anyone = (): string => `+120255501${String(++number).padStart(2, '0')}`;

const sms = (from: string, message: string, more: Record<string, string> = {}) => ({
  from,
  message,
  message_id: randomUUID(),
  sent_to: '+12025550199',
  secret,
  device_id: 'phone-1',
  sent_timestamp: String(Date.UTC(2026, 1, 3, 4, 5, 6)),
  ...more,
});

const waiting = async (): Promise<{ to: string; message: string; uuid: string }[]> => {
  const { body } = await server.call<{ payload: { secret: string; messages: never[] } }>(
    `${path}?task=send&secret=${encodeURIComponent(secret)}`,
    { cookie: null },
  );
  expect(body.payload.secret).toBe(secret);
  return body.payload.messages;
};

describe('a message', () => {
  it('becomes a report, with who sent it and when', async () => {
    const from = anyone();
    const answer = await post(server, path, sms(from, 'Water in the house'));
    expect([answer.status, answer.body]).toEqual([200, success]);
    const [report] = await reportsOf(server, 'sms');
    expect(report).toMatchObject({
      text: 'Water in the house',
      channel: 'sms',
      contactable: true,
      observedAt: '2026-02-03T04:05:06.000Z',
    });
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: from });
  });

  it('is read as JSON and as XML too', async () => {
    const asJson = sms(anyone(), 'Sent as JSON');
    const asXml = sms(anyone(), 'Sent as XML & more');
    const fields = Object.entries(asXml).map(([name, value]) => `<${name}>${value.replace('&', '&amp;')}</${name}>`);
    await post(server, path, JSON.stringify(asJson), { 'content-type': 'application/json' });
    await post(server, path, `<?xml version="1.0"?><payload>${fields.join('')}</payload>`, {
      'content-type': 'text/xml',
    });
    const texts = (await reportsOf(server, 'sms')).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Sent as JSON', 'Sent as XML & more']));
  });

  it('adds nothing when the phone sends it again, even many times at once', async () => {
    const message = sms(anyone(), 'Sent again and again');
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(server, path, message)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
      new Set([JSON.stringify([200, success])]),
    );
    expect((await reportsOf(server, 'sms')).filter(({ text }) => text === 'Sent again and again')).toHaveLength(1);
  });

  it('adds nothing either when the phone sends it again under another number', async () => {
    const message = sms(anyone(), 'Sent under two numbers');
    const repeat = { ...message, from: anyone() };
    for (const sent of [message, repeat, message]) {
      expect((await post(server, path, sent)).body).toEqual(success);
    }
    expect((await reportsOf(server, 'sms')).filter(({ text }) => text === 'Sent under two numbers')).toHaveLength(1);
  });

  it('is refused with a wrong secret or at a wrong address, and nothing is kept', async () => {
    const before = (await reportsOf(server, 'sms')).length;
    expect((await post(server, path, sms(anyone(), 'Wrong', { secret: 'guess' }))).status).toBe(403);
    expect((await post(server, `${path.slice(0, -2)}AA`, sms(anyone(), 'Wrong'))).status).toBe(403);
    expect((await reportsOf(server, 'sms')).length).toBe(before);
  });

  it.each(['', '%%%', 'from=', '{"from":', '<payload><from>', '\0'])(
    'that is garbage (%j) is answered calmly',
    async (body) => {
      const answer = await server.call<unknown>(`${path}?secret=${encodeURIComponent(secret)}`, {
        method: 'POST',
        cookie: null,
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([answer.status, answer.body]).toEqual([200, success]);
    },
  );
});

describe('a conversation', () => {
  it('asks for the place once; the answer completes the same report', async () => {
    const from = anyone();
    await post(server, path, sms(from, 'We need water'));
    const [asked] = (await waiting()).filter(({ to }) => to === from);
    expect(asked?.message).toMatch(/Where is it\?.*\/follow\//);
    await post(server, path, sms(from, 'Mill lane, 12.50431, 44.25127'));
    const mine = (await reportsOf(server, 'sms')).filter(({ text }) => /We need water|Mill lane/.test(text));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ text: 'We need water', location: { lat: 12.50431, lon: 44.25127 } });
    const { messages } = await detailOf(server, mine[0]?.id ?? '');
    expect(messages.map(({ direction, text }) => [direction, text])).toContainEqual([
      'in',
      'Mill lane, 12.50431, 44.25127',
    ]);
    expect((await waiting()).filter(({ to }) => to === from).map(({ message }) => message)).toEqual([
      'Thank you, we have the place.',
    ]);
  });

  it('carries a responder’s words there and the answer back, and shows the delivery', async () => {
    const from = anyone();
    await post(server, path, sms(from, 'The bridge at 12.5, 44.25 is down'));
    const id = (await reportsOf(server, 'sms'))[0]?.id ?? '';
    await waiting();
    await ask(server, id, 'Can people still cross on foot?');
    const out = await until(async () => (await waiting()).find(({ message }) => message.startsWith('Can people')));
    expect(out.to).toBe(from);
    const state = async (): Promise<string | undefined> =>
      (await detailOf(server, id)).messages.find(({ text }) => text.startsWith('Can people'))?.delivery?.state;
    expect(await state()).toBe('handed');
    const tell = (task: string, content: object) =>
      post(server, `${path}?task=${task}&secret=${encodeURIComponent(secret)}`, JSON.stringify(content), {
        'content-type': 'application/json',
      });
    expect((await tell('sent', { queued_messages: [out.uuid] })).body).toEqual({ message_uuids: [out.uuid] });
    const result = { uuid: out.uuid, sent_result_code: 0, delivered_result_code: 0 };
    await tell('result', { message_result: [result] });
    expect(await state()).toBe('delivered');
    await tell('result', { message_result: [{ ...result, delivered_result_code: -1 }] });
    expect(await state()).toBe('delivered');
    await post(server, path, sms(from, 'Yes, slowly'));
    const report = await detailOf(server, id);
    expect(report.status).toBe('in_review');
    expect(report.messages.at(-1)).toMatchObject({ direction: 'in', text: 'Yes, slowly' });
  });

  it('tells why a message failed, without the number that the phone repeats', async () => {
    const from = anyone();
    await post(server, path, sms(from, 'Wall down at 12.50431, 44.25127'));
    const id = (await reportsOf(server, 'sms'))[0]?.id ?? '';
    const out = (await waiting()).find(({ to }) => to === from);
    const result = { uuid: out?.uuid, sent_result_code: 5, sent_result_message: `No route to ${from}` };
    await post(
      server,
      `${path}?task=result&secret=${encodeURIComponent(secret)}`,
      JSON.stringify({ message_result: [result] }),
      {
        'content-type': 'application/json',
      },
    );
    const [message] = (await detailOf(server, id)).messages;
    expect(message?.delivery).toMatchObject({ state: 'failed', detail: `No route to …${from.slice(-2)}` });
  });

  it('ends with STOP: nothing is sent any more, reports still come in', async () => {
    const from = anyone();
    await post(server, path, sms(from, 'First, at 12.5, 44.25'));
    await post(server, path, sms(from, 'STOP'));
    expect((await waiting()).filter(({ to }) => to === from).map(({ message }) => message)).toContain(
      'You will get no more messages from us. START brings them back.',
    );
    await post(server, path, sms(from, 'Second, at 12.5, 44.25'));
    const [second] = await reportsOf(server, 'sms');
    expect(second?.text).toBe('Second, at 12.5, 44.25');
    await ask(server, second?.id ?? '', 'How many?');
    const told = await until(async () =>
      (await detailOf(server, second?.id ?? '')).messages.find(({ delivery }) => delivery),
    );
    expect(told.delivery).toMatchObject({ state: 'withheld' });
    expect((await waiting()).filter(({ to }) => to === from)).toEqual([]);
  });

  it('ends for a blocked sender', async () => {
    const from = anyone();
    await post(server, path, sms(from, 'Rubbish'));
    const [report] = await reportsOf(server, 'sms');
    const judged = await server.main(`/reports/${report?.id}/sender`, { method: 'PUT', body: { standing: 'blocked' } });
    expect(judged.status).toBe(204);
    const before = (await reportsOf(server, 'sms')).length;
    expect((await post(server, path, sms(from, 'More rubbish'))).body).toEqual(success);
    expect((await reportsOf(server, 'sms')).length).toBe(before);
    const sender = await server.main(`/reports/${report?.id}/sender`);
    expect(sender.body).toMatchObject({ standing: 'blocked', reports: [{ id: report?.id }] });
  });
});

describe('the coordinator', () => {
  it('sees that it is well, and what came, without anybody’s number', async () => {
    const from = anyone();
    await post(server, path, sms(from, `My number is ${from}`));
    const entries = await until(async () => {
      const log = await logOf(server, gatewayId);
      return log.some(({ request }) => request.includes('My number is')) && log;
    });
    expect(JSON.stringify(entries)).not.toContain(from.slice(1));
    expect(JSON.stringify(entries)).not.toContain(secret);
    const { body } = await server.main<{ items: GatewayView[] }>('/gateways');
    expect(body.items[0]).toMatchObject({ kind: 'smssync', channel: 'sms', secrets: ['secret'], health: 'well' });
    expect(body.items[0]?.settings).toEqual({ country: 'US' });
  });

  it('gives it a new address; the old one is closed', async () => {
    const gateway = await addGateway(server, 'smssync', { secret });
    const changed = await server.main<GatewayView>(`/gateways/${gateway.id}`, {
      method: 'PATCH',
      headers: { 'if-match': '"1"' },
      body: { renewAddress: true },
    });
    expect(changed.status).toBe(200);
    const renewed = new URL(changed.body.addresses[0]?.url ?? '').pathname;
    expect((await post(server, gateway.path, sms(anyone(), 'Old address'))).status).toBe(403);
    expect((await post(server, renewed, sms(anyone(), 'New address'))).status).toBe(200);
    expect((await server.main(`/gateways/${gateway.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await post(server, renewed, sms(anyone(), 'Gone'))).status).toBe(403);
  });

  it('is told what is wrong with the settings', async () => {
    const refused = await server.main('/gateways', { body: { kind: 'smssync', name: 'x', settings: { other: 1 } } });
    expect(refused.status).toBe(422);
    expect(refused.body['errors']).toEqual([
      { pointer: '/settings/other', detail: 'is not known here' },
      { pointer: '/settings/secret', detail: 'is needed' },
    ]);
  });
});
