/** The provider's own requests, whole and in parts, to the delivery of a responder's answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';
import { GatherParts } from './gather-parts.js';
import { vonageSignature } from './vonage-signature.js';

const provider = new StandIn();
await provider.start();
let later = 0;
const clock = { now: () => new Date(Date.now() + later) };
const server = useServer({ GATEWAY_HOSTS: provider.host }, clock);
const signatureSecret = 'a made-up signature secret';
const settings = { apiKey: 'abc', apiSecret: 'a made-up secret', sender: '12025550199', apiUrl: provider.url };
const taken = {
  status: 200,
  body: JSON.stringify({ 'message-count': '1', messages: [{ status: '0', 'message-id': '0C01' }] }),
};
const refused = (status: string) => ({
  body: JSON.stringify({ messages: [{ status, 'error-text': `Refused by ${status}` }] }),
});
provider.answer = () => taken;
let path = '';
beforeAll(async () => {
  const signed = { ...settings, signatureSecret, signatureMethod: 'sha256' };
  ({ path } = await addGateway(server, 'vonage', signed));
});
afterAll(() => provider.stop());

let number = 0;
const anyone = (): string => `120255501${String(++number).padStart(2, '0')}`;
const sms = (msisdn: string, text: string, more: Record<string, string> = {}): Record<string, string> => ({
  msisdn,
  to: '12025550199',
  messageId: `0A${String(++number).padStart(4, '0')}`,
  text,
  type: 'text',
  keyword: 'WORD',
  'message-timestamp': '2026-02-03 04:05:06',
  timestamp: '1770091506',
  nonce: 'made-up',
  ...more,
});
const signed = (fields: Record<string, string>, secret = signatureSecret) => ({
  ...fields,
  sig: vonageSignature(fields, 'sha256', secret),
});
const tell = (fields: Record<string, string>) => post(server, path, signed(fields));
const find = async (text: string) => (await reportsOf(server, 'sms')).filter((report) => report.text === text);
const formsTo = (to: string): URLSearchParams[] =>
  provider.calls.map(({ body }) => new URLSearchParams(body)).filter((form) => form.get('to') === to);

describe('a message', () => {
  it('becomes a report once, by GET, as form and as JSON alike', async () => {
    const from = anyone();
    const message = signed(sms(from, 'Water & mud = in the house'));
    const json = { 'content-type': 'application/json' };
    const query = new URLSearchParams(message).toString();
    const answers = await Promise.all([
      server.call(`${path}?${query}`, { cookie: null }),
      post(server, path, message),
      post(server, path, JSON.stringify(message), json),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [report, ...others] = await find('Water & mud = in the house');
    expect(others).toEqual([]);
    expect(report?.observedAt).toBe('2026-02-03T04:05:06.000Z');
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: `+${from}` });
  });

  it('is asked for its place; the answer completes the same report', async () => {
    const from = anyone();
    await tell(sms(from, 'We need water'));
    const [form] = await until(() => Promise.resolve(formsTo(from).length > 0 && formsTo(from)));
    expect(form?.get('text')).toMatch(/Where is it\?/);
    await tell(sms(from, 'Mill lane, 12.50431, 44.25127'));
    expect(await find('We need water')).toMatchObject([{ location: { lat: 12.50431, lon: 44.25127 } }]);
  });

  it('with a wrong signature is refused, and nothing is kept', async () => {
    expect((await post(server, path, sms(anyone(), 'Wrong'))).status).toBe(403);
    expect((await post(server, path, signed(sms(anyone(), 'Wrong'), 'guess'))).status).toBe(403);
    expect((await post(server, path, { ...signed(sms(anyone(), 'Right')), text: 'Wrong' })).status).toBe(403);
    expect((await post(server, `${path.slice(0, -2)}AA`, signed(sms(anyone(), 'Wrong')))).status).toBe(403);
    expect(await find('Wrong')).toEqual([]);
  });

  it('needs no signature where none is set up', async () => {
    const open = await addGateway(server, 'vonage', settings);
    expect((await post(server, open.path, sms(anyone(), 'Unsigned'))).status).toBe(200);
    expect(await find('Unsigned')).toHaveLength(1);
    for (const body of ['messageId=\0', 'x=1', '%%%', '{"msisdn":', '[1]'])
      expect((await post(server, open.path, body)).status).toBe(422);
    expect((await post(server, open.path, { messageId: 'a\0b', status: 'delivered' })).status).toBe(200);
    expect((await server.call(open.path, { cookie: null })).status).toBe(200);
  });
});

describe('a long message', () => {
  const inParts = (from: string, ref: string, ...texts: string[]) =>
    texts.map((text, at) =>
      sms(from, text, {
        concat: 'true',
        'concat-ref': ref,
        'concat-total': String(texts.length),
        'concat-part': String(at + 1),
      }),
    );

  it('is put together, in whatever order and however often its parts come', async () => {
    const [one = {}, two = {}, three = {}] = inParts(anyone(), '77', 'The bridge ', 'in the valley ', 'is down');
    for (const part of [three, one, three]) expect((await tell(part)).status).toBe(200);
    expect((await reportsOf(server, 'sms')).filter(({ text }) => text.includes('is down'))).toEqual([]);
    await Promise.all([tell(two), tell(two), tell(one)]);
    expect(await find('The bridge in the valley is down')).toHaveLength(1);
    for (const part of [one, two, three]) await tell(part);
    later += 20 * 60_000;
    await server.app.get(GatherParts).takeStalled();
    expect((await reportsOf(server, 'sms')).filter(({ text }) => /bridge|valley|is down/.test(text))).toHaveLength(1);
  });

  it('is one when all parts come at once, and another sender’s or a later one is not mixed in', async () => {
    const from = anyone();
    const mine = inParts(from, '5', 'All at ', 'once');
    await Promise.all([...mine, ...inParts(anyone(), '5', 'Somebody ', 'else')].map((part) => tell(part)));
    for (const part of inParts(from, '5', 'Same ref ', 'again')) await tell(part);
    expect(await find('All at once')).toHaveLength(1);
    expect(await find('Somebody else')).toHaveLength(1);
    const { messages } = await detailOf(server, (await find('All at once'))[0]?.id ?? '');
    expect(messages.map(({ text }) => text)).toContain('Same ref again');
  });

  it('of which a part never comes is a message of what there is, after a while', async () => {
    const [one = {}, , three = {}] = inParts(anyone(), '9', 'Fire behind ', 'the school ', 'now');
    await tell(one);
    await tell(three);
    await server.app.get(GatherParts).takeStalled();
    expect(await find('Fire behind  […] now')).toEqual([]);
    later += 16 * 60_000;
    await server.app.get(GatherParts).takeStalled();
    await server.app.get(GatherParts).takeStalled();
    expect(await find('Fire behind  […] now')).toHaveLength(1);
  });
});

describe('an answer', () => {
  let asked = 0;
  const question = async (from: string) => {
    const [text, words] = [`Bridge ${++asked} at 12.50431, 44.25127 is down`, `Question ${asked}?`];
    await tell(sms(from, text));
    const id = (await find(text))[0]?.id ?? '';
    await ask(server, id, words);
    return async () => (await detailOf(server, id)).messages.find((message) => message.text === words)?.delivery;
  };
  const becomes = (look: Awaited<ReturnType<typeof question>>, state: string) =>
    until(async () => {
      const delivery = await look();
      return delivery?.state === state && delivery;
    });

  it('reaches the provider; receipts never take it back', async () => {
    let tries = 0;
    provider.answer = ({ body }) => (body.includes('Question') && tries++ === 0 ? refused('1') : taken);
    const from = anyone();
    const state = await question(from);
    await becomes(state, 'sent');
    const form = formsTo(from).find((one) => one.get('text')?.startsWith('Question'));
    expect(form?.get('type')).toBe('text');
    const receipt = {
      msisdn: from,
      to: '12025550199',
      messageId: '0C77',
      'client-ref': form?.get('client-ref') ?? '',
      'err-code': '0',
    };
    for (const status of ['delivered', 'buffered', 'accepted', 'unknown'])
      expect((await tell({ ...receipt, status })).status).toBe(200);
    expect((await state())?.state).toBe('delivered');
  });

  it('is told as failed or withheld with a reason', async () => {
    provider.answer = () => refused('6');
    expect((await becomes(await question(anyone()), 'failed')).detail).toBe('Refused by 6');
    provider.answer = () => refused('7');
    await becomes(await question(anyone()), 'withheld');
    provider.answer = () => taken;
    const from = anyone();
    const state = await question(from);
    await becomes(state, 'sent');
    const ref = formsTo(from).at(-1)?.get('client-ref') ?? '';
    await tell({ msisdn: from, messageId: '0C78', status: 'failed', 'err-code': '3', 'client-ref': ref });
    expect(await state()).toMatchObject({ state: 'failed', detail: 'The number is not in use.' });
  });
});
