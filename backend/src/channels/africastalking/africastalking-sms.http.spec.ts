/** The provider's own requests, from the first message to the delivery of a responder's answer. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addGateway, ask, detailOf, post, reportsOf, StandIn, until } from '../../../../test/support/gateways.js';
import { useServer } from '../../../../test/support/test-server.js';

const provider = new StandIn();
await provider.start();
const server = useServer({ GATEWAY_HOSTS: provider.host });
let path = '';
beforeAll(async () => {
  const settings = { username: 'made-up', apiKey: 'a made-up key', sender: '4636', apiUrl: provider.url };
  ({ path } = await addGateway(server, 'africastalking-sms', settings));
});
afterAll(() => provider.stop());

let number = 0;
const anyone = (): string => `+120255501${String(++number).padStart(2, '0')}`;
const sms = (from: string, text: string, more: Record<string, string> = {}) => ({
  linkId: 'a-link',
  text,
  to: '4636',
  id: `sms-${++number}`,
  date: '2026-02-03 04:05:06',
  from,
  networkCode: '99999',
  ...more,
});
const recipients = (...recipients: object[]) => ({
  status: 201,
  body: JSON.stringify({ SMSMessageData: { Message: 'Sent to 1/1', Recipients: recipients } }),
});
const formsTo = (to: string): URLSearchParams[] =>
  provider.calls.map(({ body }) => new URLSearchParams(body)).filter((form) => form.get('to') === to);
const find = async (text: string) => (await reportsOf(server, 'sms')).filter((report) => report.text === text);

describe('a message', () => {
  it('becomes a report once, however often it is sent', async () => {
    const from = anyone();
    const message = sms(from, 'Water in the house');
    const answers = await Promise.all([1, 2, 3].map(() => post(server, path, message)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [report, ...others] = await find('Water in the house');
    expect(others).toEqual([]);
    expect(report).toMatchObject({ observedAt: '2026-02-03T04:05:06.000Z', contactable: true });
    const reporter = await server.main(`/reports/${report?.id}/reporter`);
    expect(reporter.body).toMatchObject({ phone: from });
  });

  it('is read with the other way to write its time', async () => {
    await post(server, path, sms(anyone(), 'Other time', { date: '2026-02-03T04:05:07Z' }));
    expect((await find('Other time'))[0]?.observedAt).toBe('2026-02-03T04:05:07.000Z');
  });

  it('is asked for its place; the answer completes the same report', async () => {
    provider.answer = () => recipients({ statusCode: 101, status: 'Success', messageId: 'ATPid_place' });
    const from = anyone();
    await post(server, path, sms(from, 'We need water'));
    const [form] = await until(() => Promise.resolve(formsTo(from).length > 0 && formsTo(from)));
    expect(form?.get('message')).toMatch(/Where is it\?.*\/follow\//);
    expect([form?.get('username'), form?.get('from')]).toEqual(['made-up', '4636']);
    await post(server, path, sms(from, 'Mill lane, 12.50431, 44.25127'));
    expect(await find('We need water')).toMatchObject([{ location: { lat: 12.50431, lon: 44.25127 } }]);
  });

  it('at a wrong address is refused, and nothing is kept', async () => {
    expect((await post(server, `${path.slice(0, -2)}AA`, sms(anyone(), 'Wrong'))).status).toBe(403);
    expect(await find('Wrong')).toEqual([]);
  });

  it.each(['', '%%%', 'from=', '{"from":', '[]', 'status=Success', '\0'])(
    'that is garbage (%j) is a clear error',
    async (body) => {
      expect((await post(server, path, body)).status).toBe(422);
    },
  );

  it('ends with STOP, and when the provider says that somebody opted out', async () => {
    for (const stop of [
      (from: string) => sms(from, 'STOP'),
      (from: string) => ({ senderId: '4636', phoneNumber: from }),
    ]) {
      const from = anyone();
      await post(server, path, sms(from, `At 12.5, 44.25 ${from}`));
      expect((await post(server, path, stop(from))).status).toBe(200);
      const [report] = await find(`At 12.5, 44.25 ${from}`);
      await ask(server, report?.id ?? '', 'How many?');
      const told = await until(async () =>
        (await detailOf(server, report?.id ?? '')).messages.find(
          ({ text, delivery }) => text === 'How many?' && delivery,
        ),
      );
      expect(told.delivery).toMatchObject({ state: 'withheld' });
    }
  });
});

describe('an answer', () => {
  let asked = 0;
  const question = async (from: string): Promise<() => Promise<string | undefined>> => {
    const [text, words] = [`Bridge ${++asked} at 12.5, 44.25 is down`, `Question ${asked}?`];
    await post(server, path, sms(from, text));
    const id = (await find(text))[0]?.id ?? '';
    await ask(server, id, words);
    return async () => (await detailOf(server, id)).messages.find((message) => message.text === words)?.delivery?.state;
  };
  const becomes = (state: () => Promise<string | undefined>, expected: string): Promise<true | undefined> =>
    until(async () => ((await state()) === expected ? true : undefined));

  it('reaches the provider; reports about it never take it back', async () => {
    provider.answer = ({ body }) =>
      recipients({ statusCode: 101, status: 'Success', messageId: body.includes('Question') ? 'ATPid_1' : 'None' });
    const from = anyone();
    const state = await question(from);
    await becomes(state, 'sent');
    const call = provider.calls.find(({ body }) => body.includes('Question'));
    expect(call).toMatchObject({ method: 'POST', path: '/version1/messaging' });
    expect(call?.headers['apikey']).toBe('a made-up key');
    for (const status of ['Success', 'Sent', 'Buffered'])
      expect((await post(server, path, { id: 'ATPid_1', status, phoneNumber: from })).status).toBe(200);
    expect(await state()).toBe('delivered');
    expect((await post(server, path, { id: 'no-such', status: 'Failed', failureReason: 'x' })).status).toBe(200);
  });

  it('is told as failed or withheld with a reason', async () => {
    provider.answer = () => recipients({ statusCode: 403, status: 'InvalidPhoneNumber' });
    await becomes(await question(anyone()), 'failed');
    provider.answer = () => recipients({ statusCode: 406, status: 'UserInBlacklist' });
    await becomes(await question(anyone()), 'withheld');
    provider.answer = () => ({ status: 401, type: 'text/plain', body: 'The supplied authentication is invalid' });
    await becomes(await question(anyone()), 'failed');
  });

  it('is tried again while the provider is broken', async () => {
    let tries = 0;
    provider.answer = ({ body }) =>
      body.includes('Question') && tries++ === 0
        ? { status: 503 }
        : recipients({ statusCode: 100, status: 'Processed', messageId: 'ATPid_2' });
    await becomes(await question(anyone()), 'sent');
    expect(tries).toBe(2);
  });
});
